/** Answers and acts to test with: whole and valid, each part can be replaced. */
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Answer } from '../../lib/model/answer.ts';
import type { Flag, Review } from '../../lib/model/review.ts';
import type { ReviewedAnswer } from '../../lib/model/reviewed.ts';
import type { ChangeRequest } from '../../lib/store/changes.ts';
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
    destinationId: null,
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
