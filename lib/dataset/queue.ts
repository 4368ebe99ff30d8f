/** Rows of a data set as what waits to be reviewed: an answer each, with a draft that says nothing yet but where it is from. */
import { answerId, textHash } from '../capture/identity.ts';
import type { Answer } from '../model/answer.ts';
import { emptyJudgement, tagOf, type Review } from '../model/review.ts';
import { uuid7 } from '../model/uuid.ts';
import type { DatasetRow } from './row.ts';

/** What all drafts have in common. */
export interface QueueFor extends Pick<Review, 'reviewer' | 'rubric' | 'policyVersion'> {
  /** Of the file. */
  name: string;
  /** When the file was last changed, epoch ms: what was said of its answers since is newer. */
  at: number;
}

/** A name that nobody can have (RFC 2606): such answers stand on no page. */
const origin = 'https://dataset.invalid';

/** The tag by which they are found. */
export const queueTag = (name: string): string => tagOf(name.replace(/\.(jsonl?|csv|parquet|txt)$/i, ''));

/**
 * Drafts and answers. The same row of a file of the same name always has the same ids, so that it comes in once. `number` counts rows from 1: a row
 * without an id of its own is known by it.
 */
export function queued(
  { prompt, answers, id, model }: DatasetRow,
  number: number,
  { name, at, ...common }: QueueFor,
): { answer: Answer; draft: Review }[] {
  const rowId = id ?? String(number);
  const captured = new Date(at + number).toISOString();
  // The list shows what changed last first: that is the first row.
  const changed = new Date(at - number).toISOString();
  return answers.map((markdown, index): { answer: Answer; draft: Review } => {
    // What is said of an answer is said of its text: Markdown as it came, so that each place in it is a place in what trains.
    const messageId = `${name}#${rowId}`;
    const answer: Answer = {
      id: answerId({ origin, messageId, prompt: null, text: markdown }),
      site: 'dataset',
      origin,
      url: `${origin}/${encodeURIComponent(name)}#${encodeURIComponent(rowId)}`,
      title: `${name} · ${rowId}`,
      conversation: { id: messageId },
      message: { id: rowId, ordinal: index, variant: answers.length > 1 ? `${index + 1}/${answers.length}` : null },
      provider: null,
      model,
      prompt,
      promptComplete: true,
      thinking: null,
      text: markdown,
      markdown,
      textHash: textHash(markdown),
      aliases: [],
      evidence: [],
      detectedBy: { kind: 'selection', id: 'dataset', score: 1, reasons: [] },
      capturedAt: captured,
    };
    const tag = queueTag(name);
    const draft: Review = {
      ...common,
      ...emptyJudgement(),
      ...(tag && { tags: [tag] }),
      id: uuid7(at, (bytes) =>
        bytes.forEach((_, place) => (bytes[place] = Number.parseInt(answer.id.slice(place * 2, place * 2 + 2), 16))),
      ),
      answerId: answer.id,
      revision: 1,
      timing: { shownAt: null, startedAt: changed, decidedAt: null, activeMs: 0 },
      status: 'draft',
      createdAt: changed,
      updatedAt: changed,
    };
    return { answer, draft };
  });
}
