/** What the controls lend to the panels, and what they can ask of them. */
import type { ControlActions, EditorWish, Terms } from '../../lib/model/controls.ts';
import type { ReviewChange } from '../../lib/model/review.ts';
import type { Press } from '../../lib/overlay/press.ts';
import type { Board } from '../controls/board.ts';
import type { Focus } from '../controls/focus.ts';
import type { OpenEditor } from './openEditor.ts';

export interface PanelOptions {
  window: Window & typeof globalThis;
  root: ShadowRoot;
  terms: Terms;
  board: Board;
  actions: ControlActions;
  press: Press;
  focus: Focus;
  signal: AbortSignal;
  /** One act, and what came of it in words beside the answer. True when it is saved. */
  change: (answerId: string, what: ReviewChange) => Promise<boolean>;
  /** Takes back the last act on a review. */
  undo: (answerId: string) => void;
  /** Takes back what was offered to be taken back, else the last act on the review. */
  takeBack: (answerId: string) => void;
}

/** With what is lent by whoever mounts the panels. */
export interface PanelScriptOptions extends PanelOptions {
  openEditor: OpenEditor;
}

export type PanelKind = 'flag' | 'escalate' | 'more' | 'help' | Exclude<EditorWish['mode'], 'reason'>;

export interface Panels {
  draw(): void;
  /** The answers or their reviews have changed. */
  shown(): void;
  open(kind: PanelKind, answerId: string): void;
  /** Closes what is open; the keyboard stays where it is. */
  close(): void;
  isOpen(): boolean;
  /** Looks at what is selected in the page now. */
  selected(): void;
  key(event: KeyboardEvent): boolean;
  wants(event: KeyboardEvent): boolean;
  editorTold(nonce: string, word: { height?: number; done?: 'saved' | 'nothing' }): void;
}
