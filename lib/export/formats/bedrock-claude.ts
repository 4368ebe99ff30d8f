/** Claude models on Bedrock: `{ system?, messages: […] }`, first the user, last the assistant, and no other key. At least 32 rows. */
import { apart, imitating, said } from '../learned.ts';
import { checkMessages } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const bedrockClaude = trainingFormat({
  id: 'bedrock-claude',
  label: 'chat',
  reader: 'bedrock',
  models: 'Claude',
  minimum: 32,
  keys: ['system?', 'messages'],
  row: imitating((completion, prompt) => {
    const { system, turns } = apart(prompt);
    return { ...(system !== null && { system }), messages: [...turns, ...said(completion)] };
  }),
  check({ system, messages }) {
    const [first] = (Array.isArray(messages) ? messages : []) as { role?: unknown }[];
    if (first?.role === 'system') return ['the system stands among the messages'];
    const before = system === undefined ? [] : [{ role: 'system', content: system }];
    return checkMessages(Array.isArray(messages) ? [...before, ...(messages as unknown[])] : messages, 'assistant');
  },
});
