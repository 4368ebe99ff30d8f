/** Puts what belongs together into groups while it streams by. */

/** Characters that wait at most. Answers to one prompt are made one after the other, so that they seldom stand further apart. */
const most = 8 * 1024 * 1024;

/** Groups by key. What waits is bounded: then the oldest groups go, and whatever comes to them later begins a new one. */
export function gathering<Item>(keyOf: (item: Item) => string): {
  /** Takes one of that length; gives the groups that have to go. */
  add(item: Item, length: number): Item[][];
  /** The others, the oldest first. */
  rest(): Item[][];
} {
  const groups = new Map<string, { items: Item[]; length: number }>();
  let waiting = 0;
  return {
    add(item, length) {
      const key = keyOf(item);
      const group = groups.get(key) ?? { items: [], length: 0 };
      group.items.push(item);
      group.length += length;
      waiting += length;
      groups.set(key, group);
      const gone: Item[][] = [];
      for (const [oldest, { items, length: held }] of groups) {
        if (waiting <= most) break;
        groups.delete(oldest);
        waiting -= held;
        gone.push(items);
      }
      return gone;
    },
    rest: () => [...groups.values()].map(({ items }) => items),
  };
}
