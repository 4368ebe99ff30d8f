/** The control of one field of a connector's form. */
import { text } from '../../lib/i18n/text.ts';
import type { FormField } from '../../lib/model/sync.ts';
import { fieldWord } from './connectorWords.ts';

export interface FieldInputProps {
  connector: string;
  field: FormField;
  value: string;
  kept: boolean;
  onType: (value: string) => void;
}

const types: Record<FormField['kind'], string> = { url: 'url', text: 'text', secret: 'password', choice: 'text' };

/** Field hands its label and hint to the one control inside it, as further props. */
export function FieldInput({ connector, field, value, kept, onType, ...labelled }: FieldInputProps) {
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
  const example = kind === 'url' ? text('connector.urlExample') : '';
  return (
    <input
      {...labelled}
      type={types[kind] as 'text'}
      name={key}
      autocomplete="off"
      spellcheck={false}
      placeholder={kept ? text('connector.kept') : example}
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
