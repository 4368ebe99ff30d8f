/** Where reviews go. The token is written and never shown again. */
import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';

/** What came of an attempt, in words, and the field that it is about. */
export interface Outcome {
  kind: 'good' | 'warn' | 'bad';
  message: string;
  field: 'url' | 'token' | null;
}

export interface DestinationFormProps {
  /** The saved address; null: none. */
  saved: string | null;
  hasToken: boolean;
  /** Called inside the click. `url: null` turns sync off; `token` undefined keeps it, null removes it. */
  onSave: (url: string | null, token?: string | null) => Promise<Outcome>;
  onTest: (url: string, token?: string) => Promise<Outcome>;
}

export function DestinationForm({ saved, hasToken, onSave, onTest }: DestinationFormProps) {
  const [url, setUrl] = useState(saved ?? '');
  const [token, setToken] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState<'save' | 'test' | null>(null);
  const typed = token === '' ? undefined : token;
  const kept = hasToken && url.trim() === saved;

  async function wait(what: 'save' | 'test', attempt: Promise<Outcome>): Promise<void> {
    setBusy(what);
    setOutcome(null);
    const result = await attempt;
    setBusy(null);
    setOutcome(result);
    if (what === 'save' && result.kind !== 'bad') setToken('');
  }
  const submit = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void wait('save', onSave(url, typed));
  };
  const wrong = (field: Outcome['field']): string | null => (outcome?.kind === 'bad' && outcome.field === field ? outcome.message : null);
  const busyWords = busy && text(busy === 'save' ? 'options.saving' : 'options.testing');

  return (
    <form class="form" noValidate onSubmit={submit}>
      <Field label={text('options.url')} hint={text('options.urlHint')} error={wrong('url')}>
        <input
          type="url"
          name="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={text('options.urlExample')}
          value={url}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
      </Field>
      <Field label={text('options.token')} hint={text(kept ? 'options.tokenKept' : 'options.tokenHint')} error={wrong('token')}>
        <input
          type="password"
          name="token"
          autocomplete="off"
          spellcheck={false}
          placeholder={kept ? text('options.tokenSaved') : ''}
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </Field>
      <div class="line">
        <Button kind="main" submit disabled={busy !== null}>
          {text('options.save')}
        </Button>
        <Button disabled={busy !== null || url.trim() === ''} onClick={() => void wait('test', onTest(url, typed))}>
          {text('options.test')}
        </Button>
        {kept && (
          <Button kind="quiet" disabled={busy !== null} onClick={() => void wait('save', onSave(saved, null))}>
            {text('options.removeToken')}
          </Button>
        )}
        {saved && (
          <Button
            kind="quiet"
            disabled={busy !== null}
            onClick={() => {
              setUrl('');
              void wait('save', onSave(null));
            }}
          >
            {text('options.turnOff')}
          </Button>
        )}
      </div>
      {busyWords && <output class="soft">{busyWords}</output>}
      {outcome && (outcome.field === null || outcome.kind !== 'bad') && <Notice kind={outcome.kind}>{outcome.message}</Notice>}
    </form>
  );
}
