/** Conversations as Mistral takes them: at most one system message; what is said stands under `content`. */
import { chats } from '../shapes.ts';

export const mistralChat = chats({ id: 'mistral-chat', reader: 'mistral' });
