/** Chat JSONL as Azure takes it: at least ten rows, no byte-order mark (strict readers refuse one). */
import { chats } from '../shapes.ts';

export const azureChat = chats({ id: 'azure-chat', reader: 'azure', minimum: 10 });
