/** What is open beside an answer, as one value. */
import type { OtherVersion } from '../../lib/model/controls.ts';
import type { Rect } from '../../lib/model/inspection.ts';
import type { KeyMap } from '../../lib/model/keys.ts';
import type { RubricWords } from '../../lib/i18n/rubric.ts';
import type { Policy } from '../../lib/model/policy.ts';
import type { Comparison, Preference } from '../../lib/model/preference.ts';
import type { Flag, Review, Severity, Span } from '../../lib/model/review.ts';
import type { Act, OverlayState } from '../overlay/state.ts';

/** What every panel has. */
interface Open {
  answerId: string;
  /** It opens under this, and follows it; null: that is not there any more. */
  anchor: () => Rect | null;
}

/** What is wrong with the answer, or with a passage of it. */
export interface FlagPanel extends Open {
  kind: 'flag';
  span: Span | null;
  severity: Severity;
  /** This flag is changed; null: a new one is made. */
  flagId: string | null;
  /** What was typed: categories with it in their words are shown. */
  filter: string;
  /** The category whose definition is shown; null: the first one's. */
  about: string | null;
}

/** To whom this goes. */
export interface EscalatePanel extends Open {
  kind: 'escalate';
}

/** Everything that is not in the rail. */
export interface MorePanel extends Open {
  kind: 'more' | 'help' | 'guidelines';
}

/** A page of ours in which text is typed. */
export interface EditorPanel extends Open {
  kind: 'editor';
  nonce: string;
  src: string;
  height: number;
  width: number;
  /** Takes back what was saved. */
  undo: () => void;
}

/** Which of two versions is better. */
export interface ComparePanel extends Open {
  kind: 'compare';
  /** How the answer itself begins. */
  own: string;
  others: OtherVersion[];
  /** Which of the others is shown. */
  at: number;
  /** What was said about these two. */
  preference: Preference | null;
}

export type Opened = FlagPanel | EscalatePanel | MorePanel | ComparePanel | EditorPanel;

/** The number of one flagged passage. `x` and `y` are of its box, CSS pixels of the viewport. */
export interface FlagNumber {
  answerId: string;
  flagId: string;
  number: number;
  severity: Severity;
  category: string;
  x: number;
  y: number;
  dark: boolean;
}

/** A flag that is pointed at or focused. */
export interface Peek extends Open {
  flag: Flag;
  review: Review;
  dark: boolean;
}

export interface PanelsState {
  numbers: FlagNumber[];
  peek: Peek | null;
  /** Flags of the answer that something is open for whose passage is not in its text any more. */
  orphaned: string[];
  /** A passage is selected: a button at its end. CSS pixels of the viewport. */
  pick: { x: number; y: number; dark: boolean } | null;
  opened: Opened | null;
  /** What it is about stands on a dark ground now: pages and systems change theirs while it is open. */
  dark: boolean;
  /** How many other versions of that answer were seen. */
  versions: number;
  /** Something can be given back about that answer, and about how many in all. */
  givable: boolean;
  givableInAll: number;
  /** How many of their flags fit into it. */
  carryable: number;
  /** The review of the answer that something is open for. */
  review: Review | null;
  policy: Policy;
  words: RubricWords;
  keys: KeyMap;
  locked: OverlayState['locked'];
}

/** What the panels ask for. Each act gets its event: it must be a person's. */
export interface PanelCalls {
  openPick: (event: Event) => void;
  category: (category: string, event: Event) => void;
  severity: (severity: Severity, event: Event) => void;
  /** Shows what a category means. */
  about: (category: string) => void;
  /** `answerId`: of another answer than the one that something is open for. */
  editFlag: (flagId: string, event: Event, answerId?: string) => void;
  unflag: (flagId: string, event: Event, answerId?: string) => void;
  /** Shows what is said about one flag; null: about none. */
  peek: (flag: { answerId: string; flagId: string } | null) => void;
  /** A note about what is being flagged. */
  noteFlag: (event: Event) => void;
  /** Correct the passage, or the whole answer. */
  fix: (event: Event) => void;
  escalateTo: (to: string, event: Event) => void;
  score: (criterion: string, points: number | null, event: Event) => void;
  prefer: (better: Comparison, event: Event) => void;
  nextVersion: (event: Event) => void;
  /** Opens something else for the same answer, or acts on it. */
  go: (what: Act | 'compare' | 'carry' | 'give' | 'give-all' | 'copy' | 'guidelines' | 'say-why', event: Event) => void;
  close: (event: Event) => void;
  /** An element to watch for being covered. */
  drawn: (element: Element | null) => void;
}
