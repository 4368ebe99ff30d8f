/** LLaMA-Factory, ShareGPT: `{ conversations: [{ from: "human" | "gpt", value }, …], system }`, with its `dataset_info.json`. */
import { apart, imitating, said } from '../learned.ts';
import { checkSystem, datasetInfo, fromHumanTurns, humanTurns } from '../llamaFactory.ts';
import { checkMessages } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const llamaFactorySharegpt = trainingFormat({
  id: 'llama-factory-sharegpt',
  label: 'sharegpt',
  reader: 'llama-factory',
  keys: ['conversations', 'system'],
  row: imitating((completion, prompt) => {
    const { system, turns } = apart(prompt);
    return { conversations: humanTurns([...turns, ...said(completion)]), system: system ?? '' };
  }),
  check: ({ conversations, system }) => [...checkMessages(fromHumanTurns(conversations), 'assistant'), ...checkSystem(system)],
  beside: datasetInfo('sharegpt', { messages: 'conversations', system: 'system' }),
});
