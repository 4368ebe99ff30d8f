/** Preference pairs for Hugging Face, in Parquet: `prompt`, `chosen` and `rejected`, all of them messages. */
import { inParquet } from '../parquet.ts';
import { trlPreference } from './trl-preference.ts';

export const parquetPreference = inParquet({
  id: 'parquet-preference',
  reader: 'huggingface',
  of: trlPreference,
  columns: { prompt: 'messages', chosen: 'messages', rejected: 'messages' },
});
