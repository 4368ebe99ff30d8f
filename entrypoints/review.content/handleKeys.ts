/** What each key does while the keyboard is in our controls. */
import { digitOf } from '../../components/overlay/FlagMenu.tsx';
import type { Act, Menu, OverlayCalls } from '../../components/overlay/state.ts';
import type { Category } from '../../lib/model/rubric.ts';

interface Context {
  root: ShadowRoot;
  menu: Menu | null;
  categories: Category[];
  calls: OverlayCalls;
  /** Gives the keyboard back to the page. */
  back: () => void;
  focusMark: (id: string) => boolean;
}

const acts: Record<string, Act> = { u: 'up', '+': 'up', d: 'down', '-': 'down', f: 'flag', c: 'correct', z: 'undo' };

/** True when the key was used. Keys with Ctrl, Alt or Meta are the browser's. */
export function handleKeys(event: KeyboardEvent, context: Context): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  return context.menu ? inMenu(event, context, context.menu) : inRail(event, context);
}

function inMenu(event: KeyboardEvent, { root, categories, calls }: Context, menu: Menu): boolean {
  const key = event.key.toLowerCase();
  const index = categories.findIndex((_, at) => digitOf(at) === key);
  if (key === 'escape') calls.closeMenu(event);
  else if (index >= 0) calls.category(categories[index]?.id ?? '', event);
  else if (key === 'n') calls.note(event);
  else if (key === 'c' || key === 'z') calls.act(menu.answerId, key === 'c' ? 'correct' : 'undo', event);
  else if (key === 'arrowdown' || key === 'arrowup') move(root, '[role=menuitem]', key === 'arrowdown' ? 1 : -1);
  else if (key === 'arrowright' || key === 'arrowleft') move(root, '[role=radio]', key === 'arrowright' ? 1 : -1);
  else return false;
  return true;
}

function inRail(event: KeyboardEvent, { root, calls, back, focusMark }: Context): boolean {
  const item = root.activeElement?.closest<HTMLElement>('.item');
  const id = item?.dataset.id;
  if (!item || !id) return false;
  const key = event.key.toLowerCase();
  const act = acts[key];
  if (key === 'escape') back();
  // A key that is held is one act.
  else if (act) {
    if (!event.repeat) calls.act(id, act, event);
  } else if (key.startsWith('arrow')) {
    if (!item.querySelector('.rail')) focusMark(id);
    move(item, '.mark, .act', key === 'arrowdown' || key === 'arrowright' ? 1 : -1);
  } else return false;
  return true;
}

/** Moves the focus among what fits, around the ends. */
function move(within: ParentNode, what: string, by: 1 | -1): void {
  const all = [...within.querySelectorAll<HTMLElement>(what)];
  const root = all[0]?.getRootNode();
  const at = root instanceof ShadowRoot ? all.indexOf(root.activeElement as HTMLElement) : -1;
  const start = at < 0 && by < 0 ? 0 : at;
  all[(start + by + all.length) % all.length]?.focus({ preventScroll: true });
}
