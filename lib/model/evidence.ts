/** Evidence as it is found on a page, and the keeper of a page's passages. Lives in the page only: it holds nodes. */
import type { Evidence } from './answer.ts';
import type { FoundAnswer, PageView } from './view.ts';

/** One reason to believe that something on the page is AI-made, or that it is not. */
export interface FoundEvidence extends Evidence {
  /** The block that it speaks of; null: the whole page. */
  element: Element | null;
  /** False where it says that a human made it: then there is nothing to review. */
  ai: boolean;
}

/** Looks at a document as it is now. */
export type EvidenceFinder = (document: Document) => FoundEvidence[];

/** Knows the answers of one frame that are no turns of a chat. */
export interface PassageKeeper {
  /** Looks for evidence again. Returns how many signs of AI there are. */
  look(): number;
  /** Makes an answer of what the range covers; null if it covers no text. The same passage selected twice is one. */
  select(range: Range): FoundAnswer | null;
  /** Finds passages again that were selected before; those that are not there (yet) are returned. */
  restore(texts: readonly string[]): string[];
  /** The view of a chat with the passages beside it. */
  join(view: PageView): PageView;
}

declare global {
  /**
   * Set by the passages script, which is loaded into a frame only when the review script of the same isolated world asks: most frames
   * hold a chat or nothing. `onChange` is called when a passage changed in the page.
   */
  var bluepencilPassages: ((document: Document, onChange: () => void, signal: AbortSignal) => PassageKeeper) | undefined;
}
