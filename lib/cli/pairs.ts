/** What a native export says of pairs, one preference a line, as an export is made of it. */
import type { Exported } from '../export/format.ts';
import { oldestFirst, pairKey, type ComparedAnswers } from '../model/preference.ts';

/** Preferences of one pair that stand behind each other become one thing, of which the newest counts. */
export async function* inPairs(items: AsyncIterable<Exported>): AsyncGenerator<Exported> {
  let pair: ComparedAnswers[] = [];
  for await (const item of items) {
    const [before] = pair;
    if (before && !('preference' in item && pairKey(item.preference) === pairKey(before.preference))) {
      yield joined(pair);
      pair = [];
    }
    if (!('preference' in item)) yield item;
    else if (item.preference.status === 'final') pair.push(item);
  }
  if (pair.length > 0) yield joined(pair);
}

function joined(pair: ComparedAnswers[]): ComparedAnswers {
  const preferences = oldestFirst(pair.map(({ preference }) => preference));
  const newest = pair.find(({ preference }) => preference === preferences.at(-1)) as ComparedAnswers;
  return preferences.length > 1 ? { ...newest, preferences } : newest;
}
