/** Axolotl, KTO with `type: chatml.ultra` or `llama3.ultra`: `{ system, prompt, completion, label }`, one turn; without a system it is empty. */
import { apart, judging, onlyTurn } from '../learned.ts';
import { checkSystem } from '../llamaFactory.ts';
import { checkText } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const axolotlKto = trainingFormat({
  id: 'axolotl-kto',
  label: 'judged',
  reader: 'axolotl',
  keys: ['system', 'prompt', 'completion', 'label'],
  row: judging(({ completion, good }, prompt) => {
    const { system, turns } = apart(prompt);
    const turn = onlyTurn(turns);
    return typeof turn === 'string' ? turn : { system: system ?? '', prompt: turn.text, completion, label: good };
  }),
  check: ({ system, prompt, completion, label }) => [
    ...checkSystem(system),
    ...checkText(prompt, 'the prompt'),
    ...checkText(completion, 'the completion'),
    ...(typeof label === 'boolean' ? [] : ['the label is no boolean']),
  ],
});
