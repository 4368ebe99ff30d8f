/** The store `preferences`: the one way in which they change, and how pages of an answer find them. */
import type { Answer } from '../model/answer.ts';
import type { Comparison, Preference } from '../model/preference.ts';
import { Refusal } from '../model/result.ts';
import type { Reviewer } from '../model/review.ts';
import { uuid7 } from '../model/uuid.ts';
import { preferenceSchema } from '../schema/preference.ts';
import { findAnswer, placeAnswer } from './answers.ts';
import { headOfPreference, headTables, putHead } from './heads.ts';
import { preferenceNoted } from './noted.ts';
import type { Reading, Sound, Store, Writing } from './open.ts';
import { enqueueChange } from './outbox.ts';
import { note, recordTables } from './record.ts';

/** One of two answers; the answer itself is needed the first time only. */
export interface Named {
  answerId: string;
  answer?: Answer;
}

/** One act of a reviewer. */
export type PreferenceChange =
  | { kind: 'prefer'; pair: [Named, Named]; better: Comparison; reason: string }
  /** Back to what an earlier revision said; 0 withdraws the preference. */
  | { kind: 'undo'; id: string; toRevision: number }
  | { kind: 'withdraw'; id: string };

/** One act and what the background knows about it. */
export interface PreferenceRequest {
  change: PreferenceChange;
  reviewer: Reviewer;
  rubric: { id: string; version: string };
  policyVersion: string | null;
  /** Epoch ms. */
  now: number;
  /** Where it has to go. */
  destinationIds: string[];
  /** How long it stays here so that undo costs nothing; 10 s if absent. */
  undoMs?: number;
}

/**
 * Applies one act to the newest state, in one strict transaction: both answers, new revision, list row, entry of the
 * record and outbox row stand or fall together. What changes nothing writes no revision. Refusals: `answer-missing`, `same-answer`,
 * `preference-unknown`, `revision-unknown`, and those of the store.
 */
export function changePreference(store: Store, request: PreferenceRequest): Promise<Preference> {
  const { change, now, destinationIds, undoMs = 10_000 } = request;
  return store.write(['answers', 'preferences', 'outbox', 'receipts', ...headTables, ...recordTables], async (tx, sound) => {
    const about = await aboutOf(tx, sound, request);
    const preference = preferenceAfter(request, about);
    if (about.revisions.includes(preference)) return preference;
    const [one] = about.answers;
    await tx.objectStore('preferences').add(preference);
    await putHead(tx, sound, headOfPreference({ preference, answers: about.answers }));
    await note(tx, sound, [preferenceNoted(change.kind, preference, about.answers)], now);
    if (destinationIds.length > 0) {
      const undoneTo = change.kind === 'undo' ? change.toRevision : change.kind === 'withdraw' ? 0 : null;
      const record = { id: preference.id, revision: preference.revision, answerId: one.id };
      await enqueueChange(tx, sound, { record, destinationIds, undoneTo, now, undoMs });
    }
    return preference;
  });
}

/** What an act makes of a preference: the newest revision itself where nothing changes. Refusals: `preference-unknown`, `revision-unknown`. */
export function preferenceAfter({ change, reviewer, rubric, policyVersion, now }: PreferenceRequest, about: About): Preference {
  const newest = about.revisions.at(-1) ?? null;
  const said = sayingOf(change, about);
  if (newest?.status === said.status && newest.better === said.better && newest.reason === said.reason) return newest;
  if (!newest && said.status === 'withdrawn') throw new Refusal('preference-unknown');
  const at = new Date(now).toISOString();
  const [one, other] = about.answers;
  return preferenceSchema.parse({
    ...said,
    id: newest?.id ?? uuid7(now),
    answerIds: [one.id, other.id],
    reviewer,
    rubric,
    policyVersion,
    revision: about.highest + 1,
    createdAt: newest?.createdAt ?? at,
    updatedAt: at,
  });
}

/**
 * The newest preferences that say something about any of these answers, each once. They speak in the ids that were asked
 * for, where an answer is stored under another one.
 */
export function findPreferences(store: Store, answerIds: string[]): Promise<Preference[]> {
  return store.read(['answers', 'preferences'], async (tx, sound) => {
    const asked = new Map<string, string>();
    for (const id of answerIds) {
      const answer = await findAnswer(tx, sound, id);
      if (answer) asked.set(answer.id, id);
    }
    const found = new Map<string, Preference>();
    for (const id of asked.keys()) for (const preference of await preferencesOf(tx, sound, id)) found.set(preference.id, preference);
    return [...found.values()].map((preference) => inAskedIds(preference, asked));
  });
}

/** A preference in the ids that were asked for; `asked`: stored id → that one. */
export function inAskedIds({ answerIds: [one, other], better, ...rest }: Preference, asked: Map<string, string>): Preference {
  const named = (id: string): string => asked.get(id) ?? id;
  return { ...rest, answerIds: [named(one), named(other)], better: better && named(better) };
}

/** The newest revisions that say something about a stored answer, oldest first. */
export async function preferencesOf(tx: Reading, sound: Sound, answerId: string): Promise<Preference[]> {
  const records = await tx.objectStore('preferences').index('byAnswer').getAll(answerId);
  return newestOf(read(sound, records)).filter(({ status }) => status === 'final');
}

/** All revisions of one preference that can be read, oldest first. */
export async function preferenceRevisions(tx: Reading, sound: Sound, id: string): Promise<Preference[]> {
  return read(sound, await tx.objectStore('preferences').getAll(IDBKeyRange.bound([id], [id, []])));
}

/** What an act is about. */
export interface About {
  /** In the order of the preference. */
  answers: [Answer, Answer];
  /** Stored ids in the order in which they were named. */
  named: [string, string];
  /** Those that can be read, oldest first, and the highest number that is taken, readable or not. */
  revisions: Preference[];
  highest: number;
}

async function aboutOf(tx: Writing, sound: Sound, { change, reviewer }: PreferenceRequest): Promise<About> {
  if (change.kind === 'prefer') return aboutPair(tx, sound, change.pair, reviewer.id);
  const revisions = await preferenceRevisions(tx, sound, change.id);
  const newest = revisions.at(-1);
  if (newest?.reviewer.id !== reviewer.id) throw new Refusal('preference-unknown');
  const [one, other] = await Promise.all(newest.answerIds.map((id) => findAnswer(tx, sound, id)));
  if (!one || !other) throw new Refusal('answer-missing');
  return { answers: [one, other], named: newest.answerIds, revisions, highest: await highestOf(tx, newest.id) };
}

/** Two answers that are being compared are two, however little they differ: neither becomes another id of the other. */
async function aboutPair(tx: Writing, sound: Sound, [first, second]: [Named, Named], reviewerId: string): Promise<About> {
  const known = await findAnswer(tx, sound, second.answerId);
  const one = await placeAnswer(tx, sound, first.answerId, first.answer, known?.id);
  const other = await placeAnswer(tx, sound, second.answerId, second.answer, one?.id);
  if (!one || !other) throw new Refusal('answer-missing');
  if (one.id === other.id) throw new Refusal('same-answer');
  const records = await tx.objectStore('preferences').index('byAnswer').getAll(one.id);
  const past = newestOf(read(sound, records)).find(({ answerIds, reviewer }) => reviewer.id === reviewerId && answerIds.includes(other.id));
  const named: [string, string] = [one.id, other.id];
  if (!past) return { answers: [one, other], named, revisions: [], highest: 0 };
  return {
    answers: past.answerIds[0] === one.id ? [one, other] : [other, one],
    named,
    revisions: await preferenceRevisions(tx, sound, past.id),
    highest: await highestOf(tx, past.id),
  };
}

async function highestOf(tx: Writing, id: string): Promise<number> {
  const keys = await tx.objectStore('preferences').getAllKeys(IDBKeyRange.bound([id], [id, []]));
  return keys.at(-1)?.[1] ?? 0;
}

function sayingOf(
  change: PreferenceChange,
  { revisions, named: [first, second] }: About,
): Pick<Preference, 'better' | 'reason' | 'status'> {
  const nothing = { better: null, reason: '', status: 'withdrawn' as const };
  switch (change.kind) {
    case 'withdraw':
      return nothing;
    case 'undo': {
      if (change.toRevision === 0) return nothing;
      const earlier = revisions.find(({ revision }) => revision === change.toRevision);
      if (!earlier) throw new Refusal('revision-unknown', { revision: change.toRevision });
      return { better: earlier.better, reason: earlier.reason, status: earlier.status };
    }
    default: {
      const { better, reason } = change;
      return { better: better === 'same' ? null : better === 'first' ? first : second, reason, status: 'final' };
    }
  }
}

const read = (sound: Sound, records: Preference[]): Preference[] =>
  records.flatMap((record) => sound('preferences', [record.id, record.revision], preferenceSchema, record) ?? []);

/** In the order of their keys, so that the last one of an id is the newest. */
const newestOf = (revisions: Preference[]): Preference[] => [...new Map(revisions.map((one) => [one.id, one])).values()];
