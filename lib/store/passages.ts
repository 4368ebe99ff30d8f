/** Passages that a person selected for review: nothing in the page marks them, so that they have to be looked for by their text. */
import { answerSchema } from '../schema/answer.ts';
import type { Store } from './open.ts';
import { ownerIn, pastOf } from './own.ts';

/** The texts of the passages of a page that one has reviewed oneself; `url` is compared without its fragment. A withdrawn review needs no passage. */
export function passagesAt(store: Store, origin: string, url: string): Promise<string[]> {
  return store.read(['answers', 'reviews', 'meta'], async (tx, sound) => {
    const owner = await ownerIn(tx, sound);
    const texts: string[] = [];
    for (const record of await tx.objectStore('answers').index('bySite').getAll('page')) {
      // Most are of other pages: only those of this one are worth being parsed.
      if (record.origin !== origin || bare(record.url) !== bare(url)) continue;
      const answer = sound('answers', record.id, answerSchema, record);
      if (answer?.detectedBy.kind !== 'selection') continue;
      const { newest } = await pastOf(tx, sound, answer.id, owner);
      if (newest && newest.status !== 'withdrawn') texts.push(answer.text);
    }
    return texts;
  });
}

/** An address without its fragment. Takes what is stored before it is parsed: a bad record must not hide the others. */
export const bare = (url: unknown): string => String(url).split('#', 1)[0]!;
