/**
 * Nova models on Bedrock, and distillation: `{ schemaVersion: "bedrock-conversation-2024", system?: [{ text }], messages: [{ role, content: [{ text }] }, …] }`.
 * Amazon advises a hundred rows.
 */
import { apart, imitating, said } from '../learned.ts';
import { asMessages, parts } from '../parts.ts';
import { checkMessages } from '../rules.ts';
import { trainingFormat } from '../training.ts';

const schemaVersion = 'bedrock-conversation-2024';

export const bedrockConversation = trainingFormat({
  id: 'bedrock-conversation',
  label: 'chat',
  reader: 'bedrock',
  models: 'Nova',
  minimum: 100,
  keys: ['schemaVersion', 'system?', 'messages'],
  row: imitating((completion, prompt) => {
    const { system, turns } = apart(prompt);
    return {
      schemaVersion,
      ...(system !== null && { system: parts(system) }),
      messages: [...turns, ...said(completion)].map(({ role, content }) => ({ role, content: parts(content) })),
    };
  }),
  check: ({ schemaVersion: version, system, messages }) => [
    ...(version === schemaVersion ? [] : ['another version of the schema']),
    ...checkMessages(asMessages(system, messages, 'content'), 'assistant'),
  ],
});
