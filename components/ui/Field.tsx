import { cloneElement, type ComponentChildren, type VNode } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldProps {
  label: string;
  /** What belongs in it, below the control. */
  hint?: ComponentChildren;
  /** What is wrong with it and what to do; null: nothing. */
  error?: string | null;
  /** One input, select or textarea; it is given its id, description and validity. */
  children: VNode<Record<string, unknown>>;
}

/** A control with its name, its hint and its error, tied together for screen readers. */
export function Field({ label, hint, error = null, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {cloneElement(children, { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? 'true' : undefined })}
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div class="wrong" id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
