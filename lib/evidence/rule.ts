/** What a rule of evidence is: data that says where to look, and one function that judges what was found there. */
import type { EvidenceStrength } from '../model/answer.ts';

/**
 * What a piece of evidence says. The words for each are `evidence.<kind>`; none says more than the evidence proves.
 * `…-chatgpt` and the like name the tool that left it.
 */
export type EvidenceKind =
  | 'declared-ai'
  | 'declared-human'
  | 'credentials'
  | 'credentials-ai'
  | 'credentials-human'
  | 'platform'
  | 'agent'
  | 'label'
  | `paste-${'chatgpt' | 'gemini' | 'claude'}`
  | `residue-${'chatgpt' | 'gemini' | 'grok' | 'perplexity' | 'citation'}`
  | 'talk'
  | 'link';

/** One piece of evidence, before it is dated and merged. */
export interface Hit {
  /** The block that it speaks of; null: the whole page. */
  element: Element | null;
  /** The exact text or markup, as it stands in the page. */
  snippet: string;
  /** Where one rule can say several things; else the rule's own kind. */
  kind?: EvidenceKind;
}

/** A text node and its text, as far as it is read. */
export interface PageText {
  node: Text;
  data: string;
}

/** What of a page a rule asked for: `elements` match its `select`, `texts` its `text`, both in document order and at most a few thousand. */
export interface Page {
  document: Document;
  elements: readonly Element[];
  texts: readonly PageText[];
}

export interface Rule {
  id: string;
  kind: EvidenceKind;
  /** YYYY-MM-DD: the draft or version it follows, or the day its facts were last checked. */
  date: string;
  strength: EvidenceStrength;
  /** Whether it has anything to say of a page at all; asked before anything is read. */
  where?(document: Document): boolean;
  /** A selector for the elements that it wants. Names of attributes and classes cost next to nothing; parts of values cost, regardless of case twice. */
  select?: string;
  /**
   * A cheap test for the text that it wants, first tried on the text of the whole page, where the end of one block is glued to the next: no `^`,
   * `$` or `\b`, no flags `g` and `y`, and no way to backtrack.
   */
  text?: RegExp;
  find(page: Page): Hit[];
}
