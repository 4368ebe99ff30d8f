/** The store `answers`: each version of an answer once, under its id and the other ids it was seen with. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Answer } from '../model/answer.ts';
import { answerSchema } from '../schema/answer.ts';
import { alike } from './alike.ts';
import type { Reading, Sound, Writing } from './open.ts';

/** Share of the text that makes two captures the same answer (design §4). */
const sameEnough = 0.9;

/** Finds the answer under its id or an alias; null: unknown, or it cannot be read. */
export async function findAnswer(tx: Reading, sound: Sound, id: string): Promise<Answer | null> {
  const answers = tx.objectStore('answers');
  const record = (await answers.get(id)) ?? (await answers.index('byAlias').get(id));
  return sound('answers', record?.id ?? id, answerSchema, record);
}

/**
 * The stored answer that an act is about. One that is new is inserted, unless the same answer is known under another
 * id: then that one gets an alias. Null when it is unknown and none was given.
 */
export async function placeAnswer(tx: Writing, sound: Sound, id: string, given: Answer | undefined): Promise<Answer | null> {
  const known = await findAnswer(tx, sound, id);
  if (known || !given) return known;
  const fresh = answerSchema.parse(given);
  const twin = (fresh.id === id ? null : await findAnswer(tx, sound, fresh.id)) ?? (await findTwin(tx, sound, fresh));
  const placed = twin ?? fresh;
  const aliases = new Set([...placed.aliases, fresh.id, id]);
  aliases.delete(placed.id);
  const answer = { ...placed, aliases: [...aliases] };
  await tx.objectStore('answers').put({ ...answer, promptHash: promptHash(answer) });
  return answer;
}

async function findTwin(tx: Writing, sound: Sound, fresh: Answer): Promise<Answer | null> {
  const answers = tx.objectStore('answers');
  const messageId = fresh.message.id;
  const prompt = promptHash(fresh);
  const records = [
    ...(messageId === null ? [] : await answers.index('byMessage').getAll([fresh.origin, messageId])),
    // The generic detector may know no message id where an adapter does; two ids that differ are two answers.
    ...(prompt === null ? [] : await answers.index('byPrompt').getAll([fresh.origin, prompt])).filter(
      (record) => messageId === null || !record.message?.id,
    ),
  ];
  for (const record of records) {
    const candidate = sound('answers', record.id, answerSchema, record);
    if (candidate && samePlace(candidate, fresh) && alike(candidate.text, fresh.text) >= sameEnough) return candidate;
  }
  return null;
}

/** A thread that has no id yet (`/`) may have one later (`/c/<id>`); two different ids are two threads. */
const samePlace = (one: Answer, other: Answer): boolean =>
  one.conversation.id === null || other.conversation.id === null || one.conversation.id === other.conversation.id;

function promptHash({ prompt }: Answer): string | null {
  const turn = prompt.findLast(({ role }) => role === 'user');
  return turn ? hash(turn.text) : null;
}

/** Hex SHA-256 of a text in UTF-8. Synchronous: awaiting a digest would end the transaction in Firefox. */
export const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
