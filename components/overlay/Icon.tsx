/** An icon of the overlay where Preact draws. Decoration only: its button carries the name. */
import { paths, type IconName } from './icons.ts';

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
