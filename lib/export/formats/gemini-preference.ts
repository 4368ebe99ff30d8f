/**
 * Gemini, preferences; in snake_case, unlike its other format: `{ system_instruction?, contents, completions: [{ score: 1, completion }, { score: 0, completion }] }`,
 * the contents ending with the user.
 */
import { apart, preferring, said } from '../learned.ts';
import { asMessages, contents, parts } from '../parts.ts';
import { checkMessages } from '../rules.ts';
import { checkPair } from '../shapes.ts';
import { trainingFormat } from '../training.ts';

export const geminiPreference = trainingFormat({
  id: 'gemini-preference',
  label: 'preference',
  reader: 'gemini',
  keys: ['system_instruction?', 'contents', 'completions'],
  row: preferring(({ chosen, rejected }, prompt) => {
    const { system } = apart(prompt);
    const scored = (score: 0 | 1, text: string) => ({ score, completion: contents(said(text))[0] });
    return {
      ...(system !== null && { system_instruction: { parts: parts(system) } }),
      contents: contents(prompt),
      completions: [scored(1, chosen), scored(0, rejected)],
    };
  }),
  check({ system_instruction: system, contents: turns, completions }) {
    const both = (Array.isArray(completions) ? completions : []) as { score?: unknown; completion?: unknown }[];
    const named = both.map((one) => Object.keys(one).join()).join(';') === 'score,completion;score,completion';
    if (!named || both[0]?.score !== 1 || both[1]?.score !== 0) return ['the scores are not 1 and 0'];
    const [chosen, rejected] = both.map(({ completion }) => asMessages(undefined, [completion], 'parts'));
    return [
      ...checkMessages(asMessages((system as { parts?: unknown } | undefined)?.parts, turns, 'parts'), 'user'),
      ...checkPair(chosen, rejected),
    ];
  },
});
