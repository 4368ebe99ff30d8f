/** What a mark shows: the review of its answer in one sign. */
import { text } from '../../lib/i18n/text.ts';
import type { Review } from '../../lib/model/review.ts';
import type { Verdict } from '../../lib/model/reviewed.ts';
import { verdictOf } from '../../lib/review/verdict.ts';
import type { IconName } from './icons.ts';

export interface Sign {
  icon: IconName;
  tone: 'none' | 'good' | 'bad' | 'blue' | 'warn';
  /** Shown instead of the icon: how many flags. */
  count: number;
  /** For screen readers: "Reviewed: thumbs up, 2 flags". */
  name: string;
}

const good = { icon: 'check', tone: 'good' } as const;
const bad = { icon: 'cross', tone: 'bad' } as const;
const blue = { icon: 'pencil', tone: 'blue' } as const;
const looks: Record<Verdict, Pick<Sign, 'icon' | 'tone'>> = {
  up: good,
  approved: good,
  down: bad,
  rejected: bad,
  escalated: { icon: 'arrow', tone: 'warn' },
  flagged: { icon: 'flag', tone: 'warn' },
  corrected: blue,
  edited: blue,
  noted: blue,
};

/** A withdrawn review says nothing any more. */
export function signOf(review: Review | null): Sign {
  const said = review && review.status !== 'withdrawn' ? review : null;
  const verdict = said && verdictOf(said);
  const count = said?.flags.length ?? 0;
  if (!said || !verdict) return { icon: 'pencil', tone: 'none', count: 0, name: text('mark.none') };
  const name = text(count > 0 ? 'mark.reviewedFlags' : 'mark.reviewed', { verdict: text(`verdict.${verdict}`), n: count });
  return { ...looks[verdict], count, name };
}
