/** What a data set is not good for, as far as it can be counted. */
import type { ExportSummary } from './make.ts';

/** What was counted of the judged answers, of which a row holds one, or several in formats that say so. Maps are from a name to how many have it. */
export interface Counts {
  verdicts: Map<string, number>;
  flags: Map<string, number>;
  agreement: Map<string, number>;
  models: Map<string, number>;
  sites: Map<string, number>;
  reviewers: Map<string, number>;
  rubrics: Map<string, number>;
  mended: Map<string, number>;
  judged: number;
  /** Rows whose conversation was not read from its beginning. */
  incomplete: number;
  /** Rows with a text of a reviewer's own. */
  corrected: number;
  /** Flagged passages, and those of them that have no place in the Markdown. */
  spans: number;
  lost: number;
  /** Days of the first and last review, `2026-03-12`. */
  from: string | null;
  to: string | null;
}

/** Rows that say good, and bad. */
export interface Labels {
  good: number;
  bad: number;
}

/** `one`: they all say the same · `lopsided`: far more say one thing than the other. */
export type Uneven = 'one' | 'lopsided' | null;

/** Good to bad, or bad to good: above four to one, training from thumbs (KTO) has to be told weights. */
export function unevenness({ good, bad }: Labels): Uneven {
  if (good === 0 || bad === 0) return 'one';
  return Math.max(good, bad) > 4 * Math.min(good, bad) ? 'lopsided' : null;
}

/** A sentence a limit, in Markdown. */
export function limitsOf(of: Counts, { rows, labels }: ExportSummary, masked: boolean): string[] {
  const unit = of.judged > rows ? 'answers' : 'rows';
  const alone = of.agreement.get('alone') ?? 0;
  const limits = [
    'The answers were chosen by who read them and cared to review: they are no sample of what the models say.',
    'A good verdict is an opinion of people at work, not a proof that the answer is right.',
    'Many providers forbid training other models on what theirs say. Their terms were not checked; nor was a licence given.',
  ];
  if (masked) limits.push('Masking is by rules: names, and data in forms that no rule knows, are still there.');
  if (alone > 0) limits.push(`${alone} of ${of.judged} ${unit} rest on one person’s word.`);
  if (of.incomplete > 0) limits.push(`${of.incomplete} ${unit} have a conversation that was not read from its beginning.`);
  for (const [what, n] of of.mended)
    limits.push(
      what === 'merged-turns'
        ? `In ${n} ${unit} neighbouring turns of one speaker were joined.`
        : `In ${n} ${unit} a greeting before the first question was left out.`,
    );
  if (of.lost > 0) limits.push(`${of.lost} of ${of.spans} flagged passages have no place in the Markdown that trains.`);
  if (of.rubrics.size > 1) limits.push('They were judged by different rubrics: their scores do not compare.');
  if (labels?.uneven) limits.push(`Labels are uneven: ${labels.good} good, ${labels.bad} bad.`);
  return limits;
}
