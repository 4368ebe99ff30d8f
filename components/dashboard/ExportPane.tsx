/** Export: choose a format, see what it gives and what it leaves out and why, save the files. */
import { text, type Key } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** How far the files are. */
export type Making =
  | { state: 'making'; rows: number }
  | { state: 'made'; rows: number; files: { file: string; bytes: number; rows: number }[]; refused: { reason: string; n: number }[] }
  | { state: 'failed'; problem: string };

export interface ExportPaneProps {
  /** Each has its words under `format.<id>` and `format.<id>.for`. */
  formats: readonly string[];
  format: string;
  /** Whether the list's filters leave something out, and whether they count here. */
  filtered: { there: boolean; on: boolean };
  making: Making;
  saved: boolean;
  onFormat: (format: string) => void;
  onFiltered: (on: boolean) => void;
  /** One of the files, or all. */
  onSave: (file?: string) => void;
}

export function ExportPane({ formats, format, filtered, making, saved, onFormat, onFiltered, onSave }: ExportPaneProps) {
  return (
    <div class="export">
      <h1>{text('export.title')}</h1>
      <p class="soft">{text('export.lead')}</p>
      <div class="card">
        {filtered.there && (
          <fieldset>
            <legend>{text('export.which')}</legend>
            {[false, true].map((on) => (
              <label class="choice" key={String(on)}>
                <input type="radio" name="which" checked={filtered.on === on} onChange={() => onFiltered(on)} />
                <span>{text(on ? 'export.filtered' : 'export.all')}</span>
              </label>
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend>{text('export.format')}</legend>
          {formats.map((id) => (
            <label class="choice format" key={id}>
              <input type="radio" name="format" value={id} checked={id === format} onChange={() => onFormat(id)} />
              <span>
                {text(`format.${id}` as Key)}
                <span class="hint">{text(`format.${id}.for` as Key)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </div>
      <div class="result" data-state={making.state} data-format={format} aria-live="polite">
        <Result making={making} saved={saved} onSave={onSave} />
      </div>
    </div>
  );
}

function Result({ making, saved, onSave }: Pick<ExportPaneProps, 'making' | 'saved' | 'onSave'>) {
  if (making.state === 'making') return <p class="soft">{text('export.making', { n: making.rows })}</p>;
  if (making.state === 'failed') return <Notice kind="bad">{text('export.failed', { problem: making.problem })}</Notice>;
  const { files, rows, refused } = making;
  const without = refused.reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      <p class="sum">
        <strong>{rows > 0 ? text('export.rows', { n: rows }) : text(without > 0 ? 'export.none' : 'export.nothing')}</strong>
        {without > 0 && <span class="soft">{text('export.refused', { n: without })}</span>}
      </p>
      {without > 0 && (
        <ul class="reasons">
          {refused.map(({ reason, n }) => (
            <li key={reason}>
              <span class="count">{n.toLocaleString()}</span> {text(`reason.${reason}` as Key)}
            </li>
          ))}
        </ul>
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

/** `812 byte`, `12 kB`, `3.4 MB`, in the browser's own language. */
function size(bytes: number): string {
  const [value, unit] = bytes < 1000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumSignificantDigits: 3 }).format(value);
}
