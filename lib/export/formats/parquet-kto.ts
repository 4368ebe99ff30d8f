/** Good and bad answers for Hugging Face, in Parquet: `prompt` and `completion`, both messages, and the boolean `label`. */
import { inParquet } from '../parquet.ts';
import { trlKto } from './trl-kto.ts';

export const parquetKto = inParquet({
  id: 'parquet-kto',
  reader: 'huggingface',
  of: trlKto,
  columns: { prompt: 'messages', completion: 'messages', label: 'boolean' },
});
