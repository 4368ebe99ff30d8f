/** What a person marked in answers, as a message to the model that wrote them: plain text that is Markdown as well. Pure. */
import { hasFeedback } from '../model/feedback.ts';
import type { Judgement } from '../model/review.ts';
import { correctionBlocks } from './correction.ts';
import { indented, opening, shortQuote } from './quote.ts';

/** An answer with what was said about it. */
export interface MarkedAnswer {
  /** The prompt that it answers, as far as it is known. */
  prompt: string | null;
  /** `Answer.text`, which the spans point into. */
  text: string;
  /** The answer as the model wrote it, which a correction is compared with. */
  markdown: string;
  /** True for the newest answer of the conversation: "your last answer". */
  last: boolean;
  judgement: Pick<Judgement, 'flags' | 'correction' | 'note'>;
}

/** The sentences that a message is made of. */
export type MessageKey =
  | 'feedback.last'
  | 'feedback.to'
  | 'feedback.beginning'
  | 'feedback.whole'
  | 'feedback.noted'
  | 'feedback.corrected'
  | 'feedback.old'
  | 'feedback.new'
  | 'feedback.after'
  | 'feedback.add'
  | 'feedback.first'
  | 'feedback.leaveOut'
  | 'feedback.leftOut';

/** How the person's language says things; the labels of categories come from the rubric in force. */
export interface MessageWords {
  say: (key: MessageKey, params?: Record<string, string | number>) => string;
  category: (id: string) => string;
}

/** UTF-16 units. Chat tools take more, but nobody reads over a longer draft before sending it. */
export const messageLimit = 20_000;

/** One thing that is said about an answer. */
interface Point {
  /** Index of its answer. */
  at: number;
  text: string;
  /** Flags and notes are what the person said; where not all fits, they go before the changes of a correction. */
  change: boolean;
  /** Without a number: it stands for itself. */
  bare: boolean;
}

/**
 * The message about all that was marked, in the order of the answers and of their text; null where nothing was. At most `limit`
 * long: what does not fit is left out whole and counted at the end.
 */
export function composeMessage(answers: readonly MarkedAnswer[], words: MessageWords, limit = messageLimit): string | null {
  const marked = answers.filter(({ judgement, markdown }) => hasFeedback(judgement, markdown));
  const points = marked.flatMap((answer, at) => pointsOf(answer, at, words));
  if (points.length === 0) return null;
  const chosen = new Set<Point>();
  const write = (): string => written(marked, points, chosen, words);
  for (const point of points.toSorted((one, other) => Number(one.change) - Number(other.change))) {
    chosen.add(point);
    if (write().length > limit) chosen.delete(point);
  }
  return write();
}

function pointsOf({ judgement, markdown }: MarkedAnswer, at: number, words: MessageWords): Point[] {
  const { flags, correction, note } = judgement;
  const start = (flag: (typeof flags)[number]): number => flag.span?.position.start ?? Infinity;
  const points = flags
    .toSorted((one, other) => (start(one) === start(other) ? 0 : start(one) - start(other)))
    .map(({ category, note: said = '', span }): string => {
      const label = words.category(category);
      const what = said.trim() === '' ? label : words.say('feedback.noted', { category: label, note: said });
      return span ? `${shortQuote(span.quote.exact)}\n\n${what}` : words.say('feedback.whole', { what });
    });
  if (note.trim() !== '') points.push(note);
  const changes = correction ? correctionBlocks(markdown, correction.markdown, words.say) : [];
  return [
    ...points.map((text): Point => ({ at, text, change: false, bare: false })),
    ...changes.map(({ text, whole }): Point => ({ at, text, change: true, bare: whole })),
  ];
}

/** The message with those points; the numbers count what is in it. */
function written(answers: readonly MarkedAnswer[], points: readonly Point[], chosen: ReadonlySet<Point>, words: MessageWords): string {
  const blocks: string[] = [];
  answers.forEach((answer, at) => {
    const mine = points.filter((point) => point.at === at && chosen.has(point));
    if (mine.length > 0) blocks.push(answers.length === 1 && answer.last ? words.say('feedback.last') : heading(answer, answers, words));
    let number = 0;
    for (const { text, bare } of mine) blocks.push(bare ? text : indented(`${++number}. `, text));
  });
  const left = points.length - chosen.size;
  if (left > 0) blocks.push(words.say('feedback.leftOut', { n: left }));
  return blocks.join('\n\n');
}

/** Which answer is meant: by what was asked, or where that is not known or was asked twice, by its beginning. */
function heading({ prompt, text }: MarkedAnswer, all: readonly MarkedAnswer[], { say }: MessageWords): string {
  const asked = opening(prompt ?? '');
  const same = all.filter((other) => opening(other.prompt ?? '') === asked);
  return asked && same.length === 1 ? say('feedback.to', { quote: asked }) : say('feedback.beginning', { quote: opening(text) });
}
