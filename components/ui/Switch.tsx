import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SwitchProps {
  label: string;
  /** One more line below the label. */
  hint?: ComponentChildren;
  checked: boolean;
  /** Gets what is wanted. What is shown stays `checked` until the owner says otherwise. */
  onChange: (wanted: boolean) => void;
  disabled?: boolean;
}

/** On or off, at once: the whole line can be clicked. */
export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <div>
        <label id={`${id}-label`} for={id}>
          {label}
        </label>
        {hint && (
          <div class="hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
      <button
        type="button"
        role="switch"
        id={id}
        class="track"
        aria-labelledby={`${id}-label`}
        aria-checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        disabled={disabled}
        onClick={() => onChange(!checked)}
      />
    </div>
  );
}
