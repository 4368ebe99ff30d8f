/** When words are indexed: after writes, many reviews at once, in any context of ours. */
import type { Store } from './open.ts';
import { headSchema } from './rows.ts';
import { addSegment, eraseWords, indexTables, mergeSegments, type Indexed } from './segments.ts';
import { textsOf, textTables } from './texts.ts';
import { fold, termsOf } from './words.ts';

/** So many wait until it is worth a segment: a search looks them through one by one. */
const enough = 200;
/** Reviews in one segment at first, and those whose texts are read in one transaction. */
const most = 1000;
const page = 50;

const running = new WeakMap<Store, Promise<void>>();

/** Indexes as long as enough reviews wait. It may be stopped anywhere and called again, elsewhere also at the same time. */
export function indexWaiting(store: Store, threshold = enough): Promise<void> {
  const run = running.get(store) ?? indexAll(store, threshold).finally(() => running.delete(store));
  running.set(store, run);
  return run;
}

async function indexAll(store: Store, threshold: number): Promise<void> {
  while ((await store.read(['unindexed'], (tx) => tx.objectStore('unindexed').count())) >= threshold) {
    if ((await indexSome(store, most)) === 0) return;
    while (await store.write([...indexTables], mergeSegments)) {
      // One merge a transaction, so that what searches meanwhile waits for one only.
    }
  }
}

/** Indexes up to `limit` reviews in one strict transaction; returns how many waited. */
export async function indexSome(store: Store, limit: number): Promise<number> {
  const waiting = await store.read(['unindexed'], (tx) => tx.objectStore('unindexed').getAll(null, limit));
  const read = new Map<string, Indexed>();
  for (let at = 0; at < waiting.length; at += page) {
    const ids = waiting.slice(at, at + page).map(({ id }) => id);
    // Read here, cut into words behind: the transaction is not held for that.
    const found = await store.read(['heads', ...textTables], (tx, sound) =>
      Promise.all(
        ids.map(async (id) => {
          const head = sound('heads', id, headSchema, await tx.objectStore('heads').get(id));
          return head && { id, order: head.order, texts: await textsOf(tx, sound, head) };
        }),
      ),
    );
    for (const one of found) if (one) read.set(one.id, { ...one, words: wordsOf(one.texts) });
  }
  return store.write(['unindexed', ...indexTables], async (tx) => {
    const unindexed = tx.objectStore('unindexed');
    const rows = await Promise.all(waiting.map(({ id }) => unindexed.get(id)));
    // What changed in between waits on.
    const same = waiting.filter(({ stamp }, index) => rows[index]?.stamp === stamp);
    const gone = same.filter(({ id }) => !read.has(id));
    await eraseWords(
      tx,
      gone.map(({ id }) => id),
    );
    await addSegment(
      tx,
      same.flatMap(({ id }) => read.get(id) ?? []),
    );
    await Promise.all(same.map(({ id }) => unindexed.delete(id)));
    return waiting.length;
  });
}

function wordsOf(texts: string[]): Set<string> {
  const words = new Set<string>();
  // The Markdown of an answer has most of its lines from the text.
  for (const line of new Set(texts.flatMap((text) => text.split('\n')))) termsOf(fold(line), words);
  return words;
}
