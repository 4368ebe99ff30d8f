/** A person's own adapters: which of all adapters count, and what an import makes of those that are there. */
import type { OwnAdapter, SiteAdapter } from '../model/site.ts';

/** All adapters in the order of their rank: what the organisation fixed, then the person's own, then ours. An id counts once. */
export function ranked(fixed: readonly SiteAdapter[], own: readonly OwnAdapter[], builtIn: readonly SiteAdapter[]): SiteAdapter[] {
  const all = [...fixed, ...own.filter(({ on }) => on).map(({ adapter }) => adapter), ...builtIn];
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

/** What to do with an imported adapter whose id is there already. */
export type Same = 'replace' | 'both';

/**
 * The own adapters with others added. `asks` names the ids that are there already: while it is not said what to do with them,
 * `own` is as it was.
 */
export function joined(
  own: readonly OwnAdapter[],
  incoming: readonly OwnAdapter[],
  same: Same | null,
): { own: OwnAdapter[]; added: string[]; asks: string[] } {
  const asks = incoming
    .map(({ adapter }) => adapter.id)
    .filter((id, at, all) => all.indexOf(id) === at && own.some(({ adapter }) => adapter.id === id));
  if (asks.length > 0 && !same) return { own: [...own], added: [], asks };
  let next = [...own];
  const added: string[] = [];
  for (const one of incoming) {
    const id = same === 'both' || added.includes(one.adapter.id) ? freeId(one.adapter.id, next) : one.adapter.id;
    next = [...next.filter(({ adapter }) => adapter.id !== id), { ...one, adapter: { ...one.adapter, id } }];
    added.push(id);
  }
  return { own: next, added, asks: [] };
}

/** `chat`, or `chat-2` where that is taken. */
function freeId(id: string, own: readonly OwnAdapter[]): string {
  const taken = (name: string) => own.some(({ adapter }) => adapter.id === name);
  if (!taken(id)) return id;
  let number = 2;
  while (taken(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
