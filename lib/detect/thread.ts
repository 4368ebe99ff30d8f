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
  /** What the site itself says about its growth now; null if it says nothing. */
  mark(): 'streaming' | 'finished' | null;
}

/** One conversation on a page, in composed document order. */
export interface Thread {
  /** Adapter id or `generic`. */
  site: string;
  kind: 'adapter' | 'generic';
  /** `chatgpt/app-shell`, or the generic detector's way: `pair`, `one-sided`, `grown`. */
  by: string;
  /** One of its answers was seen to stream. */
  grown: boolean;
  provider: string | null;
  score: number;
  reasons: string[];
  speeches: Speech[];
}
