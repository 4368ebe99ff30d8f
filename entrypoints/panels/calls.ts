/** What a person does in a panel. Each act must be a person's. */
import type { Opened, PanelCalls } from '../../components/panels/state.ts';
import type { ControlActions, EditorWish, Terms } from '../../lib/model/controls.ts';
import type { Flag, Review, ReviewChange } from '../../lib/model/review.ts';
import type { Picked } from '../../lib/overlay/picked.ts';
import type { Press } from '../../lib/overlay/press.ts';
import type { Board } from '../controls/board.ts';
import { giveBack } from './giveBack.ts';
import { carryOver } from './carryOver.ts';
import { createComparison } from './comparison.ts';
import type { FlagMarks } from './flagMarks.ts';
import { mint } from './mint.ts';
import type { PanelKind } from './interface.ts';

interface CallOptions {
  press: Press;
  board: Board;
  actions: ControlActions;
  flagMarks: FlagMarks;
  change: (answerId: string, what: ReviewChange) => Promise<boolean>;
  takeBack: (answerId: string) => void;
  state: () => { opened: Opened | null; pick: Picked | null };
  put: (opened: Opened) => void;
  openFlag: (answerId: string, passage: Picked | null, flagId?: string) => void;
  open: (kind: PanelKind, answerId: string) => void;
  edit: (answerId: string, wish: EditorWish, undo?: () => void) => Promise<void>;
  /** Closes, and puts the keyboard where the person was. */
  leave: () => void;
  /** Closes; the keyboard stays where it is. */
  close: () => void;
  terms: Terms;
}

export function createCalls({
  press,
  board,
  actions,
  flagMarks,
  change,
  takeBack,
  state,
  put,
  openFlag,
  open,
  edit,
  leave,
  close,
  terms,
}: CallOptions): PanelCalls {
  const review = (answerId: string): Review | null => board.review(answerId);
  const comparison = createComparison({ board, actions, state, put, edit });
  /** Runs with what is open, if the event is a person's. */
  const on = <K extends Opened['kind']>(event: Event, kinds: readonly K[], act: (opened: Extract<Opened, { kind: K }>) => void): void => {
    const { opened } = state();
    if (opened && (kinds as readonly string[]).includes(opened.kind) && press.isReal(event)) act(opened as Extract<Opened, { kind: K }>);
  };
  const any = ['flag', 'escalate', 'more', 'help', 'guidelines', 'compare'] as const;

  /** The flag that the menu is about, with what is chosen now. */
  const flagOf = (opened: Extract<Opened, { kind: 'flag' }>, category: string): Flag => {
    const known = review(opened.answerId)?.flags.find(({ id }) => id === opened.flagId);
    const { severity, span } = opened;
    return { ...(known ?? { id: mint() }), category, severity, ...(span ? { span } : {}) };
  };

  return {
    openPick(event) {
      const { pick } = state();
      if (pick && press.isReal(event)) openFlag(pick.answer.id, pick);
    },
    category(category, event) {
      const { opened, pick } = state();
      if (!press.isReal(event)) return;
      // A digit with a passage selected: the menu need not open for it.
      if (!opened && pick) {
        getSelection()?.removeAllRanges();
        void change(pick.answer.id, { kind: 'flag', flag: { id: mint(), category, severity: 'major', span: pick.span } });
      } else if (opened?.kind === 'flag') {
        leave();
        void change(opened.answerId, { kind: 'flag', flag: flagOf(opened, category) });
      }
    },
    severity: (severity, event) =>
      on(event, ['flag'], (opened) => {
        put({ ...opened, severity });
        const known = review(opened.answerId)?.flags.find(({ id }) => id === opened.flagId);
        if (known) void change(opened.answerId, { kind: 'flag', flag: { ...known, severity } });
      }),
    about(category) {
      const { opened } = state();
      if (opened?.kind === 'flag' && opened.about !== category) put({ ...opened, about: category });
    },
    editFlag(flagId, event, other) {
      const answerId = other ?? state().opened?.answerId;
      if (answerId && press.isReal(event)) openFlag(answerId, null, flagId);
    },
    unflag(flagId, event, other) {
      const { opened } = state();
      const answerId = other ?? opened?.answerId;
      if (!answerId || !press.isReal(event)) return;
      if (opened?.kind === 'flag' && opened.flagId === flagId) leave();
      flagMarks.peek(null);
      void change(answerId, { kind: 'unflag', flagId });
    },
    peek: (flag) => flagMarks.peek(flag),
    noteFlag: (event) =>
      on(event, ['flag'], async (opened) => {
        if (!opened.flagId && !opened.about) return edit(opened.answerId, { mode: 'note' });
        const known = review(opened.answerId)?.flags.find(({ id }) => id === opened.flagId);
        const flag = known ?? flagOf(opened, opened.about ?? '');
        // A note belongs to a flag: what is chosen in the menu becomes one.
        if (known || (await change(opened.answerId, { kind: 'flag', flag })))
          await edit(opened.answerId, { mode: 'note', flagId: flag.id });
      }),
    fix(event) {
      const { opened, pick } = state();
      if (!press.isReal(event)) return;
      if (opened?.kind === 'flag') void edit(opened.answerId, { mode: 'correct', ...(opened.span ? { span: opened.span } : {}) });
      else if (!opened && pick) void edit(pick.answer.id, { mode: 'correct', span: pick.span });
    },
    escalateTo: (to, event) =>
      on(event, ['escalate'], ({ answerId }) => {
        leave();
        const reason = review(answerId)?.escalation?.reason ?? '';
        void change(answerId, { kind: 'escalate', to, reason });
      }),
    score: (criterion, points, event) => on(event, ['more'], ({ answerId }) => void change(answerId, { kind: 'score', criterion, points })),
    go: (what, event) =>
      on(event, any, (opened) => {
        const { answerId } = opened;
        if (what === 'undo') takeBack(answerId);
        else if (what === 'give' || what === 'give-all' || what === 'copy') {
          close();
          void giveBack({ board, terms }, answerId, what === 'give' ? 'this' : what === 'give-all' ? 'all' : 'copy');
        } else if (what === 'carry') {
          leave();
          void carryOver({ board, actions, change }, answerId);
        } else if (what === 'compare') void comparison.open(answerId, opened);
        else if (opened.kind === 'compare' && (what === 'say-why' || what === 'note')) comparison.why(opened);
        else if (what === 'say-why') void edit(answerId, { mode: 'escalate' });
        else if (what === 'guidelines') put({ kind: 'guidelines', answerId, anchor: opened.anchor });
        else if (what === 'flag' || what === 'correct' || what === 'note' || what === 'escalate' || what === 'more' || what === 'help')
          open(what, answerId);
      }),
    prefer: (better, event) => on(event, ['compare'], (opened) => void comparison.say(opened, better)),
    nextVersion: (event) => on(event, ['compare'], (opened) => void comparison.open(opened.answerId, opened, opened.at + 1)),
    close: (event) => {
      if (press.isReal(event)) leave();
    },
    drawn: (element) => {
      if (element) press.watch(element);
    },
  };
}
