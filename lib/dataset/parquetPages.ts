/**
 * Looks through the pages of a Parquet file before its reader does. A page says how often a value is repeated, and the reader believes it: a damaged or
 * hostile byte would fill the memory with two thousand million of them.
 */
import type { AsyncBuffer, ColumnMetaData, DataReader, RowGroup, SchemaTree } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';
import { unpackers } from './unpackers.ts';

/** Values of a column in one group, and bytes of a page. */
const [mostValues, largestPage] = [16 * 1024 * 1024, 64 * 1024 * 1024];
/** Runs of single values are written in eights, some of which stand for nothing. */
const padding = 512;

/** Throws where a page of one of these columns says more than it holds. `root` is that of the file's schema. */
export async function checkGroup(file: AsyncBuffer, group: RowGroup, columns: string[], root: SchemaTree): Promise<void> {
  for (const { meta_data: about } of group.columns) {
    const names = about?.path_in_schema ?? [];
    if (!about || !columns.includes(names[0] ?? '')) continue;
    const path = [root];
    for (const name of names) {
      const next = path.at(-1)?.children.find(({ element }) => element.name === name);
      if (!next) throw new Error(`no column ${names.join('.')}`);
      path.push(next);
    }
    const start = Number(about.dictionary_page_offset || about.data_page_offset);
    const end = start + Number(about.total_compressed_size);
    if (!(start >= 0 && end >= start && end <= file.byteLength)) throw new Error(`no place of column ${names.join('.')}`);
    checkPages(new Uint8Array(await file.slice(start, end)), about, path);
  }
}

/** The same for a chunk of one column, by its path in the schema, the root first. */
function checkPages(bytes: Uint8Array, { codec, type }: Pick<ColumnMetaData, 'codec' | 'type'>, path: SchemaTree[]): void {
  const reader = readerOf(bytes);
  const widths = [getMaxRepetitionLevel(path), getMaxDefinitionLevel(path)] as const;
  let values = 0;
  while (reader.offset < bytes.length - 1) {
    const header = parquetHeader(reader);
    const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: dictionary } = header;
    const about = first ?? second ?? dictionary;
    const size = header.compressed_page_size;
    if (!about || !(size >= 0 && size <= bytes.length - reader.offset)) throw new Error('a page has no size');
    if (!(header.uncompressed_page_size >= 0 && header.uncompressed_page_size <= largestPage)) throw new Error('a page is too large');
    if (!(about.num_values >= 0 && (values += about.num_values) <= mostValues)) throw new Error('too many values');
    const packed = bytes.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    if (dictionary) continue;
    const levels = second ? [second.repetition_levels_byte_length, second.definition_levels_byte_length] : null;
    const behind = (levels?.[0] ?? 0) + (levels?.[1] ?? 0);
    if (!(behind >= 0 && behind <= size)) throw new Error('the levels of a page have no size');
    const unpack = (part: Uint8Array, length: number): Uint8Array => (length > 0 ? decompressPage(part, length, codec, unpackers) : part);
    const isPacked = second ? second.is_compressed !== false : true;
    const body = isPacked ? unpack(packed.subarray(behind), header.uncompressed_page_size - behind) : packed.subarray(behind);
    const data = readerOf(body);
    const place = levels ? readerOf(packed.subarray(0, behind)) : data;
    let nulls = 0;
    for (const [at, most] of widths.entries()) {
      const length = levels ? (levels[at] ?? 0) : undefined;
      if (most === 0) {
        place.offset += length ?? 0;
        continue;
      }
      const width = 32 - Math.clz32(most);
      const decoded = new Int32Array(about.num_values);
      checkRuns({ ...place }, width, about.num_values, length);
      readRleBitPackedHybrid(place, width, decoded, length);
      if (at === 1) nulls = decoded.reduce((sum, level) => sum + (level === most ? 0 : 1), 0);
    }
    if (!/DICTIONARY|^RLE$/.test(about.encoding)) continue;
    const wanted = about.num_values - nulls;
    if (type === 'BOOLEAN') checkRuns(data, 1, wanted);
    else if (wanted > 0) checkRuns(data, data.view.getUint8(data.offset++), wanted, body.length - data.offset);
  }
}

/** Runs of `wanted` numbers of so many bits: none may be longer than what is wanted. Without a `length` it stands before them. */
function checkRuns(reader: DataReader, width: number, wanted: number, length?: number): void {
  if (width > 32) throw new Error('numbers of too many bits');
  if (length === undefined) reader.offset += 4;
  for (let seen = 0; seen < wanted;) {
    let run = 0;
    for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
      byte = reader.view.getUint8(reader.offset++);
      run += (byte & 0x7f) * 2 ** shift;
    }
    const count = run % 2 === 1 ? ((run - 1) / 2) * 8 : run / 2;
    if (count > wanted + padding) throw new Error('a run is longer than its page');
    reader.offset += run % 2 === 1 ? (count / 8) * width : Math.ceil(width / 8);
    seen += count;
  }
}

const readerOf = (bytes: Uint8Array): DataReader => ({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 });
