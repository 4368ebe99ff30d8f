/** TRL preference with an explicit prompt, conversational (DPO, CPO, ORPO): `{ prompt: […], chosen: […], rejected: […] }`. */
import { checkCompletion, checkMessages, type Message } from '../rules.ts';
import { said, trainingFormat } from '../training.ts';

export const trlPreference = trainingFormat({
  id: 'trl-preference',
  label: 'format.trl-preference',
  keys: ['prompt', 'chosen', 'rejected'],
  row({ prefer, judge, imitate, reason }, prompt) {
    if (!prefer) return judge || imitate !== null ? 'no-correction' : reason;
    const { chosen, rejected } = prefer;
    if (chosen.trim() === '' || rejected.trim() === '') return 'empty-content';
    return same(chosen, rejected) ? 'equal-pair' : { prompt, chosen: said(chosen), rejected: said(rejected) };
  },
  check({ prompt, chosen, rejected }) {
    const problems = [...checkMessages(prompt, 'user'), ...checkCompletion(chosen), ...checkCompletion(rejected)];
    // An equal pair is not refused by the trainer: it keeps the answer on both sides.
    return problems.length === 0 && same(textOf(chosen), textOf(rejected)) ? ['chosen and rejected are equal'] : problems;
  },
});

const textOf = (value: unknown): string => (value as [Message])[0].content;
const same = (one: string, other: string): boolean => one.trim() === other.trim();
