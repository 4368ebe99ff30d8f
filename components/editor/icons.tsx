/** The editor's two pictures, as strokes in the colour of the text. */
import type { ComponentChildren } from 'preact';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** An arrow back. */
export const UndoIcon = () => (
  <Icon>
    <path d="M6 3.5 3 6.5l3 3M3 6.5h6a3.5 3.5 0 0 1 0 7H6.5" />
  </Icon>
);

/** An arrow on. */
export const RedoIcon = () => (
  <Icon>
    <path d="M10 3.5l3 3-3 3M13 6.5H7a3.5 3.5 0 0 0 0 7h2.5" />
  </Icon>
);
