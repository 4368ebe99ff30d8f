/**
 * Rows of a training format as a Parquet file, as Hugging Face keeps data sets: one column a key, messages nested (`LIST<STRUCT<role, content>>`).
 * Beside it stands the same sidecar.
 */
import type { ByteWriter, ColumnSource, ParquetWriter, SchemaElement } from 'hyparquet-writer';
import type { ExportFormat } from './format.ts';
import type { Reader } from './readers.ts';
import type { Row } from './training.ts';

/** How one Parquet file differs from the others. */
export interface ParquetShape {
  id: string;
  reader: Reader;
  /** Whose rows they are. */
  of: ExportFormat;
  /** The keys of its rows, in order, and what they hold. */
  columns: Record<string, Column>;
}
type Column = 'messages' | 'boolean';

/** Rows that are held, and characters of them, until a group is written: what a reader loads at once. */
const [groupRows, groupLength] = [10_000, 8 * 1024 * 1024];

/** Makes an export format of it. The rows keep the rules of the format that they are of. */
export const inParquet = ({ id, reader, of, columns }: ParquetShape): ExportFormat => ({
  id,
  label: of.label,
  reader,
  check: (file, data, value) => of.check(file.replace(/\.parquet$/, '.jsonl'), data, value),
  async *files(items, options) {
    const { name = 'bluepencil' } = options;
    const file = `${name}.${id}.parquet`;
    let made: Awaited<ReturnType<typeof opened>> | null = null;
    for await (const piece of of.files(items, options)) {
      if ('refused' in piece) yield piece;
      else if (piece.file !== `${name}.${of.id}.jsonl` || typeof piece.data !== 'string')
        yield { ...piece, file: piece.file.replace(`${name}.${of.id}.`, `${name}.${id}.`) };
      else {
        made ??= await opened(columns);
        yield { ...piece, file, row: piece.data, data: made.add((piece.value ?? JSON.parse(piece.data)) as Row, piece.data.length) };
      }
    }
    if (made) yield { file, data: made.end(), reviewIds: [] };
  },
});

/** A file as it comes. `add` and `end` give its next bytes; most rows give none. The writer is loaded where somebody writes one. */
async function opened(columns: ParquetShape['columns']) {
  const library = await import('hyparquet-writer');
  const writer = new library.ByteWriter();
  const parquet = new library.ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'bluepencil' });
  const group: Row[] = [];
  let length = 0;
  return {
    add(row: Row, characters: number): Uint8Array<ArrayBuffer> {
      group.push(row);
      length += characters;
      if (group.length >= groupRows || length >= groupLength) {
        write(parquet, columns, group.splice(0));
        length = 0;
      }
      return taken(writer);
    },
    end(): Uint8Array<ArrayBuffer> {
      if (group.length > 0) write(parquet, columns, group.splice(0));
      void parquet.finish();
      return taken(writer);
    },
  };
}

/** Nothing here waits: the writer's promises are for those whose bytes go elsewhere at once. */
function write(parquet: ParquetWriter, columns: ParquetShape['columns'], rows: Row[]): void {
  const columnData: ColumnSource[] = Object.keys(columns).map((name) => ({ name, data: rows.map((row) => row[name]) }));
  void parquet.write({ columnData, rowGroupSize: rows.length });
}

/** What was written since; the writer goes on counting, from an empty buffer. */
function taken(writer: ByteWriter): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(writer.getBytes());
  writer.index = 0;
  return bytes;
}

function schemaOf(columns: ParquetShape['columns']): SchemaElement[] {
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const;
  const elements: Record<Column, (name: string) => SchemaElement[]> = {
    boolean: (name) => [{ name, type: 'BOOLEAN', repetition_type: 'OPTIONAL' }],
    messages: (name) => [
      { name, converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'OPTIONAL', num_children: 2 },
      { name: 'role', ...text },
      { name: 'content', ...text },
    ],
  };
  const root = { name: 'schema', num_children: Object.keys(columns).length };
  return [root, ...Object.entries(columns).flatMap(([name, column]) => elements[column](name))];
}
