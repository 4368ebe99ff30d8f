/** What each key does while something is open, and while a passage is selected. */
import { chosenBy, fitting } from '../../components/panels/categories.ts';
import type { Opened, PanelCalls } from '../../components/panels/state.ts';
import type { RubricWords } from '../../lib/i18n/rubric.ts';
import type { Terms } from '../../lib/model/controls.ts';
import { comparisons } from '../../lib/model/preference.ts';
import { digitOf, letterOf, type KeyMap } from '../../lib/model/keys.ts';
import { actOf } from '../../lib/overlay/keys.ts';
import { moveFocus } from '../../lib/overlay/moveFocus.ts';
import { openOrClosedRoot } from '../../lib/platform/roots.ts';
import type { Picked } from '../../lib/overlay/picked.ts';

interface Context {
  root: ShadowRoot;
  terms: Terms;
  words: RubricWords;
  opened: Opened | null;
  pick: Picked | null;
  calls: PanelCalls;
  leave: () => void;
  put: (opened: Opened) => void;
}

/** True when the key was used. */
export function handlePanelKey(event: KeyboardEvent, context: Context): boolean {
  const { opened, pick, terms, root, calls, leave } = context;
  if (!opened) return pick !== null && isForPick(event, terms.keys) && onPick(event, context);
  if (opened.kind === 'editor') return false;
  if (event.key === 'Escape') {
    if (opened.kind === 'flag' && opened.filter !== '') context.put({ ...opened, filter: '' });
    else leave();
    return true;
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(root, '.panel [role^=menuitem]', event.key === 'ArrowDown' ? 1 : -1);
  else if (opened.kind === 'flag') return inFlagMenu(event, opened, context);
  else if (opened.kind === 'escalate') return inEscalateMenu(event, context);
  else if (opened.kind === 'compare' && digitOf(event) !== null) {
    const better = comparisons[Number(digitOf(event)) - 1];
    if (better && !event.repeat) calls.prefer(better, event);
  } else {
    const act = actOf(event, terms.keys);
    if (opened.kind === 'compare' && act === 'next') calls.nextVersion(event);
    else if (!act || act === 'next' || act === 'previous') return false;
    else if (!event.repeat) calls.go(act, event);
  }
  return true;
}

function inFlagMenu(event: KeyboardEvent, opened: Extract<Opened, { kind: 'flag' }>, { root, terms, words, calls, put }: Context): boolean {
  const shown = fitting(terms.policy.rubric.categories, words, opened.filter);
  const { key, shiftKey } = event;
  const category = chosenBy(digitOf(event), shown);
  if (category) calls.category(category.id, event);
  else if (key === 'ArrowRight' || key === 'ArrowLeft') moveFocus(root, '.panel [role=radio]', key === 'ArrowRight' ? 1 : -1);
  else if (shiftKey && key.length === 1) {
    const act = actOf(event, terms.keys);
    if (act === 'note') calls.noteFlag(event);
    else if (act === 'correct') calls.fix(event);
    else if (act === 'undo') calls.go('undo', event);
  } else if (key === 'Backspace') put({ ...opened, filter: opened.filter.slice(0, -1), about: null });
  else if (key.length === 1 && (key !== ' ' || opened.filter !== '') && /[\p{L}\p{N}\p{P} ]/u.test(key))
    put({ ...opened, filter: opened.filter + key, about: null });
  else return false;
  return true;
}

function inEscalateMenu(event: KeyboardEvent, { terms, calls }: Context): boolean {
  const to = chosenBy(digitOf(event), terms.policy.escalateTo);
  if (to !== undefined) calls.escalateTo(to, event);
  else if (event.shiftKey && letterOf(event) === terms.keys.note) calls.go('say-why', event);
  else return false;
  return true;
}

function onPick(event: KeyboardEvent, { terms, calls }: Context): boolean {
  const category = chosenBy(digitOf(event), terms.policy.rubric.categories);
  if (category) calls.category(category.id, event);
  else if (letterOf(event) === terms.keys.correct) calls.fix(event);
  else calls.openPick(event);
  return true;
}

/** A digit, or the key for flagging or correcting, while no text is typed anywhere in the page. */
export function isForPick(event: KeyboardEvent, keys: KeyMap): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
  return !isTyping(event) && (digitOf(event) !== null || [keys.flag, keys.correct].includes(letterOf(event)));
}

/** Looks into the page's shadow roots too, closed ones included: a composer may stand in one. */
function isTyping(event: KeyboardEvent): boolean {
  let [at] = event.composedPath();
  for (let root; at instanceof HTMLElement && (root = openOrClosedRoot(at))?.activeElement;) at = root.activeElement;
  return at instanceof HTMLElement && (at.isContentEditable || /^(input|textarea|select)$/.test(at.localName));
}
