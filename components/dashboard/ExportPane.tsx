/** Export: choose what and in which format, see what it gives and what it leaves out and why, save the files. */
import { text, type Key } from '../../lib/i18n/text.ts';
import { Field } from '../ui/Field.tsx';
import { ExportChoices, type ExportChoicesProps } from './ExportChoices.tsx';
import { ExportResult, type ExportResultProps } from './ExportResult.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { PrivacyInForce } from '../../lib/model/privacy.ts';

/** A format to choose. */
export interface FormatChoice {
  id: string;
  /** Its words are `format.<label>` and, in a line, `format.<label>.for`. */
  label: string;
  /** Who reads it; where it has no proper name its word is `reader.<id>`. */
  reader: { id: string; name: string | null };
  /** Which models it is for, where the reader has several that hold the same. */
  models?: string;
  /** Rows below which the reader takes no file. */
  minimum?: number;
}

export interface ExportPaneProps extends Omit<ExportResultProps, 'minimum'> {
  /** Those of one reader stand together. */
  formats: readonly FormatChoice[];
  format: string;
  /** Whether the list's filters leave something out, and whether they count here. */
  filtered: { there: boolean; on: boolean };
  /** Whether the files are masked; `fixedBy`: who says that they are, whatever the person wants. */
  masked: { on: boolean; fixedBy: PrivacyInForce['by'] | null };
  choices: ExportChoicesProps;
  onFormat: (format: string) => void;
  onFiltered: (on: boolean) => void;
  onMasked: (on: boolean) => void;
}

export function ExportPane({ formats, format, filtered, masked, choices, onFormat, onFiltered, onMasked, ...result }: ExportPaneProps) {
  const chosen = formats.find(({ id }) => id === format);
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
        <Field label={text('export.format')} hint={chosen && hintOf(chosen)}>
          <select name="format" value={format} onChange={({ currentTarget }) => onFormat(currentTarget.value)}>
            {[...Map.groupBy(formats, ({ reader }) => reader.id).values()].map((group) => (
              <optgroup key={group[0]?.reader.id} label={group[0] && nameOf(group[0])}>
                {group.map(({ id, label, models }) => (
                  <option key={id} value={id} selected={id === format}>
                    {[text(`format.${label}` as Key), models].filter(Boolean).join(' · ')}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Field>
        <Switch
          label={text('privacy.export')}
          hint={
            masked.fixedBy && masked.fixedBy !== 'default'
              ? text(`privacy.by.${masked.fixedBy}`)
              : text(masked.on ? 'privacy.exportHint' : 'privacy.exportOff')
          }
          checked={masked.on || masked.fixedBy !== null}
          disabled={masked.fixedBy !== null}
          onChange={onMasked}
        />
        <ExportChoices {...choices} />
      </div>
      <div class="result" data-state={result.making.state} data-format={format} aria-live="polite">
        <ExportResult {...result} minimum={chosen?.minimum === undefined ? null : { reader: nameOf(chosen), n: chosen.minimum }} />
      </div>
    </div>
  );
}

/** The closed list does not show whose format it is. */
const hintOf = ({ label, reader, models }: FormatChoice): string =>
  [reader.name, models, text(`format.${label}.for` as Key)].filter(Boolean).join(' · ');

const nameOf = ({ reader }: FormatChoice): string => reader.name ?? text(`reader.${reader.id}` as Key);
