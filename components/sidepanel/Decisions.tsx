/** Approve, reject, escalate. What the reviewer's role may not decide is locked, and says why. */
import { text } from '../../lib/i18n/text.ts';
import type { Terms } from '../../lib/model/controls.ts';
import type { Review, ReviewChange } from '../../lib/model/review.ts';
import { Icon } from '../overlay/Icon.tsx';
import { decided, isDecided, lockOf } from './decide.ts';

interface DecisionsProps {
  review: Review | null;
  terms: Terms;
  onChange: (change: ReviewChange) => void;
  /** To whom, and why, has to be said first. */
  onEscalate: () => void;
}

const icons = { approve: 'check', reject: 'cross', escalate: 'arrow' } as const;

export function Decisions({ review, terms, onChange, onEscalate }: DecisionsProps) {
  const all = ['approve', 'reject', 'escalate'] as const;
  const reasons = new Set(all.flatMap((decision) => lockOf(review, decision, terms) ?? []));
  return (
    <>
      <div class="decisions">
        {all.map((decision) => {
          const locked = lockOf(review, decision, terms);
          const name = text(decision === 'approve' && review?.correction ? 'rail.edit' : `rail.${decision}`);
          return (
            <button
              key={decision}
              type="button"
              class={`decision ${decision}`}
              aria-label={locked ? `${name}. ${locked}` : name}
              title={locked ?? name}
              aria-disabled={locked !== undefined}
              aria-pressed={isDecided(review, decision)}
              onClick={() => {
                if (locked) return;
                if (decision === 'escalate') onEscalate();
                else onChange(decided(review, decision));
              }}
            >
              <Icon name={locked ? 'lock' : icons[decision]} />
              <span>{text(`rail.${decision}`)}</span>
            </button>
          );
        })}
      </div>
      {[...reasons].map((reason) => (
        <p key={reason} class="hint locked">
          {reason}
        </p>
      ))}
    </>
  );
}
