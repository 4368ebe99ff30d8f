/** The writer of Parquet files alone: the rows of one, written once more with the same columns in the same groups. */
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

/** Rows that are written bare: what the writer needs for one does not change with their number. */
const most = 20_000;
/** Enough that the first one, which compiles, does not count for much. */
const rounds = 3;

/** Processor seconds of a row. `time` runs a work and says how long it took. */
export async function bareParquet(pieces: Uint8Array[], time: (work: () => unknown) => number): Promise<number> {
  const file = new Uint8Array(Buffer.concat(pieces)).buffer;
  const metadata = await parquetMetadataAsync({ byteLength: file.byteLength, slice: (start, end) => file.slice(start, end) });
  const groups = metadata.row_groups.map(({ num_rows }) => Number(num_rows));
  const rows = await parquetReadObjects({ file, metadata, rowEnd: Math.min(most, Number(metadata.num_rows)) });
  const columnData = Object.keys(rows[0] ?? {}).map((name) => ({ name, data: rows.map((row) => row[name] as unknown) }));
  const taken = time(() => {
    for (let round = 0; round < rounds; round++)
      if (parquetWriteBuffer({ columnData, schema: metadata.schema, rowGroupSize: groups[0] ?? most }).byteLength === 0) throw new Error();
  });
  return taken / rounds / rows.length;
}
