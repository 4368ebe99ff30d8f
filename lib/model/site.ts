/**
 * A site adapter: data that says how one tool marks turns, roles, ids, streaming and model. Selectors
 * only, never code. Each list is ordered: the first selector that matches wins.
 */

/** A selector with the day it was last seen to hold and how that is known. */
export interface Hook {
  select: string;
  /** YYYY-MM-DD. */
  seen: string;
  /** live: measured on the site · source: read in the product's source · capture: on a saved page · report: third-party code · taught: proposed on the page that a person showed. */
  grade: 'live' | 'source' | 'capture' | 'report' | 'taught';
}

/** A value on an element: `select` is searched inside the message (or is the message itself), then up. */
export interface ValueHook extends Hook {
  /** The attribute to read; text content if absent. */
  attribute?: string;
  /** `self` the message or inside it, `up` an ancestor, `page` anywhere in the document. */
  from: 'self' | 'up' | 'page';
}

/** One way a tool lays out its conversation. A site may serve several at once: each is probed. */
export interface Layout {
  id: string;
  /** The element of one assistant message. */
  answer: Hook[];
  /** The element of one user message. */
  prompt: Hook[];
  /** Inside an answer, what holds the text; the whole answer if none matches. Several are joined. */
  body: Hook[];
  /** Inside a body, what is not the answer's text (copy bars, thinking, citations pills). */
  leaveOut: Hook[];
  /** Answers that share the nearest ancestor matching this are one answer. */
  turn?: Hook[];
  /** Beside or inside a body: what the model thought before it answered. Kept apart, never part of the answer's text. */
  thinking?: Hook[];
  /** What the tool says when it failed: never an answer's text, and a message that says nothing else is no answer. */
  errors?: Hook[];
  /** Which version of the answer is shown, `2/3`. */
  variant?: ValueHook[];
  /** Only some turns are mounted or loaded at a time: that one stands first does not mean that the conversation begins with it. */
  partial?: boolean;
  /** The newest message stands first in the document. */
  reversed?: boolean;
  /** The answers are blocks on a search or content page: the prompt is the query, in one of these parameters of the address; none where nothing was asked. */
  query?: string[];
  messageId: ValueHook[];
  /** Present inside or above the message while it grows. */
  streaming: Hook[];
  /** Present inside or above the message when it is done. */
  finished: Hook[];
  model: ValueHook[];
}

/** All that says how to read one tool. */
export interface SiteAdapter {
  id: string;
  /** Who makes the model, `openai`; null where the tool shows several. */
  provider: string | null;
  /** Origins without a path, `https://claude.ai`; `*.` is allowed as the first label. May be empty if there are `marks`. */
  origins: string[];
  /** A tool that people host themselves has no fixed origin: any of these in the page says that it is this tool. */
  marks?: Hook[];
  /** A path must start with one of these, if there are any. */
  paths?: string[];
  /** A regular expression over the URL's path and query with one group: the conversation id. */
  conversation?: string;
  /** What is AI-made on its pages and no message, such as a panel with a document: the generic detector keeps off it. */
  beside?: Hook[];
  layouts: Layout[];
}

/** An adapter that a person taught on a page or imported from a file. */
export interface OwnAdapter {
  adapter: SiteAdapter;
  source: 'taught' | 'imported';
  /** Off: kept, and not used. */
  on: boolean;
  /** When it was taught or imported, RFC 3339. */
  at: string;
}
