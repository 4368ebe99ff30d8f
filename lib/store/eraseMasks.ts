/** What an erase leaves of what is kept for masking. */
import { conversationOf, type ConversationKey, type Ledger } from '../model/privacy.ts';
import { answerSchema } from '../schema/answer.ts';
import type { Writing } from './open.ts';

/**
 * Of a conversation that goes as a whole nothing stays. Of one that goes in part the placeholders stay taken, so that none comes to mean somebody
 * else, but nobody knows any more whom they stood for; what a person hid by hand stays hidden where it stands in what is left, and is forgotten where it
 * does not. Before the answers themselves go.
 */
export async function eraseMasks(tx: Writing, gone: ReadonlySet<string>): Promise<void> {
  const masks = tx.objectStore('masks');
  const keys = new Map<string, ConversationKey>();
  for (const record of await Promise.all([...gone].map((id) => tx.objectStore('answers').get(id)))) {
    const answer = answerSchema.safeParse(record).data;
    const key = answer && conversationOf(answer);
    if (key) keys.set(JSON.stringify(key), key);
  }
  for (const key of keys.values()) {
    const kept = await masks.get(key);
    if (!kept) continue;
    const left = (await answersOf(tx, key)).filter((id) => !gone.has(id));
    const taken = (ledger: Ledger): Ledger => Object.fromEntries(Object.keys(ledger).map((name) => [name, name]));
    const texts = await textsAbout(tx, left);
    const hidden = kept.hidden.filter((words) => texts.includes(asText(words).slice(1, -1)));
    await (left.length > 0 ? masks.put({ ...kept, ledger: taken(kept.ledger), shown: [], hidden }) : masks.delete(key));
  }
}

/** Forgets what was kept for conversations of which nothing is stored any more, readable or not. */
export async function clearMasks(tx: Writing): Promise<void> {
  for (let cursor = await tx.objectStore('masks').openCursor(); cursor; cursor = await cursor.continue())
    if ((await answersOf(tx, cursor.primaryKey)).length === 0) await cursor.delete();
}

/** Everything that stands about some answers, as one text. */
async function textsAbout(tx: Writing, answers: string[]): Promise<string> {
  const found = await Promise.all(
    answers.flatMap((id): Promise<unknown>[] => [
      tx.objectStore('answers').get(id),
      tx
        .objectStore('reviews')
        .index('byAnswer')
        .getAll(IDBKeyRange.bound([id], [id, []])),
      tx.objectStore('preferences').index('byAnswer').getAll(id),
      tx.objectStore('drafts').get(id),
    ]),
  );
  return asText(found);
}

/** In one case: words are hidden in any. */
const asText = (value: unknown): string => JSON.stringify(value).toLowerCase();

async function answersOf(tx: Writing, [origin, id, address]: ConversationKey): Promise<string[]> {
  const answers = tx.objectStore('answers');
  if (id) return answers.index('byConversation').getAllKeys(IDBKeyRange.bound([origin, id], [origin, id, []]));
  const here = await answers.index('byAddress').getAll([origin, address]);
  return here.filter(({ conversation }) => !conversation.id).map((answer) => answer.id);
}
