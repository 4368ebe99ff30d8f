/** LLaMA-Factory, alpaca: `{ instruction, input, output, system, history: [[asked, told], …] }`, with its `dataset_info.json`. */
import { apart, imitating } from '../learned.ts';
import { checkSystem, datasetInfo } from '../llamaFactory.ts';
import { checkText } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const llamaFactoryAlpaca = trainingFormat({
  id: 'llama-factory-alpaca',
  label: 'alpaca',
  reader: 'llama-factory',
  keys: ['instruction', 'input', 'output', 'system', 'history'],
  row: imitating((output, prompt) => {
    const { system, turns } = apart(prompt);
    const before = turns.slice(0, -1).map(({ content }) => content);
    // User and assistant take turns, so that two by two they are a question and its answer.
    const history = before.flatMap((asked, at) => (at % 2 === 0 ? [[asked, before[at + 1] ?? '']] : []));
    return { instruction: turns.at(-1)?.content ?? '', input: '', output, system: system ?? '', history };
  }),
  check({ instruction, input, output, system, history }) {
    const rounds = Array.isArray(history) ? (history as unknown[]) : [null];
    const wrong = rounds.flatMap((round) =>
      Array.isArray(round) && round.length === 2
        ? round.flatMap((text) => checkText(text, 'the history'))
        : ['the history is no list of pairs'],
    );
    const texts = [...checkText(instruction, 'the instruction'), ...checkText(output, 'the output')];
    return [...texts, ...(input === '' ? [] : ['the input is not empty']), ...checkSystem(system), ...wrong];
  },
  beside: datasetInfo('alpaca', { prompt: 'instruction', query: 'input', response: 'output', system: 'system', history: 'history' }),
});
