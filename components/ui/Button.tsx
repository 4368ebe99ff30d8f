import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'type'> {
  /** `main`: the one thing to do here · `plain`: other things · `quiet`: reads like a link. */
  kind?: 'main' | 'plain' | 'quiet';
  /** Sends the form that it stands in. */
  submit?: boolean;
  children: ComponentChildren;
}

/** A button that never submits by accident; `class` is added to its own. */
export function Button({ kind = 'plain', submit = false, class: more, children, ...rest }: ButtonProps) {
  return (
    <button type={submit ? 'submit' : 'button'} class={`button ${kind} ${typeof more === 'string' ? more : ''}`} {...rest}>
      {children}
    </button>
  );
}
