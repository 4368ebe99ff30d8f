/** Whole conversations for Hugging Face, in Parquet: `messages` of `role` and `content`. */
import { inParquet } from '../parquet.ts';
import { trlLm } from './trl-lm.ts';

export const parquetChat = inParquet({ id: 'parquet-chat', reader: 'huggingface', of: trlLm, columns: { messages: 'messages' } });
