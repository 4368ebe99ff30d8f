/** Reinforcement fine-tuning on Bedrock: OpenAI's messages and `reference_answer`; at least a hundred rows. */
import { references } from '../shapes.ts';

export const bedrockRft = references({ id: 'bedrock-rft', reader: 'bedrock', minimum: 100 }, 'system');
