/** The store `answers`: each version of an answer once, under its id and the other ids it was seen with. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Answer } from '../model/answer.ts';
import { answerSchema } from '../schema/answer.ts';
import { alike } from './alike.ts';
import type { Reading, Sound, Writing } from './open.ts';
import type { AnswerRow } from './tables.ts';
import { unawaited } from './unawaited.ts';

/** Share of the text that makes two captures the same answer (design §4). */
export const sameEnough = 0.9;

/** Finds the answer under its id or an alias; null: unknown, or it cannot be read. */
export async function findAnswer(tx: Reading, sound: Sound, id: string): Promise<Answer | null> {
  const answers = tx.objectStore('answers');
  const [own, twin] = await Promise.all([answers.get(id), answers.index('byAlias').get(id)]);
  const record = own ?? twin;
  return sound('answers', record?.id ?? id, answerSchema, record);
}

/**
 * The stored answer that an act is about. One that is new is inserted, unless the same answer is known under another
 * id: then that one gets an alias. `apart` is the id of an answer that this one is not, however alike they are. Null when
 * it is unknown and none was given.
 */
export async function placeAnswer(
  tx: Writing,
  sound: Sound,
  id: string,
  given: Answer | undefined,
  apart?: string,
): Promise<Answer | null> {
  // Asked for along with it: most that are not known have no twin either.
  const asked = given ? twinKeys(tx, given) : Promise.resolve([]);
  unawaited(asked);
  const known = await findAnswer(tx, sound, id);
  if (known || !given) return known;
  const fresh = answerSchema.parse(given);
  const twin =
    (fresh.id === id ? null : await findAnswer(tx, sound, fresh.id)) ?? (await findTwin(tx, sound, fresh, { keys: await asked, apart }));
  const placed = twin ?? fresh;
  const aliases = new Set([...placed.aliases, fresh.id, id]);
  aliases.delete(placed.id);
  const answer = { ...placed, aliases: [...aliases] };
  unawaited(tx.objectStore('answers').put(rowOf(answer)));
  return answer;
}

/** Keys of what has the same message id, then of what has the same prompt. */
async function twinKeys(tx: Reading, fresh: Answer): Promise<string[]> {
  const answers = tx.objectStore('answers');
  const prompt = promptHash(fresh);
  const found = await Promise.all([
    fresh.message.id === null ? [] : answers.index('byMessage').getAllKeys([fresh.origin, fresh.message.id]),
    prompt === null ? [] : answers.index('byPrompt').getAllKeys([fresh.origin, prompt]),
  ]);
  return [...new Set(found.flat())];
}

async function findTwin(
  tx: Reading,
  sound: Sound,
  fresh: Answer,
  { keys, apart }: { keys: string[]; apart: string | undefined },
): Promise<Answer | null> {
  const records = await Promise.all(keys.map((key) => tx.objectStore('answers').get(key)));
  for (const record of records) {
    if (!record || record.id === apart) continue;
    // The generic detector may know no message id where an adapter does; two ids that differ are two answers.
    if (fresh.message.id !== null && record.message?.id && record.message.id !== fresh.message.id) continue;
    const candidate = sound('answers', record.id, answerSchema, record);
    if (candidate && samePlace(candidate, fresh) && alike(candidate.text, fresh.text) >= sameEnough) return candidate;
  }
  return null;
}

/** An answer as it is stored. */
export const rowOf = (answer: Answer): AnswerRow => ({ ...answer, promptHash: promptHash(answer) });

/** A thread that has no id yet (`/`) may have one later (`/c/<id>`); two different ids are two threads. */
const samePlace = (one: Answer, other: Answer): boolean =>
  one.conversation.id === null || other.conversation.id === null || one.conversation.id === other.conversation.id;

function promptHash({ prompt }: Answer): string | null {
  const turn = prompt.findLast(({ role }) => role === 'user');
  return turn ? hash(turn.text) : null;
}

/** Hex SHA-256 of a text in UTF-8. Synchronous: awaiting a digest would end the transaction in Firefox. */
export const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
