/** What a mark in an image says, and the rule that found it. The words for each kind are `image.claim.<kind>`; none says more than the mark proves. */
import type { Evidence, EvidenceStrength } from '../../model/answer.ts';

export type MarkKind =
  | 'credentials'
  | 'credentials-ai'
  | 'credentials-human'
  | 'credentials-elsewhere'
  | 'declared-ai'
  | 'declared-human'
  | 'declared-maybe'
  | 'declared-suspected'
  | 'credit';

export interface ImageMark extends Evidence {
  kind: MarkKind;
}

/** Longer snippets are cut. */
const maxSnippet = 300;

/** The date is that of the document a rule follows, or the day its facts were last checked. */
export function mark(kind: MarkKind, strength: EvidenceStrength, rule: string, snippet: string): ImageMark {
  return { kind, strength, rule, snippet: snippet.slice(0, maxSnippet) };
}
