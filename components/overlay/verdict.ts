/** What a mark shows: the review of its answer in one sign. */
import { text } from '../../lib/i18n/text.ts';
import type { Review } from '../../lib/model/review.ts';
import { verdictOf } from '../../lib/review/verdict.ts';
import type { IconName } from './icons.tsx';

export interface Sign {
  icon: IconName;
  tone: 'none' | 'good' | 'bad' | 'blue' | 'warn';
  /** Shown instead of the icon: how many flags. */
  count: number;
  /** For screen readers: "Reviewed: thumbs up, 2 flags". */
  name: string;
}

/** A withdrawn review says nothing any more. */
export function signOf(review: Review | null): Sign {
  const said = review && review.status !== 'withdrawn' ? review : null;
  const verdict = said && verdictOf(said);
  const count = said?.flags.length ?? 0;
  if (!said || !verdict) return { icon: 'pencil', tone: 'none', count: 0, name: text('mark.none') };
  const name = text(count > 0 ? 'mark.reviewedFlags' : 'mark.reviewed', { verdict: text(`verdict.${verdict}`), n: count });
  switch (verdict) {
    case 'up':
    case 'approved':
      return { icon: 'check', tone: 'good', count, name };
    case 'down':
    case 'rejected':
      return { icon: 'cross', tone: 'bad', count, name };
    case 'escalated':
    case 'flagged':
      return { icon: 'flag', tone: 'warn', count, name };
    case 'corrected':
    case 'edited':
    case 'noted':
      return { icon: 'pencil', tone: 'blue', count, name };
  }
}
