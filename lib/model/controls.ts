/** What the controls beside the answers ask of whoever mounts them, and what they can be told. */
import type { CapturedAnswer } from './answer.ts';
import type { Rect } from './inspection.ts';
import type { KeyMap } from './keys.ts';
import type { Policy } from './policy.ts';
import type { Result } from './result.ts';
import type { Decision, Review, ReviewChange, Span } from './review.ts';
import type { FoundAnswer } from './view.ts';

/** The id, inside our closed root, by which a script knows the controls of an older one. */
export const controlsId = 'bluepencil-controls';

/** What the framed editor is opened for. */
export interface EditorWish {
  mode: 'correct' | 'note' | 'escalate' | 'reason';
  /** The note is about this flag. */
  flagId?: string;
  /** Only this passage is corrected. */
  span?: Span;
  /** The reason is of this preference. */
  preferenceId?: string;
}

/** Hears how the answer of an act stands: again and again while it grows and the act waits, at last when it is final. */
export type Follow = (now: FoundAnswer) => void;

/** What the controls do with a reviewer's acts. */
export interface ControlActions {
  /** One act, a review by itself unless `final` is false: then it goes to the draft. The reply is the review as it is now stored; null: nothing is left of it. */
  change(answer: FoundAnswer, change: ReviewChange, final?: boolean, follow?: Follow): Promise<Result<{ review: Review | null }>>;
  /** The answer as it stands at this moment, the whole of it where it grows; null: it is gone, or another one by now. */
  captured(answer: FoundAnswer, follow?: Follow): Promise<Captured | null>;
  /** The versions of answers that were seen. */
  seen: SeenVersions;
}

/** What was seen of the versions of answers; `othersOf` makes of it the other versions of one. */
export interface SeenVersions {
  /** The finished answers that are mounted now, in document order. */
  mounted: () => readonly FoundAnswer[];
  /** What is kept of the other versions of an answer, the last one seen first. */
  like: (answerId: string) => SeenVersion[];
  /** Reads a mounted answer, as for a review. */
  capture: (answer: FoundAnswer) => CapturedAnswer;
}

/** What is kept of a version: all but what the prompt costs, which grows with the conversation. */
export interface SeenVersion extends Pick<
  CapturedAnswer,
  'text' | 'hast' | 'message' | 'model' | 'thinking' | 'conversation' | 'capturedAt'
> {
  id: string;
  asked: string;
  /** The answer before it: the same words may be asked twice. Null while none was mounted. */
  before: string | null;
}

/** An answer of the page, as it goes to the background with an act. */
export interface Captured {
  answerId: string;
  answer: CapturedAnswer;
}

/** Another version of an answer that was seen in the page. */
export interface OtherVersion {
  id: string;
  /** Its beginning, at most 280 characters, for choosing. */
  text: string;
  captured: CapturedAnswer;
}

/** What reviewers of this frame judge by. */
export interface Terms {
  policy: Policy;
  /** What the reviewer's role may not decide, each with the reason in words. */
  locked: Partial<Record<Decision, string>>;
  keys: KeyMap;
}

/** The controls of one frame. */
export interface Controls {
  /** The final answers that are mounted now, in document order. */
  show(answers: FoundAnswer[]): void;
  /** A review has changed, or what is judged by. */
  changed(): void;
  /** The framed editor asks for a height in px, or is done. */
  editorTold(nonce: string, word: { height?: number; done?: 'saved' | 'nothing' }): void;
  /** Focuses the mark of the next answer without a review; false if there is none. */
  focusNext(): boolean;
  /** Scrolls to an answer and focuses its mark; false if it is not mounted. */
  reveal(answerId: string): boolean;
  /** Where an answer's mark or rail stands, relative to the viewport; null when it is not shown. */
  rect(answerId: string): Rect | null;
}
