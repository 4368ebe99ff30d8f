import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { FileButton } from './FileButton.tsx';
import { Fold } from './Fold.tsx';

/** Where saving or restoring is. */
export type BackupState =
  /** `said`: what came of the last act. */
  | { at: 'rest'; said: { kind: 'good' | 'warn' | 'bad'; words: string } | null }
  /** `share` goes from 0 to 1. */
  | { at: 'busy'; what: 'saving' | 'reading' | 'bringing'; share: number }
  /** The file has a passphrase; `wrong`: the one that was tried is another. */
  | { at: 'locked'; wrong: string | null }
  /** The file is good: what would come of it, a sentence each; `brings` is false where that is nothing. */
  | { at: 'found'; lines: string[]; brings: boolean };

export interface BackupProps {
  state: BackupState;
  /** Undefined: without a passphrase. */
  onSave: (passphrase: string | undefined) => void;
  onFile: (file: File) => void;
  onUnlock: (passphrase: string) => void;
  onBring: () => void;
  onLeave: () => void;
  onStop: () => void;
}

/** One file with everything, and back. */
export function Backup({ state, onSave, onFile, onUnlock, onBring, onLeave, onStop }: BackupProps) {
  return (
    <div class="backup">
      {state.at === 'rest' && (
        <>
          {state.said && <Notice kind={state.said.kind}>{state.said.words}</Notice>}
          <Rest onSave={onSave} onFile={onFile} />
        </>
      )}
      {state.at === 'busy' && (
        <div class="busy">
          <span role="status">{text(`backup.${state.what}`)}</span>
          <progress value={state.share} max={1} aria-label={text(`backup.${state.what}`)} />
          <Button onClick={onStop}>{text('backup.stop')}</Button>
        </div>
      )}
      {state.at === 'locked' && <Locked wrong={state.wrong} onUnlock={onUnlock} onLeave={onLeave} />}
      {state.at === 'found' && (
        <>
          <div class="found" role="status">
            {state.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <div class="line">
            {state.brings && (
              <Button kind="main" onClick={onBring}>
                {text('backup.bring')}
              </Button>
            )}
            <Button onClick={onLeave}>{text(state.brings ? 'backup.leave' : 'backup.close')}</Button>
          </div>
        </>
      )}
    </div>
  );
}

function Rest({ onSave, onFile }: Pick<BackupProps, 'onSave' | 'onFile'>) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <>
      <Fold title={text('backup.protect')}>
        <Field label={text('backup.passphrase')} hint={text('backup.passphraseHint')}>
          <input
            type="password"
            autocomplete="new-password"
            value={passphrase}
            onInput={({ currentTarget }) => setPassphrase(currentTarget.value)}
          />
        </Field>
      </Fold>
      <div class="line">
        <Button kind="main" onClick={() => onSave(passphrase === '' ? undefined : passphrase)}>
          {text('backup.save')}
        </Button>
        <FileButton label={text('backup.restore')} accept=".gz,.sealed,.jsonl,.json,.csv,.parquet" onFile={onFile} />
      </div>
      <p class="hint">{text('backup.takes')}</p>
    </>
  );
}

function Locked({ wrong, onUnlock, onLeave }: { wrong: string | null } & Pick<BackupProps, 'onUnlock' | 'onLeave'>) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onUnlock(passphrase);
      }}
    >
      <Field label={text('backup.passphrase')} hint={text('backup.locked')} error={wrong}>
        <input type="password" autocomplete="off" value={passphrase} onInput={({ currentTarget }) => setPassphrase(currentTarget.value)} />
      </Field>
      <div class="line">
        <Button kind="main" submit>
          {text('backup.open')}
        </Button>
        <Button onClick={onLeave}>{text('backup.leave')}</Button>
      </div>
    </form>
  );
}
