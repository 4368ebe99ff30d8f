/** Answers with the scores that a reviewer gave on every criterion of the rubric. */
import type { ReviewedAnswer } from '../model/reviewed.ts';
import { defaultRubric, type Criterion } from '../model/rubric.ts';
import type { ExportOptions, RefusalReason } from './format.ts';
import { onlyTurn } from './learned.ts';
import type { Message } from './rules.ts';
import type { Row, TrainingFormat } from './training.ts';

/** One answer, what it answers, and what it was given. */
export interface Scored {
  prompt: string;
  answer: string;
  item: ReviewedAnswer;
  /** In the order of the rubric; from 1 to 5, where no is 1 and yes is 5. */
  scores: { criterion: Criterion['id']; points: number }[];
}

/**
 * Rows of scored answers. What a score means is known of the given rubric alone: a 1 is the worst of five, or a yes. Every row has every
 * criterion, so that all have the same columns.
 */
export const scoring =
  (make: (scored: Scored) => Row): TrainingFormat['row'] =>
  ({ reason }, prompt, item, options) => {
    if ('preference' in item) return 'only-compared';
    if (reason === 'escalated') return reason;
    const scores = scoresOf(item, options);
    if (typeof scores === 'string') return scores;
    const answer = item.answer.markdown.toWellFormed();
    const turn = promptOf(answer, prompt);
    return typeof turn === 'string' ? turn : make({ prompt: turn.text, answer, item, scores });
  };

const promptOf = (answer: string, prompt: Message[]): { text: string } | RefusalReason =>
  answer.trim() === '' ? 'empty-content' : onlyTurn(prompt);

function scoresOf({ counts }: ReviewedAnswer, { rubric = defaultRubric }: ExportOptions): Scored['scores'] | RefusalReason {
  const given = rubric.criteria.map(({ id, scale }) => {
    const score = counts.scores[id];
    return score === undefined ? [] : { criterion: id, points: scale === 'points' ? score : 1 + 4 * score };
  });
  const scores = given.flat();
  if (scores.length === 0 || scores.length < given.length) return 'no-scores';
  return counts.rubric.id === rubric.id ? scores : 'other-rubric';
}
