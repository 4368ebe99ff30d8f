/** The foot of the editor: how things stand, in words, and what to do. */
import type { ComponentChildren } from 'preact';
import { text } from '../../lib/i18n/text.ts';
import type { Problem } from './saver.ts';

interface FootProps {
  problem: Problem | null;
  /** What is said while nothing is wrong; `faint` fades in as what goes without saying. */
  says: { words: string; faint: boolean } | null;
  /** Copies what is in the field, when it can be saved no more. */
  onCopy: () => void;
  children: ComponentChildren;
}

export function Foot({ problem, says, onCopy, children }: FootProps) {
  return (
    <footer>
      <span id="state" role="status" class={problem ? 'problem' : says ? (says.faint ? 'saved on' : 'says') : 'saved'}>
        {problem?.words ?? says?.words ?? ''}
      </span>
      <span class="deeds">
        {problem?.gone ? (
          <button type="button" onClick={onCopy}>
            {text('editor.copy')}
          </button>
        ) : (
          children
        )}
      </span>
    </footer>
  );
}

/** True for the key that means "done": Esc, or Enter with Ctrl or Cmd; never a key that ends a composition. */
export function isDone(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  return event.key === 'Escape' || isSubmit(event);
}

/** Enter with Ctrl or Cmd. */
export const isSubmit = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing && event.keyCode !== 229;
