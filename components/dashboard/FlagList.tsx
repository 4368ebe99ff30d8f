/** The flags of a review, each with the passage that it is about. */
import { useContext } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import type { Flag } from '../../lib/model/review.ts';
import { CategoryNames } from '../review/Tags.tsx';
import { Button } from '../ui/Button.tsx';

export interface FlagListProps {
  flags: Flag[];
  /** Absent where nothing can be changed. */
  onRemove?: (flag: Flag) => void;
}

const tones = { minor: 'warn', major: 'bad', critical: 'bad' } as const;

export function FlagList({ flags, onRemove }: FlagListProps) {
  const nameOf = useContext(CategoryNames);
  if (flags.length === 0) return null;
  return (
    <ul class="flag-list">
      {flags.map((flag) => (
        <li key={flag.id} data-flag={flag.id}>
          <div class="line">
            <strong dir="auto">{nameOf(flag.category)}</strong>
            <span class={`tag ${tones[flag.severity]}`}>{text(`severity.${flag.severity}`)}</span>
            {onRemove && (
              <Button
                kind="quiet"
                class="end"
                aria-label={text('dashboard.removeFlagNamed', { name: nameOf(flag.category) })}
                onClick={() => onRemove(flag)}
              >
                {text('dashboard.removeFlag')}
              </Button>
            )}
          </div>
          {flag.span && (
            <q class={tones[flag.severity]} dir="auto">
              {flag.span.quote.exact}
            </q>
          )}
          {flag.note && <p dir="auto">{flag.note}</p>}
        </li>
      ))}
    </ul>
  );
}
