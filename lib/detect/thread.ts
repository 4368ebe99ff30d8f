/** What a detector found: who said what, in which elements, and why it is believed. */

/** One message of a thread. */
export interface Speech {
  role: 'user' | 'assistant';
  /** The element of the whole message. */
  message: Element;
  /** What holds its words now. */
  blocks(): Element[];
  /** Selector of what in the blocks is not its words. */
  leaveOut: string;
  messageId: string | null;
  model: string | null;
  /** What was thought before it was said, where the tool shows it. */
  thinking(): string | null;
  /** What the site itself says about its growth now; null if it says nothing. */
  mark(): 'streaming' | 'finished' | null;
  /** Which version is shown, `2/3`, where the tool says it in a place of its own. */
  variant?(): string | null;
  /** What was asked, where no message says it: the query of a search page. */
  asked?: string | null;
}

/** One conversation on a page, in composed document order. */
export interface Thread {
  /** Adapter id or `generic`. */
  site: string;
  kind: 'adapter' | 'generic' | 'taught';
  /** `chatgpt/app-shell`, or the generic detector's way: `pair`, `one-sided`, `grown`. */
  by: string;
  /** One of its answers was seen to stream. */
  grown: boolean;
  provider: string | null;
  score: number;
  reasons: string[];
  speeches: Speech[];
  /** Its answers are blocks on a page that is no chat. */
  surface?: 'page';
}
