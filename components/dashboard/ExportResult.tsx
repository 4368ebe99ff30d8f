/** What an export gives, before anything is saved: rows, what gives none and why, how it begins, how much it is, and the files. */
import { number, size } from '../../lib/i18n/numbers.ts';
import { text, type Key } from '../../lib/i18n/text.ts';
import type { Kind } from '../../lib/model/privacy.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** One reason, how many give no row for it, and the first of them. */
export interface RefusedFor {
  reason: string;
  n: number;
  ids: string[];
}

/** What was made. */
export interface Made {
  state: 'made';
  rows: number;
  files: { file: string; bytes: number; rows: number }[];
  refused: RefusedFor[];
  /** Places that were masked; null: the files hold everything as it is. */
  masked: { kind: Kind; n: number }[] | null;
  /** Rows by part; null: it was not split. */
  parts: { train: number; validation: number; test: number } | null;
  /** Things that were not asked for. */
  unchosen: number;
  labels: { good: number; bad: number; uneven: 'one' | 'lopsided' | null } | null;
  /** How the main file begins. */
  first: string[];
  /** Rows that are not shown because a colleague's review behind them is not to be seen yet; they are in the files. */
  hidden: number;
  tokens: number;
}

/** How far the files are. */
export type Making = { state: 'making'; rows: number } | Made | { state: 'stopped' } | { state: 'failed'; problem: string };

/** Tokens, counted one by one: `counting` says of how many rows so far; null: nobody asked. */
export type Counted = { counting: number } | { tokens: number } | null;

/** A review that gives no row, as it is listed. */
export interface RefusedRow {
  id: string;
  excerpt: string;
}

/** Those of a reason that were opened. */
export interface ListedFor {
  rows: RefusedRow[];
  /** Colleagues' that are not to be seen yet. */
  hidden: number;
}

export interface ExportResultProps {
  making: Making;
  saved: boolean;
  counted: Counted;
  /** By reason, for those that were opened. */
  listed: Record<string, ListedFor>;
  /** Below how many rows its reader takes no file. */
  minimum: { reader: string; n: number } | null;
  /** One of the files, or all. */
  onSave: (file?: string) => void;
  onCancel: () => void;
  onAgain: () => void;
  onCount: () => void;
  /** The reviews of a reason are to be listed. */
  onList: (refused: RefusedFor) => void;
}

export function ExportResult(props: ExportResultProps) {
  const { making, onCancel, onAgain } = props;
  if (making.state === 'failed') return <Notice kind="bad">{text('export.failed', { problem: making.problem })}</Notice>;
  if (making.state === 'made') return <WhatIsMade {...props} making={making} />;
  const going = making.state === 'making';
  return (
    <p class="going">
      <span class="soft">{going ? text('export.making', { n: making.rows }) : text('export.stopped')}</span>
      <Button onClick={going ? onCancel : onAgain}>{text(going ? 'export.cancel' : 'export.again')}</Button>
    </p>
  );
}

function WhatIsMade({ making, saved, counted, listed, minimum, onSave, onCount, onList }: ExportResultProps & { making: Made }) {
  const { files, rows, refused, masked, parts, unchosen, labels, first, hidden } = making;
  const without = refused.reduce((sum, { n }) => sum + n, 0);
  const trains = parts?.train ?? rows;
  return (
    <>
      <p class="sum">
        <strong>
          {rows > 0
            ? text('export.rows', { n: rows })
            : text(without > 0 ? 'export.none' : unchosen > 0 ? 'export.noneAsked' : 'export.nothing')}
        </strong>
        {hidden > 0 && <span class="soft">{text('export.hidden', { n: hidden })}</span>}
        {parts && rows > 0 && <span class="soft">{text('export.parts', parts)}</span>}
        {without > 0 && <span class="soft">{text('export.refused', { n: without })}</span>}
        {unchosen > 0 && <span class="soft">{text('export.unchosen', { n: unchosen })}</span>}
      </p>
      {without > 0 && (
        <ul class="reasons">
          {refused.map((one) => (
            <Reason key={one.reason} refused={one} listed={listed[one.reason] ?? null} onList={onList} />
          ))}
        </ul>
      )}
      {minimum && rows > 0 && trains < minimum.n && <Notice kind="warn">{text('export.minimum', minimum)}</Notice>}
      {labels?.uneven && (
        <Notice kind="warn">
          {text(labels.uneven === 'one' ? 'export.oneLabel' : 'export.unevenLabels', { good: labels.good, bad: labels.bad })}
        </Notice>
      )}
      {files.length > 0 && masked && (
        <div class="masked">
          <span class="soft">{text(masked.length > 0 ? 'privacy.didMask' : 'privacy.didNone')}</span>
          {masked.length > 0 && (
            <ul class="reasons">
              {masked.map(({ kind, n }) => (
                <li key={kind}>
                  <span class="count">{number(n)}</span> {text(`privacy.kind.${kind}`)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {rows > 0 && <Tokens about={making.tokens} counted={counted} onCount={isRead(files[0]?.file) ? onCount : null} />}
      {first.length > 0 && (
        <details class="more">
          <summary>{text('export.preview')}</summary>
          <pre class="first" dir="ltr">
            {first.join('\n')}
          </pre>
        </details>
      )}
      {files.length > 0 && (
        <>
          <Button kind="main" class="save" onClick={() => onSave()}>
            {text('export.save', { n: files.length })}
          </Button>
          <ul class="files">
            {files.map(({ file, bytes }) => (
              <li key={file}>
                <Button kind="quiet" aria-label={text('export.saveOne', { file })} onClick={() => onSave(file)}>
                  {file}
                </Button>
                <span class="soft">{size(bytes)}</span>
              </li>
            ))}
          </ul>
          <output class="hint">{saved ? text('export.saved') : ''}</output>
        </>
      )}
    </>
  );
}

interface ReasonProps {
  refused: RefusedFor;
  /** Null until they are read. */
  listed: ListedFor | null;
  onList: (refused: RefusedFor) => void;
}

/** Opens the list of its reviews; each leads to the review itself. */
function Reason({ refused, listed, onList }: ReasonProps) {
  const { reason, n, ids } = refused;
  return (
    <li>
      <details class="more" onToggle={({ currentTarget }) => currentTarget.open && !listed && onList(refused)}>
        <summary>
          <span class="count">{number(n)}</span> {text(`reason.${reason}` as Key)}
        </summary>
        <ul class="refused">
          {(listed?.rows ?? []).map(({ id, excerpt }) => (
            <li key={id}>
              <a href={`#review/${id}`}>{excerpt || text('export.noText')}</a>
            </li>
          ))}
        </ul>
        {listed && listed.hidden > 0 && <p class="hint">{text('export.hidden', { n: listed.hidden })}</p>}
        {n > ids.length && <p class="hint">{text('export.firstOf', { shown: ids.length })}</p>}
      </details>
    </li>
  );
}

/** A tokenizer reads lines of text. */
const isRead = (file = ''): boolean => !file.endsWith('.parquet');

function Tokens({ about, counted, onCount }: { about: number; counted: Counted; onCount: (() => void) | null }) {
  if (counted && 'tokens' in counted) return <p class="soft">{text('export.tokensExact', { tokens: counted.tokens })}</p>;
  return (
    <p class="going soft">
      <span>{counted ? text('export.counting', { rows: counted.counting }) : text('export.tokens', { tokens: about })}</span>
      {!counted && onCount && <Button onClick={onCount}>{text('export.count')}</Button>}
    </p>
  );
}
