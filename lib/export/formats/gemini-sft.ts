/** Gemini, supervised: `{ systemInstruction?, contents: [{ role: "user" | "model", parts: [{ text }] }, …] }`, ending with the model. Google advises a hundred rows. */
import { apart, imitating, said } from '../learned.ts';
import { asMessages, contents, parts } from '../parts.ts';
import { checkMessages } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const geminiSft = trainingFormat({
  id: 'gemini-sft',
  label: 'chat',
  reader: 'gemini',
  minimum: 100,
  keys: ['systemInstruction?', 'contents'],
  row: imitating((completion, prompt) => {
    const { system } = apart(prompt);
    return {
      ...(system !== null && { systemInstruction: { role: 'system', parts: parts(system) } }),
      contents: contents([...prompt, ...said(completion)]),
    };
  }),
  check({ systemInstruction, contents: turns }) {
    const { role, parts: inside } = (systemInstruction ?? { role: 'system' }) as { role?: unknown; parts?: unknown };
    return [...(role === 'system' ? [] : ['the system has no role']), ...checkMessages(asMessages(inside, turns, 'parts'), 'assistant')];
  },
});
