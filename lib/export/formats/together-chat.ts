/** Conversations as Together takes them: `messages` and no other column, roles in turn. */
import { chats } from '../shapes.ts';

export const togetherChat = chats({ id: 'together-chat', reader: 'together' });
