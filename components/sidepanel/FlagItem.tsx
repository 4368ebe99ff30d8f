/** One flag: what it is about, how much it matters, and a note; all but the passage can be changed. */
import { text } from '../../lib/i18n/text.ts';
import { severities, type Flag } from '../../lib/model/review.ts';
import { Writing } from '../dashboard/Writing.tsx';
import { Button } from '../ui/Button.tsx';

interface FlagItemProps {
  flag: Flag;
  /** Of its category. */
  name: string;
  /** Its severity and its note are being changed. */
  writing: boolean;
  onWrite: (on: boolean) => void;
  onRemove: () => void;
  onChange: (flag: Flag) => void;
  /** Keeps what is typed; the reply is what went wrong, in words, or null. */
  onDraft: (flag: Flag) => Promise<string | null>;
  onFinish: () => Promise<string | null>;
}

const tones = { minor: 'warn', major: 'bad', critical: 'bad' } as const;

export function FlagItem({ flag, name, writing, onWrite, onRemove, onChange, onDraft, onFinish }: FlagItemProps) {
  return (
    <li data-flag={flag.id}>
      <div class="line">
        <strong>{name}</strong>
        {!writing && <span class={`tag ${tones[flag.severity]}`}>{text(`severity.${flag.severity}`)}</span>}
        <span class="end">
          {!writing && (
            <Button kind="quiet" aria-label={text('panel.editFlagNamed', { name })} onClick={() => onWrite(true)}>
              {text('panel.edit')}
            </Button>
          )}
          <Button kind="quiet" aria-label={text('dashboard.removeFlagNamed', { name })} onClick={onRemove}>
            {text('dashboard.removeFlag')}
          </Button>
        </span>
      </div>
      {flag.span && (
        <q class={tones[flag.severity]} dir="auto">
          {flag.span.quote.exact}
        </q>
      )}
      {writing ? (
        <>
          <div class="severities" role="group" aria-label={text('menu.severity')}>
            {severities.map((severity) => (
              <button
                key={severity}
                type="button"
                class={`severity ${tones[severity]}`}
                aria-pressed={flag.severity === severity}
                onClick={() => flag.severity !== severity && onChange({ ...flag, severity })}
              >
                {text(`severity.${severity}`)}
              </button>
            ))}
          </div>
          <Writing
            label={text('dashboard.note')}
            rows={2}
            value={flag.note ?? ''}
            onDraft={(note) => onDraft(noted(flag, note))}
            onFinish={onFinish}
            onClose={() => onWrite(false)}
          />
        </>
      ) : (
        flag.note && <p dir="auto">{flag.note}</p>
      )}
    </li>
  );
}

/** An empty note is none. */
function noted(flag: Flag, note: string): Flag {
  const { note: _, ...bare } = flag;
  return note.trim() === '' ? bare : { ...bare, note };
}
