/** The controls of one frame: joins where things stand (`lib/overlay`) and how they look (`components/overlay`). */
import { render } from 'preact';
import css from '../../components/overlay/overlay.css?inline';
import { Overlay } from '../../components/overlay/Overlay.tsx';
import type { Act, Menu, OverlayCalls, OverlayState } from '../../components/overlay/state.ts';
import { text } from '../../lib/i18n/text.ts';
import type { ControlActions, Controls } from '../../lib/model/controls.ts';
import type { Review, ReviewChange } from '../../lib/model/review.ts';
import type { Rubric } from '../../lib/model/rubric.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';
import { follow } from '../../lib/overlay/follow.ts';
import { createHighlights } from '../../lib/overlay/highlights.ts';
import { createHost } from '../../lib/overlay/host.ts';
import type { Keys } from '../../lib/overlay/keys.ts';
import { picked, type Picked } from '../../lib/overlay/picked.ts';
import { markSize, type Place } from '../../lib/overlay/place.ts';
import { createPress } from '../../lib/overlay/press.ts';
import { boxOf, isDark } from '../../lib/overlay/surroundings.ts';
import { handleKeys } from './handleKeys.ts';

export interface ControlOptions {
  window: Window & typeof globalThis;
  rubric: Rubric;
  actions: ControlActions;
  keys: Keys;
  signal: AbortSignal;
}

/** How long "Saved" and its undo are offered, ms: as long as the review waits before it leaves. */
const undoMs = 10_000;
/** The pointer may leave the rail for so long, ms, on its way back. */
const graceMs = 300;
/** A selection that rests so long, ms, is one. */
const restMs = 150;

export function createControls({ window, rubric, actions, keys, signal }: ControlOptions): Controls {
  const { document } = window;
  const host = createHost(window, css, signal);
  const press = createPress(signal);
  const highlights = createHighlights(window, signal);
  let answers: FoundAnswer[] = [];
  let places = new Map<string, Place>();
  const reviews = new Map<string, Review | null>();
  const darkness = new Map<string, boolean>();
  const saids = new Map<string, NonNullable<OverlayState['items'][number]['said']>>();
  let unfolded: string | null = null;
  let pick: Picked | null = null;
  let menu: Menu | null = null;
  let editor: (NonNullable<OverlayState['editor']> & { answerId: string }) | null = null;
  let announcement = '';
  /** Where the keyboard was before it came to us. */
  let cameFrom: HTMLElement | null = null;
  let folding: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const following = follow({
    window,
    host: host.element,
    signal,
    onPlaces(next) {
      places = next;
      draw();
    },
  });
  keys.host = host.element;
  keys.handle = (event) => handleKeys(event, { root: host.root, menu, categories: rubric.categories, calls, back, focusMark });
  document.addEventListener('selectionchange', () => {
    clearTimeout(resting);
    resting = setTimeout(notice, restMs);
  }, { signal });
  signal.addEventListener('abort', () => {
    render(null, host.root);
    clearTimeout(folding);
    clearTimeout(resting);
    keys.host = null;
    keys.handle = null;
  });

  const answerOf = (id: string): FoundAnswer | undefined => answers.find((answer) => answer.id === id);
  const darkOf = (answer: FoundAnswer): boolean => {
    const known = darkness.get(answer.id);
    if (known !== undefined) return known;
    const dark = answer.blocks[0] ? isDark(answer.blocks[0]) : false;
    darkness.set(answer.id, dark);
    return dark;
  };

  function draw(): void {
    if (signal.aborted) return;
    const items = answers.flatMap((answer, ordinal) => {
      const place = places.get(answer.id);
      if (!place) return [];
      const { x, y, open } = place;
      const review = reviews.get(answer.id) ?? null;
      return [{ id: answer.id, ordinal, x, y, open, dark: darkOf(answer), review, unfolded: unfolded === answer.id, said: saids.get(answer.id) ?? null }];
    });
    const end = pick && { answerId: pick.answer.id, x: Math.min(pick.rect.x + pick.rect.width + 6, window.innerWidth - 84), y: pick.rect.y + pick.rect.height + 4, dark: darkOf(pick.answer) };
    render(<Overlay state={{ items, pick: end, menu, editor, categories: rubric.categories, announcement }} calls={calls} />, host.root);
  }

  /** Looks at what is selected now. */
  function notice(): void {
    const next = picked(document, answers);
    if (!next && !pick) return;
    pick = next;
    draw();
  }

  function shine(): void {
    highlights.show(answers.flatMap((answer) => {
      const review = reviews.get(answer.id);
      return review && review.status !== 'withdrawn' && review.flags.length > 0 ? [{ answer, flags: review.flags }] : [];
    }));
  }

  function put(id: string, review: Review | null): void {
    reviews.set(id, review);
    shine();
    draw();
  }

  function say(id: string, words: string, { bad = false, undo = false } = {}): void {
    const said = { words, bad, undo };
    saids.set(id, said);
    announcement = words;
    draw();
    setTimeout(() => {
      if (saids.get(id) !== said) return;
      saids.delete(id);
      announcement = '';
      draw();
    }, undoMs);
  }

  async function change(id: string, what: ReviewChange): Promise<void> {
    const answer = answerOf(id);
    if (!answer) return;
    const reply = await actions.change(answer, what);
    if (signal.aborted) return;
    if (!reply.ok) return say(id, reply.error.message, { bad: true });
    put(id, reply.value.review);
    say(id, text(what.kind === 'undo' ? 'undone' : 'saved'), { undo: what.kind !== 'undo' });
  }

  async function edit(id: string, mode: 'correct' | 'note'): Promise<void> {
    const answer = answerOf(id);
    if (!answer || editor) return;
    const anchor = boxOf(answer.blocks);
    const reply = await actions.openEditor(answer, mode);
    if (signal.aborted || !anchor) return;
    if (!reply.ok) return say(id, reply.error.message, { bad: true });
    editor = { ...reply.value, answerId: id, height: mode === 'correct' ? 280 : 150, anchor, dark: darkOf(answer) };
    menu = null;
    unfolded = null;
    draw();
  }

  /** The newest revision that is stored: what an undo goes back from. */
  function undo(id: string): void {
    const review = reviews.get(id);
    if (review && review.status !== 'withdrawn') void change(id, { kind: 'undo', toRevision: review.revision - 1 });
  }

  const does: Record<Act, (id: string) => void> = {
    up: (id) => void change(id, { kind: 'rate', rating: reviews.get(id)?.rating === 1 ? null : 1 }),
    down: (id) => void change(id, { kind: 'rate', rating: reviews.get(id)?.rating === -1 ? null : -1 }),
    flag: (id) => openMenu(id, null),
    correct: (id) => void edit(id, 'correct'),
    undo,
  };

  function openMenu(id: string, passage: Picked | null): void {
    const answer = answerOf(id);
    const place = places.get(id);
    if (!answer || (!place && !passage)) return;
    const anchor = passage?.rect ?? { x: place?.x ?? 0, y: place?.y ?? 0, width: markSize, height: markSize };
    menu = { answerId: id, span: passage?.span ?? null, severity: 'major', anchor, dark: darkOf(answer) };
    pick = null;
    draw();
  }

  function closeMenu(): void {
    const id = menu?.answerId;
    menu = null;
    draw();
    if (id) focusMark(id);
  }

  const calls: OverlayCalls = {
    unfold(id, open, event) {
      if (!event.isTrusted) return;
      clearTimeout(folding);
      if (open) {
        unfolded = id;
        draw();
        return;
      }
      folding = setTimeout(() => {
        if (unfolded !== id || menu) return;
        unfolded = null;
        draw();
      }, graceMs);
    },
    act: (id, act, event) => {
      if (press.isReal(event)) does[act](id);
    },
    openMenu: (event) => {
      if (pick && press.isReal(event)) openMenu(pick.answer.id, pick);
    },
    category(category, event) {
      if (!menu || !press.isReal(event)) return;
      const { answerId, span, severity } = menu;
      const flag = { id: mint(), category, severity, ...(span ? { span } : {}) };
      closeMenu();
      void change(answerId, { kind: 'flag', flag });
    },
    severity(severity, event) {
      if (!menu || !press.isReal(event)) return;
      menu = { ...menu, severity };
      draw();
    },
    unflag: (flagId, event) => {
      if (menu && press.isReal(event)) void change(menu.answerId, { kind: 'unflag', flagId });
    },
    note: (event) => {
      if (menu && press.isReal(event)) void edit(menu.answerId, 'note');
    },
    closeMenu,
    drawn: (element) => {
      if (element) press.watch(element);
    },
  };

  function markOf(id: string): HTMLElement | null {
    return [...host.root.querySelectorAll<HTMLElement>('.item')].find((item) => item.dataset.id === id)?.querySelector('.mark') ?? null;
  }

  function focusMark(id: string): boolean {
    const mark = markOf(id);
    if (!mark) return false;
    if (document.activeElement !== host.element) cameFrom = document.activeElement as HTMLElement | null;
    unfolded = id;
    draw();
    mark.focus({ preventScroll: true });
    return true;
  }

  /** Gives the keyboard back to where it was. */
  function back(): void {
    unfolded = null;
    draw();
    if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
    else (host.root.activeElement as HTMLElement | null)?.blur();
    cameFrom = null;
  }

  function reveal(id: string): boolean {
    const block = answerOf(id)?.blocks[0];
    if (!block) return false;
    block.scrollIntoView({ block: 'center', behavior: 'instant' });
    following.wake();
    // The mark is drawn in the frame after the scroll.
    window.requestAnimationFrame(() => window.requestAnimationFrame(() => focusMark(id)));
    return true;
  }

  return {
    show(next) {
      answers = next;
      following.set(next.map(({ id, blocks }) => ({ id, blocks })));
      shine();
      draw();
    },
    review: put,
    editorTold(nonce, { height, done }) {
      if (editor?.nonce !== nonce) return;
      const { answerId } = editor;
      if (height !== undefined) editor = { ...editor, height: Math.ceil(height) };
      if (done) editor = null;
      draw();
      if (!done) return;
      if (done === 'saved') say(answerId, text('saved'), { undo: true });
      focusMark(answerId);
    },
    focusNext() {
      const next = answers.find(({ id }) => {
        const review = reviews.get(id);
        return !review || review.status !== 'final';
      });
      return next ? reveal(next.id) : false;
    },
    reveal,
    rect(id) {
      const box = markOf(id)?.getBoundingClientRect();
      return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
    },
  };
}

/** Plain-http pages have no `crypto.randomUUID`. */
function mint(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
