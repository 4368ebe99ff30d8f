/** Rows of a data set in Parquet, as Hugging Face keeps them: a group of rows at a time, and only the columns that somebody asks for. */
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { Refusal } from '../model/result.ts';

/** What such a file begins with. */
export const parquetStart = 'PAR1';

/** Of one group, which is read at once: bytes of the columns, unpacked, and rows. */
const [largest, longest] = [256 * 1024 * 1024, 1024 * 1024];

/**
 * The rows, with those of the columns `wanted` that are there. `tell` hears of the share that was read. Throws `dataset-parquet` with what is wrong, such
 * as a packing that is neither Snappy nor Zstandard, and `dataset-group` where a group of rows is too large. The reader is loaded where somebody needs it.
 */
export async function* parquetRows(
  file: Blob,
  wanted: readonly string[],
  tell: (share: number) => void = () => {},
): AsyncGenerator<Record<string, unknown>> {
  const [{ parquetMetadataAsync, parquetReadObjects, parquetSchema }, { checkGroup }, { unpackers }] = await Promise.all([
    import('hyparquet'),
    import('./parquetPages.ts'),
    import('./unpackers.ts'),
  ]);

  const from: AsyncBuffer = { byteLength: file.size, slice: (start, end) => file.slice(start, end).arrayBuffer() };
  const metadata = await explained(() => parquetMetadataAsync(from));
  const root = await explained(async () => parquetSchema(metadata));
  const there = new Set(root.children.map(({ element }) => element.name));
  const columns = wanted.filter((name) => there.has(name));
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    if (!(rowEnd - rowStart <= longest) || bytesOf(group, columns) > largest)
      throw new Refusal('dataset-group', { max: largest / 1024 / 1024 });
    const range = { rowStart, rowEnd };
    await explained(() => checkGroup(from, group, columns, root));
    yield* await explained(() => parquetReadObjects({ file: from, metadata, columns, compressors: unpackers, ...range }));
    rowStart = rowEnd;
    tell(rowStart / Math.max(1, Number(metadata.num_rows)));
  }
}

const bytesOf = ({ columns }: FileMetaData['row_groups'][number], wanted: string[]): number =>
  columns.reduce((sum, { meta_data: about }) => {
    const isWanted = about && wanted.includes(about.path_in_schema[0] ?? '');
    return sum + (isWanted ? Number(about.total_uncompressed_size) : 0);
  }, 0);

/** Whatever goes wrong in it is wrong in the file. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Refusal('dataset-parquet', { detail: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}
