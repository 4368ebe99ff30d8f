/** Where reviews go: the form that a connector asks for. Secrets are written and never shown again. */
import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { knows, text } from '../../lib/i18n/text.ts';
import type { DestinationDraft, DestinationStatus, FormField } from '../../lib/model/sync.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { connectorName, fieldWord } from './connectorWords.ts';
import { FieldInput } from './FieldInput.tsx';
import { Fold } from './Fold.tsx';

/** What came of an attempt, in words, and the field that it is about. */
export interface Outcome {
  kind: 'good' | 'warn' | 'bad';
  message: string;
  field: string | null;
}

export interface DestinationFormProps {
  /** What a person may choose from, the first as proposed. */
  connectors: { id: string; form: FormField[] }[];
  /** The saved one; null: a new one. */
  saved: Pick<DestinationStatus, 'destination' | 'secrets'> | null;
  /** Called inside the click. */
  onSave: (draft: DestinationDraft) => Promise<Outcome>;
  onTest: (draft: DestinationDraft) => Promise<Outcome>;
  /** Asks for a folder, in the click, and gives the value of its field; absent: this browser cannot ask. */
  onPick?: () => Promise<string | null>;
  /** Takes the saved one away, or gives a new one up; null: there is nothing to go back to. */
  onLeave: (() => Promise<Outcome>) | null;
}

export function DestinationForm({ connectors, saved, onSave, onTest, onPick, onLeave }: DestinationFormProps) {
  const [kind, setKind] = useState(saved?.destination.connector ?? connectors[0]?.id ?? '');
  const [typed, setTyped] = useState<Record<string, string>>(saved?.destination.settings ?? {});
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState<'save' | 'test' | null>(null);
  const form = connectors.find(({ id }) => id === kind)?.form ?? [];
  const isSame =
    saved?.destination.connector === kind && form.every((field) => valueOf(field) === (saved.destination.settings[field.key] ?? ''));
  const kept = isSame ? saved.secrets : [];

  function trimmed(key: string): string {
    return form.find((field) => field.key === key)?.kind === 'secret' ? '' : (typed[key] ?? '').trim();
  }
  function draft(taken: Record<string, null> = {}): DestinationDraft {
    const settings = form.filter((field) => field.kind !== 'secret').map((field): [string, string] => [field.key, valueOf(field)]);
    const secrets = form.filter((field) => field.kind === 'secret' && typed[field.key]).map((field) => [field.key, typed[field.key]]);
    return {
      ...(saved ? { id: saved.destination.id } : {}),
      connector: kind,
      settings: Object.fromEntries(settings.filter(([, value]) => value !== '')),
      secrets: { ...(Object.fromEntries(secrets) as Record<string, string>), ...taken },
    };
  }
  /** As it is saved: the default of a choice is none. */
  function valueOf({ key, choices }: FormField): string {
    return trimmed(key) === choices?.[0] ? '' : trimmed(key);
  }

  async function wait(what: 'save' | 'test', attempt: Promise<Outcome>): Promise<void> {
    setBusy(what);
    setOutcome(null);
    const result = await attempt;
    setBusy(null);
    setOutcome(result);
    if (what === 'save' && result.kind !== 'bad')
      setTyped((before) => Object.fromEntries(Object.entries(before).filter(([key]) => trimmed(key) !== '')));
  }
  const submit = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void wait('save', onSave(draft()));
  };
  const wrong = (field: string): string | null => (outcome?.kind === 'bad' && outcome.field === field ? outcome.message : null);
  const isPlaced = outcome?.kind === 'bad' && form.some(({ key }) => key === outcome.field);
  const busyWords = busy && text(busy === 'save' ? 'options.saving' : 'options.testing');

  const rare = form.filter(({ folded }) => folded);
  const control = (field: FormField) => (
    <Field
      key={`${kind}/${field.key}`}
      label={fieldWord(kind, field.key)}
      hint={kept.includes(field.key) ? text('connector.secretKept') : hint(kind, field.key)}
      error={wrong(field.key)}
    >
      <FieldInput
        connector={kind}
        field={field}
        value={typed[field.key] ?? ''}
        kept={kept.includes(field.key)}
        {...(onPick ? { onPick } : {})}
        onType={(value) => setTyped((before) => ({ ...before, [field.key]: value }))}
      />
    </Field>
  );

  return (
    <form class="form" noValidate onSubmit={submit}>
      {!saved && connectors.length > 1 && (
        <Field label={text('connector.kind')} hint={about(kind)} error={null}>
          <select
            name="connector"
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value);
              setOutcome(null);
            }}
          >
            {connectors.map(({ id }) => (
              <option key={id} value={id}>
                {connectorName(id)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {form.filter(({ folded }) => !folded).map(control)}
      {rare.length > 0 && (
        <Fold
          key={`${kind}/rare`}
          title={text('connector.more')}
          open={rare.some(({ key }) => Boolean(typed[key]) || kept.includes(key) || wrong(key) !== null)}
        >
          <div class="form">{rare.map(control)}</div>
        </Fold>
      )}
      <div class="line">
        <Button kind="main" submit disabled={busy !== null}>
          {text('options.save')}
        </Button>
        <Button
          disabled={busy !== null || form.some((field) => field.required && field.kind === 'url' && trimmed(field.key) === '')}
          onClick={() => void wait('test', onTest(draft()))}
        >
          {text('options.test')}
        </Button>
        {kept.map((key) => (
          <Button key={key} kind="quiet" disabled={busy !== null} onClick={() => void wait('save', onSave(draft({ [key]: null })))}>
            {text('connector.forget', { field: fieldWord(kind, key) })}
          </Button>
        ))}
        {onLeave && (
          <Button
            kind="quiet"
            disabled={busy !== null}
            onClick={() => {
              setTyped({});
              void wait('save', onLeave());
            }}
          >
            {text(saved ? 'options.turnOff' : 'connector.cancel')}
          </Button>
        )}
      </div>
      {busyWords && <output class="soft">{busyWords}</output>}
      {outcome && !isPlaced && <Notice kind={outcome.kind}>{outcome.message}</Notice>}
    </form>
  );
}

/** What a field or a connector is, in a sentence; undefined where its name says it. */
function hint(connector: string, key: string): string | undefined {
  const found = [`connector.${connector}.${key}Hint`, `connector.${key}Hint`].find(knows);
  return found && text(found);
}
function about(connector: string): string | undefined {
  const key = `connector.${connector}About`;
  return knows(key) ? text(key) : undefined;
}
