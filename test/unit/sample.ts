/** Answers and acts to test with: whole and valid, each part can be replaced. */
import { endpointDraft } from '../endpoint/draft.ts';
import type { WantedDestination } from '../../lib/store/settings.ts';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Answer } from '../../lib/model/answer.ts';
import type { Flag, Review } from '../../lib/model/review.ts';
import type { ComparedAnswers, Comparison } from '../../lib/model/preference.ts';
import type { ReviewedAnswer } from '../../lib/model/reviewed.ts';
import type { ChangeRequest } from '../../lib/store/next.ts';
import type { PreferenceChange, PreferenceRequest } from '../../lib/store/preferences.ts';
import { openStore, type Store } from '../../lib/store/open.ts';

/** 2026-03-12, 10:00 UTC. */
export const noon = Date.UTC(2026, 2, 12, 10);
export const isoAt = (ms: number): string => new Date(noon + ms).toISOString();

export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** An answer; its id follows from its text and message id. */
export function answer(parts: Partial<Answer> = {}): Answer {
  const text = parts.text ?? 'The capital of Australia is Canberra.';
  const message = parts.message ?? { id: null, ordinal: 0, variant: null };
  const prompt = parts.prompt ?? [{ role: 'user' as const, text: 'What is the capital of Australia?' }];
  return {
    id: hashOf(`${message.id ?? prompt.at(-1)?.text ?? ''}|${text}`),
    site: 'generic',
    url: 'https://chat.example/c/1',
    title: 'A chat',
    conversation: { id: null },
    provider: null,
    model: 'model-1',
    origin: 'https://chat.example',
    promptComplete: true,
    thinking: null,
    evidence: [],
    detectedBy: { kind: 'generic', id: 'generic', score: 5, reasons: ['two speakers'] },
    capturedAt: isoAt(0),
    markdown: text,
    textHash: hashOf(text),
    aliases: [],
    ...parts,
    message,
    prompt,
    text,
  };
}

export const flag = (parts: Partial<Flag> = {}): Flag => ({ id: 'f1', category: 'wrong', severity: 'major', ...parts });

/** A final thumb up on `answer()`, 0 ms after noon, going nowhere. */
export function act(parts: Partial<ChangeRequest> = {}): ChangeRequest {
  const given = 'answer' in parts ? parts.answer : answer();
  return {
    answerId: given?.id ?? '',
    change: { kind: 'rate', rating: 1 },
    final: true,
    reviewer: { id: 'reviewer-1', role: 'reviewer' },
    rubric: { id: 'default', version: '1' },
    now: noon,
    destinationIds: [],
    ...parts,
    answer: given,
  };
}

/** A final review. */
export function review(parts: Partial<Review> = {}): Review {
  return {
    id: '019ce1a4-0000-7000-8000-000000000001',
    answerId: answer().id,
    revision: 1,
    reviewer: { id: 'reviewer-1', role: 'reviewer' },
    timing: { shownAt: null, startedAt: isoAt(0), decidedAt: isoAt(0), activeMs: 0 },
    rubric: { id: 'default', version: '1' },
    policyVersion: null,
    status: 'final',
    createdAt: isoAt(0),
    updatedAt: isoAt(0),
    rating: null,
    scores: {},
    flags: [],
    correction: null,
    decision: null,
    escalation: null,
    note: '',
    ...parts,
  };
}

/** Two answers to the same prompt, as a regenerate gives them. */
export const variants = (texts: [string, string] = ['It is Canberra.', 'It is Sydney, of course.']): [Answer, Answer] => [
  answer({ text: texts[0], message: { id: 'v1', ordinal: 1, variant: '1/2' } }),
  answer({ text: texts[1], message: { id: 'v2', ordinal: 1, variant: '2/2' } }),
];

/** "The first of `variants()` is better", given with both answers, 0 ms after noon, going nowhere. */
export function compare(change: Partial<Extract<PreferenceChange, { kind: 'prefer' }>> = {}, parts: Partial<PreferenceRequest> = {}) {
  const [one, other] = variants();
  return preferring({ kind: 'prefer', pair: [named(one), named(other)], better: 'first', reason: 'It is true.', ...change }, parts);
}

/** An act on a preference, like `compare`. */
export function preferring(change: PreferenceChange, parts: Partial<PreferenceRequest> = {}): PreferenceRequest {
  return {
    change,
    reviewer: { id: 'reviewer-1', role: 'reviewer' },
    rubric: { id: 'default', version: '1' },
    policyVersion: null,
    now: noon,
    destinationIds: [],
    ...parts,
  };
}

export const named = (whole: Answer): { answerId: string; answer: Answer } => ({ answerId: whole.id, answer: whole });

/** A preference with its answers, as exports get it. */
export function compared(better: Comparison, [one, other]: [Answer, Answer] = variants()): ComparedAnswers {
  return {
    preference: {
      id: '019ce1a4-0000-7000-8000-0000000000aa',
      answerIds: [one.id, other.id],
      better: better === 'same' ? null : better === 'first' ? one.id : other.id,
      reason: 'It is true.',
      reviewer: { id: 'reviewer-1', role: 'reviewer' },
      rubric: { id: 'default', version: '1' },
      policyVersion: null,
      status: 'final',
      revision: 1,
      createdAt: isoAt(0),
      updatedAt: isoAt(0),
    },
    answers: [one, other],
  };
}

export const reviewed = (counts: Partial<Review>, about: Partial<Answer> = {}): ReviewedAnswer => {
  const whole = review(counts);
  return { answer: answer(about), reviews: [whole], counts: whole };
};

let databases = 0;
/** A database of its own. */
export const freshStore = (): Store => openStore({ name: `test-${++databases}`, now: () => noon });

/** Everything that an async iterable gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** An endpoint as the store is given it, once the connector has checked it. */
export const wanted = (url: string, token?: string | null, now = noon, id?: string): WantedDestination => ({
  ...endpointDraft(url, token, id),
  place: url,
  now,
});
