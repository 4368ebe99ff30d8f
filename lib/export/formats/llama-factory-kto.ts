/** LLaMA-Factory, KTO: `{ conversations, system, kto_tag: true | false }`, the conversation ending with the answer that is judged. */
import { apart, judging, said } from '../learned.ts';
import { checkSystem, datasetInfo, fromHumanTurns, humanTurns } from '../llamaFactory.ts';
import { checkMessages } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const llamaFactoryKto = trainingFormat({
  id: 'llama-factory-kto',
  label: 'judged',
  reader: 'llama-factory',
  keys: ['conversations', 'system', 'kto_tag'],
  row: judging(({ completion, good }, prompt) => {
    const { system, turns } = apart(prompt);
    return { conversations: humanTurns([...turns, ...said(completion)]), system: system ?? '', kto_tag: good };
  }),
  check: ({ conversations, system, kto_tag: tag }) => [
    ...checkMessages(fromHumanTurns(conversations), 'assistant'),
    ...checkSystem(system),
    ...(typeof tag === 'boolean' ? [] : ['the tag is no boolean']),
  ],
  beside: datasetInfo('sharegpt', { messages: 'conversations', system: 'system', kto_tag: 'kto_tag' }),
});
