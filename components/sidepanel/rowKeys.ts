/** The keyboard on a row: arrows move, single keys act, as beside an answer. Enter opens: a row is a button. */
import { keyActs, keyOf as pressedKey } from '../../lib/model/keys.ts';
import type { Terms } from '../../lib/model/controls.ts';
import { decided, lockOf, rated } from './decide.ts';
import type { PanelAnswer, PanelCalls } from './state.ts';

export interface RowKeys {
  terms: Terms;
  calls: PanelCalls;
  /** The answer of the row that has the focus. */
  one: PanelAnswer;
  isOpen: boolean;
}

/** Moves the focus among the rows of a list; false where the key moves nothing. */
export function moveByKey(list: HTMLElement, row: HTMLElement, event: KeyboardEvent, terms: Terms | null): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-answer]')];
  const at = rows.indexOf(row);
  const key = pressedKey(event.key);
  const to =
    event.key === 'ArrowDown' || key === terms?.keys.next
      ? at + 1
      : event.key === 'ArrowUp' || key === terms?.keys.previous
        ? at - 1
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? rows.length - 1
            : null;
  if (to === null) return false;
  rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus();
  return true;
}

/** Acts on the row's answer; false where the key means nothing here. */
export function actByKey({ terms, calls, one, isOpen }: RowKeys, event: KeyboardEvent): boolean {
  const act = keyActs.find((name) => terms.keys[name] === pressedKey(event.key));
  if (!act || one.answer.state === 'streaming') return false;
  const write = (writing: 'note' | 'correct' | 'escalate'): true => {
    if (!isOpen) calls.open(one);
    calls.write(writing);
    return true;
  };
  switch (act) {
    case 'up':
    case 'down':
      void calls.act(one, rated(one.review, act === 'up' ? 1 : -1));
      return true;
    case 'approve':
    case 'reject':
    case 'escalate':
      if (lockOf(one.review, act, terms)) {
        // The reason stands where the decisions are.
        if (!isOpen) calls.open(one);
        return true;
      }
      if (act === 'escalate') return write('escalate');
      void calls.act(one, decided(one.review, act));
      return true;
    case 'correct':
    case 'note':
      return write(act);
    case 'undo':
      void calls.undoOf(one);
      return true;
    default:
      return false;
  }
}
