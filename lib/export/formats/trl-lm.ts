/** TRL language modelling, conversational (SFTTrainer; the loss is on every token): `{ messages: […] }`. */
import { chats } from '../shapes.ts';

export const trlLm = chats({ id: 'trl-lm', reader: 'trl' });
