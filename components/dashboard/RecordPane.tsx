/** The record of what was done: is it whole, where does it end, and the file of it. */
import type { RecordWords } from '../../lib/i18n/record.ts';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import './record.css';

/** How far the check is. */
export type Checking =
  | { state: 'checking'; entries: number }
  | { state: 'checked'; words: RecordWords; contents: Contents }
  | { state: 'failed'; problem: string };

/** What the stored reviews are like beside the record: numbers of them. */
export interface Contents {
  compared: number;
  changed: number;
  missing: number;
  unnoted: number;
}

export interface RecordPaneProps {
  checking: Checking;
  saved: boolean;
  onVerify: () => void;
  onSave: () => void;
}

export function RecordPane({ checking, saved, onVerify, onSave }: RecordPaneProps) {
  return (
    <div class="record">
      <h1>{text('record.title')}</h1>
      <p class="soft">{text('record.lead')}</p>
      <div class="card">
        <div class="verdict" data-state={checking.state} aria-live="polite">
          <Verdict checking={checking} />
        </div>
        <div class="acts">
          <Button kind="main" disabled={checking.state === 'checking'} onClick={onVerify}>
            {text('record.verify')}
          </Button>
          <Button onClick={onSave}>{text('record.save')}</Button>
          <output class="hint">{saved ? text('record.saved') : ''}</output>
        </div>
      </div>
      <section class="proves">
        <h2>{text('record.proves')}</h2>
        <p>{text('record.can')}</p>
        <p>{text('record.cannot')}</p>
      </section>
    </div>
  );
}

function Verdict({ checking }: Pick<RecordPaneProps, 'checking'>) {
  if (checking.state === 'checking') return <p class="soft">{text('record.checking', { n: checking.entries })}</p>;
  if (checking.state === 'failed') return <Notice kind="bad">{text('record.failed', { problem: checking.problem })}</Notice>;
  const { words } = checking;
  const { compared, changed, missing, unnoted } = checking.contents;
  const wrong = [
    ...(changed > 0 ? [text('record.content.changed', { n: changed })] : []),
    ...(missing > 0 ? [text('record.content.missing', { n: missing })] : []),
    ...(unnoted > 0 ? [text('record.content.unnoted', { n: unnoted })] : []),
  ];
  return (
    <>
      <p class={`headline ${words.tone}`}>
        <span class="sign" aria-hidden="true" />
        {words.headline}
      </p>
      {words.lines.length > 0 && (
        <ul class="lines">
          {words.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {wrong.map((line) => (
        <Notice key={line} kind="bad">
          {line}
        </Notice>
      ))}
      <dl>
        {wrong.length === 0 && (
          <>
            <dt>{text('record.contents')}</dt>
            <dd>{compared > 0 ? text('record.content.same', { n: compared }) : text('record.content.none')}</dd>
          </>
        )}
        {words.head && (
          <>
            <dt>{text('record.last')}</dt>
            <dd>
              <code>{words.head}</code>
              <p class="hint">{text('record.lastHint')}</p>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
