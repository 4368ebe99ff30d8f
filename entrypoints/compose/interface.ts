/** What the script that gives back to the model does for the others of its isolated world. */
import type { Drafted } from '../../lib/model/feedback.ts';
import type { Review } from '../../lib/model/review.ts';
import type { Rubric } from '../../lib/model/rubric.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';

/** What a person wants to give back. */
export interface Feedback {
  /** All answers of the frame, in document order. */
  answers: readonly FoundAnswer[];
  /** Those that it is about, with what was said; one without flags, note or correction adds nothing. */
  marked: readonly { answer: FoundAnswer; review: Review }[];
  rubric: Rubric;
}

/** How it went, in words. */
export interface Given {
  words: string;
  /** Nothing was given. */
  bad: boolean;
}

export interface Compose {
  /** Drafts a text in the composer of the conversation of one of these answers, the last one if it is not among them. Never sends. */
  draft(answers: readonly FoundAnswer[], answerId: string, text: string): Promise<Drafted>;
  /** To be called while a person's click still counts. False where the browser does not let it happen. */
  copy(text: string): Promise<boolean>;
  /** "Send my corrections to the model": a draft, or a copy where no composer takes it. */
  give(feedback: Feedback): Promise<Given>;
  /** The same as a copy at once. */
  giveCopy(feedback: Feedback): Promise<Given>;
}
