/** Where a line of training comes from: what its line in the sidecar says, and what the data set's card is counted from. */
import { projector, type MarkdownSpan, type Unprojected } from '../markdown/project.ts';
import type { Answer } from '../model/answer.ts';
import type { ComparedAnswers } from '../model/preference.ts';
import type { Decision, Flag, Rating, Span } from '../model/review.ts';
import type { ReviewedAnswer } from '../model/reviewed.ts';
import { inCodePoints } from './codePoints.ts';
import { idsOf, type Exported } from './format.ts';
import { agreementOf, type Agreement } from './resolve.ts';
import type { Mended } from './rules.ts';

/** One line of the sidecar. Of a comparison: about the better answer, and with nothing judged. */
export interface Provenance {
  /** Of the line that trains, without its line end; hex. In Parquet: of the row as a line of JSON. */
  sha256: string;
  /** Of the reviews, or of the preferences. */
  reviewIds: string[];
  /** The one that counts, and its revision. */
  counts: string;
  revision: number;
  /** RFC 3339, UTC. */
  reviewedAt: string;
  /** Whose reviews they are: ids, which are pseudonymous. */
  reviewers: string[];
  agreement: Agreement;
  answerId: string;
  rejectedAnswerId: string | null;
  site: string;
  url: string;
  provider: string | null;
  model: string | null;
  capturedAt: string;
  detectedBy: string;
  promptComplete: boolean;
  rating: Rating | null;
  decision: Decision | null;
  /** Is there a text of the reviewer's own? */
  corrected: boolean;
  /** Points by criterion of the rubric. */
  scores: Record<string, number>;
  rubric: { id: string; version: string };
  policyVersion: string | null;
  flags: PlacedFlag[];
  mended: Mended[];
  /** The same of each further answer of the line, in their order, where it holds several to one prompt. */
  others?: Provenance[];
}

/** A flag with its place in what trains. */
export type PlacedFlag = Omit<Flag, 'span'> & { span?: PlacedSpan };

/**
 * `position` is in UTF-16 units of the answer's plain text; Python counts code points, so both are given. `markdown` is the span's place in
 * the answer's Markdown, which is what trains; where it has none, `markdown` is null and `noMarkdown` says why.
 */
export interface PlacedSpan extends Span {
  codePoints: { start: number; end: number };
  markdown: MarkdownSpan | null;
  noMarkdown?: Unprojected;
}

/** What it says of a line, by the line's hash and what was done to the conversation. */
export function provenanceOf(item: Exported, sha256: string, mended: Mended[]): Provenance {
  const { answer, rejected, reviewIds, reviewers, agreement, counts, judgement } =
    'preference' in item ? ofComparison(item) : ofReviews(item);
  const { id, site, url, provider, model, capturedAt, detectedBy, promptComplete } = answer;
  return {
    sha256,
    reviewIds,
    counts: counts.id,
    revision: counts.revision,
    reviewedAt: counts.updatedAt,
    reviewers,
    agreement,
    answerId: id,
    rejectedAnswerId: rejected,
    site,
    url,
    provider,
    model,
    capturedAt,
    detectedBy: `${detectedBy.kind}:${detectedBy.id}`,
    promptComplete,
    rating: judgement?.rating ?? null,
    decision: judgement?.decision ?? null,
    corrected: Boolean(judgement?.correction),
    scores: judgement?.scores ?? {},
    rubric: counts.rubric,
    policyVersion: counts.policyVersion,
    flags: withPlaces(judgement?.flags ?? [], answer),
    mended,
  };
}

/** Keys of the line, in order; the last one may be absent. */
export const provenanceKeys: readonly (keyof Provenance | 'others?')[] = [
  'sha256',
  'reviewIds',
  'counts',
  'revision',
  'reviewedAt',
  'reviewers',
  'agreement',
  'answerId',
  'rejectedAnswerId',
  'site',
  'url',
  'provider',
  'model',
  'capturedAt',
  'detectedBy',
  'promptComplete',
  'rating',
  'decision',
  'corrected',
  'scores',
  'rubric',
  'policyVersion',
  'flags',
  'mended',
  'others?',
];

/** The answer is the better one; the preference counts, and judges neither. */
function ofComparison(item: ComparedAnswers) {
  const {
    preference,
    preferences = [preference],
    answers: [one, other],
  } = item;
  const [answer, worse] = preference.better === other.id ? [other, one] : [one, other];
  const reviewers = [...new Set(preferences.map(({ reviewer }) => reviewer.id))];
  return {
    answer,
    rejected: worse.id,
    reviewIds: idsOf(item),
    reviewers,
    agreement: agreementOf(item),
    counts: preference,
    judgement: null,
  };
}

function ofReviews(item: ReviewedAnswer) {
  const { answer, reviews, counts } = item;
  const reviewers = [...new Set(reviews.map(({ reviewer }) => reviewer.id))];
  return { answer, rejected: null, reviewIds: idsOf(item), reviewers, agreement: agreementOf(item), counts, judgement: counts };
}

/** The flags, each span with its places. The Markdown is parsed only where there is one. */
export function withPlaces(flags: Flag[], answer: Answer): PlacedFlag[] {
  const project = flags.some(({ span }) => span) ? projectorOf(answer) : null;
  return flags.map(({ span, ...flag }) => {
    if (!span || !project) return flag;
    const codePoints = inCodePoints(answer.text, span.position);
    const place = project(span);
    const markdown = typeof place === 'string' ? { markdown: null, noMarkdown: place } : { markdown: place };
    return { ...flag, span: { ...span, codePoints, ...markdown } };
  });
}

let last: { answer: Answer; project: ReturnType<typeof projector> } | null = null;

/** A row and its line in the sidecar ask for the places in the same answer, one after the other. */
function projectorOf(answer: Answer): ReturnType<typeof projector> {
  if (last?.answer !== answer) last = { answer, project: projector(answer) };
  return last.project;
}
