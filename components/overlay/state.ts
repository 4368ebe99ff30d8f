/** What stands beside the answers, as one value: the controls change it, the components draw it. */
import type { Terms } from '../../lib/model/controls.ts';
import type { KeyMap } from '../../lib/model/keys.ts';
import type { Rect } from '../../lib/model/inspection.ts';
import type { Review } from '../../lib/model/review.ts';

/** One answer's mark and rail. `open` is the way the rail goes. */
export interface ControlItem {
  id: string;
  /** Which answer of how many, for screen readers. */
  ordinal: number;
  x: number;
  y: number;
  open: 'down' | 'end' | 'start' | 'below' | 'above' | 'sheet';
  /** Where the rail stands, as `x` and `y` relative to the viewport. */
  rail: Rect;
  /** What was just done is said over the open rail, else under it: there is nothing of the site's to press. */
  above: boolean;
  dark: boolean;
  review: Review | null;
  /** It must be reviewed, and is not yet. */
  required: boolean;
  /** Signs of AI that this block carries, as they stand on the page; none for turns of a chat. */
  signs: string[];
  unfolded: boolean;
  /** What was just done, in words; `undo` offers to take it back. */
  said: { words: string; bad: boolean; undo: boolean } | null;
}

/** What a person can do to an answer with one press. */
export type Act = 'up' | 'down' | 'flag' | 'correct' | 'approve' | 'reject' | 'escalate' | 'more' | 'note' | 'undo' | 'help';

export interface OverlayState {
  items: ControlItem[];
  keys: KeyMap;
  /** What this reviewer may not decide, each with the reason in words. */
  locked: Terms['locked'];
  /** Read out by screen readers. */
  announcement: string;
}

/** A part of one answer's controls. */
export interface Drawn {
  element: HTMLElement;
  /** Shows it as it is now. */
  draw: (item: ControlItem, state: OverlayState) => void;
}

/** What the components ask for. Each gets the event: it must be a person's. */
export interface OverlayCalls {
  unfold: (id: string, unfolded: boolean, event: Event) => void;
  act: (id: string, act: Act, event: Event) => void;
  /** An element to watch for being covered. */
  drawn: (element: Element) => void;
}
