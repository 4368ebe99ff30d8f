import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Field } from '../ui/Field.tsx';

export interface ReviewerProps {
  name: string;
  /** Saves; the reply is what went wrong, in words, or null. */
  onName: (name: string) => Promise<string | null>;
  /** The roles of the policy, and the one that counts. */
  roles: { id: string; name: string }[];
  role: string;
  /** The policy says which. */
  roleFixed: boolean;
  onRole: (id: string) => void;
}

/** Who reviews, and in which role where there are several. The name is saved when its field is left, and says so. */
export function Reviewer({ name, onName, roles, role, roleFixed, onRole }: ReviewerProps) {
  const [state, setState] = useState<{ saved: boolean; wrong: string | null }>({ saved: false, wrong: null });
  return (
    <div class="form">
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
      {roles.length > 1 && (
        <Field label={text('options.role')} hint={text(roleFixed ? 'options.roleFixed' : 'options.roleHint')}>
          <select name="role" value={role} disabled={roleFixed} onChange={({ currentTarget }) => onRole(currentTarget.value)}>
            {roles.map(({ id, name: called }) => (
              <option key={id} value={id} selected={id === role}>
                {called}
              </option>
            ))}
          </select>
        </Field>
      )}
    </div>
  );
}
