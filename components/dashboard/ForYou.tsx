/** What colleagues want of this person, and what they answered: above the list, as long as there is anything. */
import { useState } from 'preact/hooks';
import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Review } from '../../lib/model/review.ts';
import type { ReviewRow } from '../../lib/model/reviewed.ts';
import { verdictOf } from '../../lib/review/verdict.ts';
import { VerdictTag } from '../review/Tags.tsx';
import { Button } from '../ui/Button.tsx';
import { brief } from './ReviewTable.tsx';

/** A colleague's review that concerns this person. */
export interface Concern {
  review: Review;
  row: ReviewRow;
}

export interface ForYouProps {
  asked: Concern[];
  answered: Concern[];
  onOpen: (id: string) => void;
  /** A verdict was read. */
  onTold: (review: Review) => void;
}

/** Rows that are shown at first: the list stays in view. */
const few = 3;

export function ForYou({ asked, answered, onOpen, onTold }: ForYouProps) {
  const [whole, setWhole] = useState(false);
  const all = [...answered, ...asked];
  if (all.length === 0) return null;
  const shown = whole ? all : all.slice(0, few);
  return (
    <section class="for-you" aria-labelledby="for-you">
      <h2 id="for-you">{text('team.title')}</h2>
      <ul>
        {shown.map(({ review, row }) => {
          const name = nameOf(review);
          const asks = review.decision === 'escalate';
          const says = asks ? review.escalation?.reason : review.note;
          return (
            <li key={review.id}>
              <button type="button" class="concern" data-concern={review.id} onClick={() => onOpen(review.id)}>
                <span class="who">
                  {asks ? <span class="tag warn">{text('team.asks')}</span> : <VerdictTag verdict={verdictOf(review)} />}
                  <bdi>{name}</bdi>
                </span>
                <span class="about" dir="auto">
                  {row.prompt ?? row.excerpt}
                </span>
                <span class="says soft" dir="auto">
                  {says}
                </span>
                <time class="soft" dateTime={review.updatedAt} title={when(review.updatedAt)}>
                  {brief(review.updatedAt)}
                </time>
              </button>
              {!asks && (
                <Button kind="quiet" aria-label={text('team.gotItNamed', { name })} onClick={() => onTold(review)}>
                  {text('team.gotIt')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {all.length > shown.length && (
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {text('team.more', { n: all.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

/** A colleague's name, or the word for one without. */
export const nameOf = ({ reviewer }: Pick<Review, 'reviewer'>): string => reviewer.name?.trim() || text('team.colleague');
