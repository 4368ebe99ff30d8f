/** Chat JSONL as OpenAI shaped it: `{ messages: […] }`, at least ten rows. */
import { chats } from '../shapes.ts';

export const openaiChat = chats({ id: 'openai-chat', reader: 'openai', minimum: 10 });
