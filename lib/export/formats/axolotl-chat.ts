/** Axolotl, `type: chat_template` as it is by default: `{ messages: [{ role, content }, …] }`. */
import { chats } from '../shapes.ts';

export const axolotlChat = chats({ id: 'axolotl-chat', reader: 'axolotl' });
