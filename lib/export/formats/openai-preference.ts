/** Preference pairs (DPO) as OpenAI takes them: one message a side; at least ten rows. */
import { inputPairs } from '../shapes.ts';

export const openaiPreference = inputPairs({ id: 'openai-preference', reader: 'openai', minimum: 10 });
