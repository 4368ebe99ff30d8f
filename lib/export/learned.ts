/** What a lesson teaches, as the rows of training formats take it: refused where it teaches nothing of the kind or the text is empty. */
import type { RefusalReason } from './format.ts';
import type { Message } from './rules.ts';
import type { Row, TrainingFormat } from './training.ts';

type RowOf = TrainingFormat['row'];
/** `prompt` ends with the user; all texts are well-formed and not empty. */
type Making<Taught> = (taught: Taught, prompt: Message[]) => Row | RefusalReason;

/** Rows of the answer to imitate. */
export const imitating =
  (make: Making<string>): RowOf =>
  ({ imitate, reason }, prompt) => {
    if (imitate === null) return reason;
    return imitate.trim() === '' ? 'empty-content' : make(imitate.toWellFormed(), prompt);
  };

/** Rows of the better and the worse answer, which differ in more than the space around them. */
export const preferring =
  (make: Making<{ chosen: string; rejected: string }>): RowOf =>
  ({ prefer, judge, imitate, reason }, prompt) => {
    if (!prefer) return judge || imitate !== null ? 'no-correction' : reason;
    const [chosen, rejected] = [prefer.chosen.toWellFormed(), prefer.rejected.toWellFormed()];
    if (chosen.trim() === '' || rejected.trim() === '') return 'empty-content';
    return same(chosen, rejected) ? 'equal-pair' : make({ chosen, rejected }, prompt);
  };

/** Rows of the original and whether it is good. An empty completion would flip the label's meaning in some trainers. */
export const judging =
  (make: Making<{ completion: string; good: boolean }>): RowOf =>
  ({ judge, reason }, prompt) => {
    if (!judge) return reason;
    if (judge.completion.trim() === '') return 'empty-content';
    return make({ completion: judge.completion.toWellFormed(), good: judge.good }, prompt);
  };

/** Whether a trainer would take both for the same answer. */
export const same = (one: string, other: string): boolean => one.trim() === other.trim();

/** An assistant's message, as a completion. */
export const said = (content: string): Message[] => [{ role: 'assistant', content }];

/** The system message, if there is one, apart from the turns. */
export function apart(messages: Message[]): { system: string | null; turns: Message[] } {
  const [first, ...rest] = messages;
  return first?.role === 'system' ? { system: first.content, turns: rest } : { system: null, turns: messages };
}

/** The text of a prompt for formats that hold one turn of a user and nothing else. An empty prompt is that of a lesson alone. */
export function onlyTurn(prompt: Message[]): { text: string } | RefusalReason {
  const [turn, ...more] = prompt;
  if (turn?.role === 'system') return 'system-not-held';
  return more.length > 0 ? 'several-turns' : { text: turn?.content ?? '' };
}
