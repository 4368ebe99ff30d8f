/** Reinforcement fine-tuning as OpenAI takes it: the system speaks as `developer`; graders compare with `reference_answer`. At least ten rows. */
import { references } from '../shapes.ts';

export const openaiRft = references({ id: 'openai-rft', reader: 'openai', minimum: 10 }, 'developer');
