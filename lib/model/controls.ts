/** What the controls beside the answers ask of whoever mounts them, and what they can be told. */
import type { Rect } from './inspection.ts';
import type { Result } from './result.ts';
import type { Review, ReviewChange } from './review.ts';
import type { FoundAnswer } from './view.ts';

/** What the controls do with a reviewer's acts. */
export interface ControlActions {
  /** One act that is a review by itself. The reply is the review as it is now stored; null: nothing is left of it. */
  change(answer: FoundAnswer, change: ReviewChange): Promise<Result<{ review: Review | null }>>;
  /** Prepares the framed editor; the reply is its address (with the nonce) and the nonce that it speaks under. */
  openEditor(answer: FoundAnswer, mode: 'correct' | 'note', flagId?: string): Promise<Result<{ src: string; nonce: string }>>;
}

/** The controls of one frame. */
export interface Controls {
  /** The final answers that are mounted now, in document order. */
  show(answers: FoundAnswer[]): void;
  /** The review of an answer as it is stored now; also of answers that are not mounted. */
  review(answerId: string, review: Review | null): void;
  /** The framed editor asks for a height in px, or is done. */
  editorTold(nonce: string, word: { height?: number; done?: 'saved' | 'nothing' }): void;
  /** Focuses the mark of the next answer without a review; false if there is none. */
  focusNext(): boolean;
  /** Scrolls to an answer and focuses its mark; false if it is not mounted. */
  reveal(answerId: string): boolean;
  /** Where an answer's mark or rail stands, relative to the viewport; null when it is not shown. */
  rect(answerId: string): Rect | null;
}
