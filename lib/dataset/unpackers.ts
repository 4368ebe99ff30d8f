/** What the pages of a Parquet file may be packed with, besides Snappy, which its reader knows by itself. */
import type { Compressors } from 'hyparquet';
import { decompress } from 'fzstd';

/** A page gets as much room as its header says, which was looked at before, and no more. */
export const unpackers: Compressors = {
  ZSTD: (packed, length) => decompress(packed, new Uint8Array(length)),
};
