/** The control of one field of a connector's form. */
import { text } from '../../lib/i18n/text.ts';
import type { FormField } from '../../lib/model/sync.ts';
import { Button } from '../ui/Button.tsx';
import { fieldWord, folderName } from './connectorWords.ts';

export interface FieldInputProps {
  connector: string;
  field: FormField;
  value: string;
  kept: boolean;
  onType: (value: string) => void;
  /** Asks for a folder and gives the field's value; null: none was chosen. Absent: this browser cannot ask. */
  onPick?: () => Promise<string | null>;
}

const types: Record<FormField['kind'], string> = { url: 'url', text: 'text', secret: 'password', choice: 'text', folder: 'text' };

/** Field hands its label and hint to the one control inside it, as further props. */
export function FieldInput({ connector, field, value, kept, onType, onPick, ...labelled }: FieldInputProps) {
  const { key, kind, choices } = field;
  if (choices)
    return (
      <select {...labelled} name={key} value={value || choices[0]} onChange={(event) => onType(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {fieldWord(connector, `${key}.${choice}`)}
          </option>
        ))}
      </select>
    );
  if (kind === 'folder')
    return (
      <div class="line">
        <output {...labelled} data-name={key}>
          {value === '' ? text('connector.folder.downloads') : folderName(value)}
        </output>
        {onPick && (
          <Button onClick={() => void onPick().then((picked) => picked && onType(picked))}>{text('connector.folder.pick')}</Button>
        )}
      </div>
    );
  const example = kind === 'url' ? text('connector.urlExample') : '';
  return (
    <input
      {...labelled}
      type={types[kind] as 'text'}
      name={key}
      dir={kind === 'url' ? 'ltr' : undefined}
      autocomplete="off"
      spellcheck={false}
      placeholder={kept ? text('connector.kept') : example}
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
