/** What was said before, newest first, and whether it was sent. */
import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Review } from '../../lib/model/review.ts';
import type { OutboxState } from '../../lib/model/sync.ts';
import { verdictOf } from '../../lib/review/verdict.ts';
import { FlagTags, OwnTags, VerdictTag } from '../review/Tags.tsx';
import { Button } from '../ui/Button.tsx';

/** How far one revision has come on its way to the destination. */
export interface Delivery {
  revision: number;
  state: OutboxState | 'stored' | 'duplicate' | 'received';
}

export interface RevisionsProps {
  /** Oldest first. */
  revisions: Review[];
  delivery: Delivery[];
  onGoBack: (revision: number) => void;
}

export function Revisions({ revisions, delivery, onGoBack }: RevisionsProps) {
  if (revisions.length === 0) return null;
  const newest = revisions.at(-1)?.revision;
  return (
    <section>
      <h3>{text('dashboard.revisions')}</h3>
      <ol class="revisions">
        {revisions.toReversed().map((review) => {
          const { revision, status, flags, tags, updatedAt } = review;
          const state = delivery.find((one) => one.revision === revision)?.state;
          return (
            <li key={revision} aria-label={text('dashboard.revision', { n: revision })}>
              <time class="soft" dateTime={updatedAt}>
                {when(updatedAt)}
              </time>
              <span class="line">
                {status === 'withdrawn' ? (
                  <span class="tag plain">{text('dashboard.deleted')}</span>
                ) : (
                  <>
                    {verdictOf(review) === null && tags ? <OwnTags tags={tags} /> : <VerdictTag verdict={verdictOf(review)} />}
                    <FlagTags flags={flags} />
                  </>
                )}
                {state && <span class="hint">{text(`delivery.${state}`)}</span>}
              </span>
              {revision === newest ? (
                <span class="hint">{text('dashboard.newest')}</span>
              ) : (
                status === 'final' && (
                  <Button kind="quiet" aria-label={text('dashboard.goBackNamed', { n: revision })} onClick={() => onGoBack(revision)}>
                    {text('dashboard.goBack')}
                  </Button>
                )
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
