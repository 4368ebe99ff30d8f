/** Chat JSONL as OpenAI shaped it, and Azure, Together, Fireworks, Mistral, Axolotl and others read it: `{ messages: […] }`. */
import { checkMessages } from '../rules.ts';
import { said, trainingFormat } from '../training.ts';

export const openaiChat = trainingFormat({
  id: 'openai-chat',
  label: 'format.openai-chat',
  keys: ['messages'],
  row({ imitate, reason }, prompt) {
    if (imitate === null) return reason;
    return imitate.trim() === '' ? 'empty-content' : { messages: [...prompt, ...said(imitate)] };
  },
  check: ({ messages }) => checkMessages(messages, 'assistant'),
});
