/** What the overlay shows, as one value: the controls change it, the components draw it. */
import type { Rect } from '../../lib/model/inspection.ts';
import type { Review, Severity, Span } from '../../lib/model/review.ts';
import type { Category } from '../../lib/model/rubric.ts';

/** One answer's mark and rail. `open` is the way the rail goes. */
export interface ControlItem {
  id: string;
  /** Which answer of how many, for screen readers. */
  ordinal: number;
  x: number;
  y: number;
  open: 'down' | 'end' | 'below';
  dark: boolean;
  review: Review | null;
  unfolded: boolean;
  /** What was just done, in words; `undo` offers to take it back. */
  said: { words: string; bad: boolean; undo: boolean } | null;
}

/** The flag menu of one answer, or of a passage of it. */
export interface Menu {
  answerId: string;
  span: Span | null;
  severity: Severity;
  /** It opens under this. */
  anchor: Rect;
  dark: boolean;
}

export interface OverlayState {
  items: ControlItem[];
  /** A passage is selected: a button at its end. */
  pick: { answerId: string; x: number; y: number; dark: boolean } | null;
  menu: Menu | null;
  editor: { nonce: string; src: string; height: number; anchor: Rect; dark: boolean } | null;
  categories: Category[];
  /** Read out by screen readers. */
  announcement: string;
}

/** What a person can do to an answer with one press. */
export type Act = 'up' | 'down' | 'flag' | 'correct' | 'undo';

/** What the components ask for. Each gets the event: it must be a person's. */
export interface OverlayCalls {
  unfold: (id: string, unfolded: boolean, event: Event) => void;
  act: (id: string, act: Act, event: Event) => void;
  openMenu: (event: Event) => void;
  category: (category: string, event: Event) => void;
  severity: (severity: Severity, event: Event) => void;
  unflag: (flagId: string, event: Event) => void;
  note: (event: Event) => void;
  closeMenu: (event: Event) => void;
  /** An element to watch for being covered. */
  drawn: (element: Element | null) => void;
}
