import type { ComponentChildren } from 'preact';
import { number } from '../../lib/i18n/numbers.ts';

/** From so many on, a list scrolls in its place and can be scrolled by key. */
const many = 20;

/** A line that unfolds to what it names. `open`: it is unfolded from the start, or from when that is said. */
export function Fold({ title, count, open, children }: { title: string; count?: number; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="fold" {...(open ? { open } : {})}>
      <summary>
        <span>{title}</span>
        {count !== undefined && <span class="count">{number(count)}</span>}
      </summary>
      <div class="inside" {...(count !== undefined && count > many ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}>
        {children}
      </div>
    </details>
  );
}
