/** The flags of a review, each with the passage that it is about. */
import { text } from '../../lib/i18n/text.ts';
import type { Flag } from '../../lib/model/review.ts';
import { categoryName } from '../review/Tags.tsx';
import { Button } from '../ui/Button.tsx';

export interface FlagListProps {
  flags: Flag[];
  /** Absent where nothing can be changed. */
  onRemove?: (flag: Flag) => void;
}

const tones = { minor: 'warn', major: 'bad', critical: 'bad' } as const;

export function FlagList({ flags, onRemove }: FlagListProps) {
  if (flags.length === 0) return null;
  return (
    <ul class="flag-list">
      {flags.map((flag) => (
        <li key={flag.id} data-flag={flag.id}>
          <div class="line">
            <strong>{categoryName(flag.category)}</strong>
            <span class={`tag ${tones[flag.severity]}`}>{text(`severity.${flag.severity}`)}</span>
            {onRemove && (
              <Button
                kind="quiet"
                class="end"
                aria-label={text('dashboard.removeFlagNamed', { name: categoryName(flag.category) })}
                onClick={() => onRemove(flag)}
              >
                {text('dashboard.removeFlag')}
              </Button>
            )}
          </div>
          {flag.span && <q class={tones[flag.severity]}>{flag.span.quote.exact}</q>}
          {flag.note && <p>{flag.note}</p>}
        </li>
      ))}
    </ul>
  );
}
