/** LLaMA-Factory, pairs (DPO, reward models): `{ conversations, chosen: { from, value }, rejected: { from, value }, system }`, the conversation ending with the human. */
import { apart, preferring, said } from '../learned.ts';
import { checkSystem, datasetInfo, fromHumanTurns, humanTurns } from '../llamaFactory.ts';
import { checkMessages } from '../rules.ts';
import { checkPair } from '../shapes.ts';
import { trainingFormat } from '../training.ts';

export const llamaFactoryRanking = trainingFormat({
  id: 'llama-factory-ranking',
  label: 'preference',
  reader: 'llama-factory',
  keys: ['conversations', 'chosen', 'rejected', 'system'],
  row: preferring(({ chosen, rejected }, prompt) => {
    const { system, turns } = apart(prompt);
    const answers = { chosen: humanTurns(said(chosen))[0], rejected: humanTurns(said(rejected))[0] };
    return { conversations: humanTurns(turns), ...answers, system: system ?? '' };
  }),
  check: ({ conversations, chosen, rejected, system }) => [
    ...checkMessages(fromHumanTurns(conversations), 'user'),
    ...checkPair(fromHumanTurns([chosen]), fromHumanTurns([rejected])),
    ...checkSystem(system),
  ],
  beside: datasetInfo('sharegpt', { messages: 'conversations', chosen: 'chosen', rejected: 'rejected', system: 'system' }, true),
});
