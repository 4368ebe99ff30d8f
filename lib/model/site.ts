/**
 * A site adapter: data that says how one tool marks turns, roles, ids, streaming and model. Selectors
 * only, never code. Each list is ordered: the first selector that matches wins.
 */

/** A selector with the day it was last seen to hold and how that is known. */
export interface Hook {
  select: string;
  /** YYYY-MM-DD. */
  seen: string;
  /** live: measured on the site · source: read in the product's source · capture: on a saved page · report: third-party code. */
  grade: 'live' | 'source' | 'capture' | 'report';
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
  messageId: ValueHook[];
  /** Present inside or above the message while it grows. */
  streaming: Hook[];
  /** Present inside or above the message when it is done. */
  finished: Hook[];
  model: ValueHook[];
}

export interface SiteAdapter {
  id: string;
  /** Who makes the model, `openai`; null where the tool shows several. */
  provider: string | null;
  /** Origins without a path, `https://claude.ai`; `*.` is allowed as the first label. */
  origins: string[];
  /** A path must start with one of these, if there are any. */
  paths?: string[];
  /** A regular expression over the URL's path with one group: the conversation id. */
  conversation?: string;
  layouts: Layout[];
}
