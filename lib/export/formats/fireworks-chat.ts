/** Conversations as Fireworks takes them: the system first if at all; at least three rows. */
import { chats } from '../shapes.ts';

export const fireworksChat = chats({ id: 'fireworks-chat', reader: 'fireworks', minimum: 3 });
