/** What opens beside an answer: one thing at a time, and the flagged passages of all. */
import { render } from 'preact';
import css from '../../components/panels/panels.css?inline';
import { Panels as View } from '../../components/panels/Panels.tsx';
import type { Opened } from '../../components/panels/state.ts';
import { wordsOf } from '../../lib/i18n/rubric.ts';
import { text } from '../../lib/i18n/text.ts';
import type { EditorWish } from '../../lib/model/controls.ts';
import type { Rect } from '../../lib/model/inspection.ts';
import { picked, type Picked } from '../../lib/overlay/picked.ts';
import { markSize } from '../../lib/overlay/place.ts';
import { boxOf } from '../../lib/overlay/surroundings.ts';
import { createCalls } from './calls.ts';
import { givable, readyToGive } from './giveBack.ts';
import { createFlagMarks } from './flagMarks.ts';
import type { PanelKind, PanelScriptOptions, Panels } from './interface.ts';
import { viewOf } from './view.ts';
import { handlePanelKey, isForPick } from './handlePanelKey.ts';

/** Heights that the editor has until it says its own, px. */
const firstHeight = { correct: 280, note: 150, escalate: 220, reason: 150 };

/** Takes everything away when the signal ends. */
export function createPanels(options: PanelScriptOptions): Panels {
  const { window, root, terms, board, actions, press, focus, signal } = options;
  const { document } = window;
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
  const place = root.appendChild(document.createElement('div'));
  const flagMarks = createFlagMarks({ window, host: root.host, board, draw, signal });
  let opened: Opened | null = null;
  let pick: Picked | null = null;
  /** What is open was opened while the keyboard was in the page: there it goes back to. */
  let fromPage = false;
  signal.addEventListener('abort', () => render(null, place));
  // The board, which listens longer, has forgotten by then on what ground things stood.
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal });

  function draw(): void {
    if (!signal.aborted) render(<View state={viewOf({ ...options, flagMarks, opened, pick })} calls={calls} />, place);
  }

  /** Under the button that opened it, else under the mark, wherever they go. */
  function under(id: string, act: string): () => Rect | null {
    return () => {
      const button = board.button(id, act)?.getBoundingClientRect();
      const at = button ?? board.places.get(id);
      // The rail stands out beyond its buttons.
      return at ? { x: at.x - 4, y: at.y - 4, width: markSize + 8, height: markSize + 8 } : null;
    };
  }

  /** Puts something on the screen in place of what is open. */
  function put(next: Opened): void {
    if (!opened) fromPage = focus.leavePage();
    opened = next;
    pick = null;
    draw();
  }

  function openFlag(id: string, passage: Picked | null, flagId: string | null = null): void {
    const answer = board.answer(id);
    if (!answer) return;
    const flag = board.review(id)?.flags.find((one) => one.id === flagId);
    put({
      kind: 'flag',
      answerId: id,
      anchor: passage ? passage.rect : (opened?.anchor ?? under(id, 'flag')),
      span: passage?.span ?? flag?.span ?? null,
      severity: flag?.severity ?? 'major',
      flagId,
      filter: '',
      about: null,
    });
  }

  async function edit(id: string, wish: EditorWish, undo = () => options.undo(id)): Promise<void> {
    const answer = board.answer(id);
    if (!answer) return;
    const byMouse = opened ? fromPage : focus.leavePage();
    const following = board.follow(id, text('editor.waits'));
    const reply = await options.openEditor(answer, wish, following.see);
    if (signal.aborted) return;
    if (!reply.ok) return board.say(following.at, reply.error.message, { bad: true });
    const box = boxOf(answer.blocks);
    // One at a time: what was typed in another one is a saved draft already.
    put({
      kind: 'editor',
      answerId: following.at,
      anchor: () => boxOf(answer.blocks),
      ...reply.value,
      undo,
      height: firstHeight[wish.mode],
      width: Math.max(320, Math.min(box?.width ?? 0, 720)),
    });
    fromPage = byMouse;
    board.unfolded = null;
    board.draw();
  }

  function open(kind: PanelKind, id: string): void {
    const answer = board.answer(id);
    if (!answer) return;
    if (kind === 'correct' || kind === 'note') void edit(id, { mode: kind });
    else if (kind === 'flag') openFlag(id, pick?.answer.id === id ? pick : null);
    else if (kind === 'escalate' && terms.policy.escalateTo.length === 0) void edit(id, { mode: 'escalate' });
    else {
      if (kind === 'more' && givable(board).length > 0) void readyToGive();
      put({ kind, answerId: id, anchor: under(id, kind === 'escalate' ? kind : 'more') });
    }
  }

  /** Closes, and puts the keyboard where the person was. */
  function leave(): void {
    const id = opened?.answerId;
    opened = null;
    draw();
    // Whoever came with the mouse goes on typing where they were: the next letter must not rate.
    if (fromPage) focus.back();
    else if (id) focus.mark(id);
  }

  function close(): void {
    if (!opened || opened.kind === 'editor') return;
    opened = null;
    draw();
  }

  function look(): void {
    const next = board.answers.length > 0 ? picked(document, board.answers) : null;
    if (!next && !pick) return;
    pick = next;
    if (next && !opened) board.announce(text('flag.hint'));
    draw();
  }

  const calls = createCalls({
    press,
    board,
    actions,
    flagMarks,
    change: options.change,
    takeBack: options.takeBack,
    state: () => ({ opened, pick }),
    put,
    openFlag,
    open,
    edit,
    leave,
    close,
    terms,
  });

  return {
    draw,
    shown() {
      flagMarks.show();
      draw();
    },
    open,
    close,
    isOpen: () => opened !== null,
    selected: look,
    key: (event) => handlePanelKey(event, { root, terms, words: wordsOf(terms.policy.rubric), opened, pick, calls, leave, put }),
    wants(event) {
      if (opened !== null || !isForPick(event, terms.keys)) return false;
      // Fingers are faster than the pause after which a selection is looked at: what is selected now is meant, not what was.
      if (pick) look();
      return pick !== null;
    },
    editorTold(nonce, { height, done }) {
      if (opened?.kind !== 'editor' || opened.nonce !== nonce) return;
      const { answerId, undo } = opened;
      if (!done) {
        opened = { ...opened, height: height === undefined ? opened.height : Math.ceil(height) };
        return draw();
      }
      leave();
      if (done === 'saved') board.say(answerId, text('saved'), { undo });
    },
  };
}
