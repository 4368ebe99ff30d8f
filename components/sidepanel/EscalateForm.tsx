/** To whom an answer goes, and why. */
import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { noteLimit } from '../../lib/model/review.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';

interface EscalateFormProps {
  /** What was said before. */
  known: { to: string; reason: string } | null;
  /** Whom the policy names; with none the reviewer writes a name. */
  to: readonly string[];
  /** The reply is what went wrong, in words, or null. */
  onEscalate: (to: string, reason: string) => Promise<string | null>;
  onClose: () => void;
}

export function EscalateForm({ known, to: names, onEscalate, onClose }: EscalateFormProps) {
  const [to, setTo] = useState(known && (names.length === 0 || names.includes(known.to)) ? known.to : (names[0] ?? ''));
  const [reason, setReason] = useState(known?.reason ?? '');
  const [problem, setProblem] = useState<string | null>(null);

  async function escalate(): Promise<void> {
    const wrong = to.trim() === '' ? text('panel.escalateWho') : await onEscalate(to.trim(), reason.trim());
    setProblem(wrong);
    if (wrong === null) onClose();
  }

  return (
    <form
      class="writing"
      onSubmit={(event) => {
        event.preventDefault();
        void escalate();
      }}
      onKeyDown={(event) => {
        if (event.isComposing || (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey)))) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
        else void escalate();
      }}
    >
      <Field label={text('escalate.to')} error={problem}>
        {names.length > 0 ? (
          <select value={to} ref={focusOnce} onChange={(event) => setTo(event.currentTarget.value)}>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <input value={to} maxLength={200} autocomplete="off" ref={focusOnce} onInput={(event) => setTo(event.currentTarget.value)} />
        )}
      </Field>
      <Field label={text('panel.escalateWhy')}>
        <textarea rows={3} value={reason} maxLength={noteLimit} onInput={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <div class="line">
        <Button kind="main" submit>
          {text('rail.escalate')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {text('panel.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Stable, so that it is called once. */
function focusOnce(field: HTMLElement | null): void {
  field?.focus();
}
