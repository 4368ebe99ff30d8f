import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Field } from '../ui/Field.tsx';

export interface ReviewerProps {
  name: string;
  /** Saves; the reply is what went wrong, in words, or null. */
  onName: (name: string) => Promise<string | null>;
}

/** Who reviews. It saves when the field is left, and says so. */
export function Reviewer({ name, onName }: ReviewerProps) {
  const [state, setState] = useState<{ saved: boolean; wrong: string | null }>({ saved: false, wrong: null });
  return (
    <Field
      label={text('options.name')}
      error={state.wrong}
      hint={<output>{state.saved ? text('options.saved') : text('options.nameHint')}</output>}
    >
      <input
        type="text"
        autocomplete="name"
        maxlength={200}
        defaultValue={name}
        onInput={() => setState({ saved: false, wrong: null })}
        onChange={async (event) => {
          const wrong = await onName(event.currentTarget.value);
          setState({ saved: wrong === null, wrong });
        }}
      />
    </Field>
  );
}
