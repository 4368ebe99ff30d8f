/** A judgement as the single marks that evaluation tools keep: a name with a number, a label or a text. */
import type { Turn } from '../../model/answer.ts';
import type { Flag } from '../../model/review.ts';
import type { SyncEvent } from '../../model/sync.ts';

/** One thing that was said of an answer. */
export interface Mark {
  /** `rating`, `decision`, `flag`, `correction`, `note`, `tag`, `preference`, or a criterion of the rubric after `score.`. */
  name: string;
  /** −1 or 1 of a rating, points of a criterion. */
  score: number | null;
  /** One of a few words. */
  label: string | null;
  /** In the person's own words; of a correction the whole corrected text. */
  text: string | null;
  /** What a flag is about, beyond its category. */
  flag?: Flag;
}

/** Everything that an event says, in a fixed order; nothing where it takes back or erases. */
export function marksOf(event: SyncEvent): Mark[] {
  if (event.type === 'preference.saved') {
    const { answerIds, better, reason } = event.preference;
    const label = better === null ? 'same' : better === answerIds[0] ? 'first' : 'second';
    return [mark('preference', { label, text: reason })];
  }
  if (event.type !== 'review.final') return [];
  const { rating, decision, escalation, scores, flags, correction, note, tags } = event.review;
  return [
    ...(rating === null ? [] : [mark('rating', { score: rating, label: rating > 0 ? 'up' : 'down' })]),
    ...(decision === null ? [] : [mark('decision', { label: decision, text: escalation ? `${escalation.to}: ${escalation.reason}` : '' })]),
    ...Object.entries(scores).map(([criterion, score]) => mark(`score.${criterion}`, { score })),
    ...flags.map((flag) => ({ ...mark('flag', { label: flag.category, text: flag.note ?? flag.span?.quote.exact }), flag })),
    ...(correction === null ? [] : [mark('correction', { label: 'corrected', text: correction.markdown })]),
    ...(note === '' ? [] : [mark('note', { label: 'note', text: note })]),
    ...(tags ?? []).map((tag) => mark('tag', { label: tag })),
  ];
}

const mark = (name: string, { score, label, text }: { score?: number; label?: string; text?: string | undefined }): Mark => ({
  name,
  score: score ?? null,
  label: label ?? null,
  text: text || null,
});

/** True for what says something of an answer, false for what takes it back or erases. */
export const said = ({ type }: SyncEvent): boolean => type === 'review.final' || type === 'preference.saved';

/** Who said it and on what, for a tool's own field of further facts. */
export function aboutMark(event: SyncEvent, { flag }: Mark): Record<string, string | number> {
  const made = 'review' in event ? event.review : 'preference' in event ? event.preference : null;
  return {
    event: event.id,
    ...(made ? { reviewer: made.reviewer.id, role: made.reviewer.role } : {}),
    ...(flag ? { severity: flag.severity } : {}),
    ...(flag?.span ? { passage: flag.span.quote.exact, start: flag.span.position.start, end: flag.span.position.end } : {}),
  };
}

/** A prompt as the messages that a model takes. */
export const messagesOf = (prompt: Turn[]): { role: string; content: string }[] =>
  prompt.map(({ role, text }) => ({ role, content: text }));
