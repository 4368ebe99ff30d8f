/** What detection sees on a page right now, as the overlay and `page.inspect` read it. Lives in the page only: it holds nodes. */
import type { Root } from 'hast';
import type { AnswerPlace, DetectedBy, Evidence, Turn } from './answer.ts';
import type { AnswerState } from './inspection.ts';

/** Ways between the normalised text of an answer (UTF-16 offsets) and the page's text nodes. */
export interface TextMap {
  /** The range that shows `[start, end)`; null when it is empty or no longer in the page. */
  range(start: number, end: number): Range | null;
  /** The offset of a DOM point, clamped to the nearest text of the answer; null outside of it. In a letter that composes with its marks: the given side of it, else its end. */
  offset(node: Node, offset: number, side?: 'start' | 'end'): number | null;
}

/** One captured reading of a block. `text`, `hast` and `map` come from the same walk. */
export interface Reading {
  text: string;
  hast: Root;
  map: TextMap;
}

/** One mounted answer. */
export interface FoundAnswer extends AnswerPlace {
  /** `answerId(...)` of the text as it stands; provisional while it streams. */
  id: string;
  state: AnswerState;
  /** The elements that hold the answer's text; controls follow the box around them. */
  blocks: Element[];
  /** The element of the whole message (block, avatar, toolbar), for placing the controls. */
  element: Element;
  text: string;
  /** The blocks as they are now, also if they changed in the very event that asks. */
  read(): Reading;
  /** The nearest prompt before, cheap to ask for; null or absent where none is known. */
  asked?: string | null;
  prompt: Turn[];
  promptComplete: boolean;
  /** What the model thought before it answered, where the tool shows it. */
  thinking: string | null;
  evidence: Evidence[];
  detectedBy: DetectedBy;
}

export interface PageView {
  surface: 'chat' | 'page' | 'none';
  site: string;
  score: number;
  reasons: string[];
  /** All reasons to believe that something here is AI-made, or that it is not; those of an answer are the same objects. */
  evidence: Evidence[];
  /** Mounted answers in document order. */
  answers: FoundAnswer[];
}

/** The one watcher of a frame. */
export interface Watcher {
  /** As it is now, the last change included. */
  view(): PageView;
  /** Looks again at once. */
  refresh(): void;
  /** The answer in the same element as it is now, looked at again; null if none is there any more. */
  now(answer: FoundAnswer): FoundAnswer | null;
}
