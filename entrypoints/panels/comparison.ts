/** Comparing an answer with another version of it. */
import { othersOf } from '../../lib/detect/others.ts';
import type { ComparePanel, Opened } from '../../components/panels/state.ts';
import { text } from '../../lib/i18n/text.ts';
import type { ControlActions, EditorWish } from '../../lib/model/controls.ts';
import type { Comparison } from '../../lib/model/preference.ts';
import type { Board } from '../controls/board.ts';
import { prefer, preferenceOf, undoPreference } from './preferences.ts';

/** Of a text so many units are shown. */
const shown = 280;

interface ComparisonOptions {
  board: Board;
  actions: ControlActions;
  state: () => { opened: Opened | null };
  put: (opened: Opened) => void;
  edit: (answerId: string, wish: EditorWish, undo: () => void) => Promise<void>;
}

export function createComparison({ board, actions, state, put, edit }: ComparisonOptions) {
  /** Opens it in place of `from`; `nth` of the other versions, around the end. */
  async function open(answerId: string, from: Opened, nth = 0): Promise<void> {
    const answer = board.answer(answerId);
    const others = othersOf(actions.seen, answerId);
    const at = others.length > 0 ? nth % others.length : 0;
    const other = others[at];
    if (!answer || !other) return;
    const panel: ComparePanel = {
      kind: 'compare',
      answerId,
      anchor: from.anchor,
      own: answer.text.slice(0, shown),
      others,
      at,
      preference: null,
    };
    put(panel);
    const preference = await preferenceOf(answerId, other.id);
    if (preference && state().opened === panel) put({ ...panel, preference });
  }

  /** Keeps what was said, and offers to take it back. The same choice again takes nothing back: there is the undo. */
  async function say(panel: ComparePanel, better: Comparison): Promise<void> {
    const { answerId, others, at } = panel;
    const answer = board.answer(answerId);
    const other = others[at];
    if (!answer || !other) return;
    await board.inTurn(answerId, async () => {
      const reply = await prefer(actions, answer, other.id, better);
      // The same again is no new word: there is nothing to take back.
      const isNew = reply.ok && reply.value.preference.revision !== panel.preference?.revision;
      show(answerId, at, reply, 'saved', isNew);
    });
  }

  function show(
    answerId: string,
    at: number,
    reply: Awaited<ReturnType<typeof prefer>>,
    said: 'saved' | 'undone',
    undoable: boolean,
  ): void {
    if (!reply.ok) return board.say(answerId, reply.error.message, { bad: true });
    const { preference } = reply.value;
    const { opened } = state();
    if (opened?.kind === 'compare' && opened.answerId === answerId && opened.at === at) put({ ...opened, preference });
    const undo = async (): Promise<void> => show(answerId, at, await undoPreference(preference), 'undone', false);
    board.say(answerId, text(said), undoable ? { undo: () => void undo() } : {});
  }

  /** The reason is typed in our frame; what it changed can be taken back as well. */
  function why({ answerId, others, at, preference }: ComparePanel): void {
    const other = others[at];
    if (!other || !preference) return;
    const undo = async (): Promise<void> => {
      const now = await preferenceOf(answerId, other.id);
      if (now) show(answerId, at, await undoPreference(now), 'undone', false);
    };
    void edit(answerId, { mode: 'reason', preferenceId: preference.id }, () => void undo());
  }

  return { open, say, why };
}
