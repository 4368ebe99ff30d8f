/** Reads a backup as it comes, and trusts nothing in it. The file is whole and as it was written only when the last row was read. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Refusal } from '../model/result.ts';
import {
  anyHeaderSchema,
  fileVersion,
  headerSchema,
  rowSchema,
  trailerSchema,
  unpackedStart,
  type BackupHeader,
  type BackupTable,
  type ReadRow,
} from './format.ts';
import { linesOf } from './lines.ts';
import { sealedStart, unsealed } from './seal.ts';
import { unpacked } from './unpack.ts';

/** What of a file is wanted, and who wants to know. */
export interface Reading {
  /** The version of the database that the rows are for. */
  database: number;
  tables: readonly BackupTable[];
  passphrase?: string;
  signal?: AbortSignal;
  /** The share of the file that was read, from 0 to 1. */
  progress?: (share: number) => void;
}

/** A file that was begun to be read. */
export interface OpenBackup {
  header: BackupHeader;
  /** All rows; it throws where the file stops being one of ours, at its end too. */
  rows: AsyncGenerator<ReadRow, { sha256: string }>;
}

/** Does it need a passphrase? One that somebody has unpacked is read like one that is packed. Refuses what is no backup: `backup-not-ours`, `backup-empty`. */
export async function isSealed(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, unpackedStart.length).arrayBuffer());
  if (start.length === 0) throw new Refusal('backup-empty');
  if (start[0] === 0x1f && start[1] === 0x8b) return false;
  const words = new TextDecoder().decode(start);
  if (words === unpackedStart) return false;
  if (words.startsWith(sealedStart)) return true;
  throw new Refusal('backup-not-ours');
}

/**
 * Opens a file and reads its header. Refusals, here and while the rows are read: those of `isSealed` and `unsealed`, `backup-newer-file`,
 * `backup-newer-database`, `backup-damaged`, `backup-cut`, `backup-line` (too long), `backup-bomb`, `backup-record` (`line` and `problem` say which and what),
 * `backup-unreadable`.
 */
export async function openBackup(file: Blob, wanted: Reading): Promise<OpenBackup> {
  const { signal, progress = () => {} } = wanted;
  const sealed = (await isSealed(file)) ? await unsealed(file, wanted.passphrase ?? '') : null;
  let read = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      progress(Math.min(1, (read += chunk.length) / file.size));
      controller.enqueue(chunk);
    },
  });
  const counted = file
    .slice(sealed?.from ?? 0)
    .stream()
    .pipeThrough(counting, { signal });
  const packed = sealed ? counted.pipeThrough(sealed.opening) : counted;
  // Whoever unpacked it need not pack it again: its last line says whether it is whole.
  const isPlain = (await file.slice(0, unpackedStart.length).text()) === unpackedStart;
  const lines = linesOf(isPlain ? packed : unpacked(packed));
  const first = await explained(lines.next());
  if (first.done) throw new Refusal('backup-cut');
  const header = headerOf(jsonOf(first.value, 1), wanted.database);
  return { header, rows: rowsOf(lines, first.value, wanted) };
}

function headerOf(said: unknown, database: number): BackupHeader {
  const any = anyHeaderSchema.safeParse(said);
  if (!any.success) throw new Refusal('backup-not-ours');
  if (any.data.version > fileVersion) throw new Refusal('backup-newer-file');
  if (any.data.database > database) throw new Refusal('backup-newer-database');
  const parsed = headerSchema.safeParse(said);
  if (!parsed.success) throw wrong(1, problemOf(parsed.error));
  return parsed.data;
}

async function* rowsOf(lines: AsyncGenerator<Uint8Array>, first: Uint8Array, { tables, signal }: Reading): OpenBackup['rows'] {
  const hash = sha256.create().update(first);
  const places = new Map(tables.map((table, index) => [table.table, index]));
  let place = 0;
  let last: IDBValidKey | null = null;
  for (let rows = 0, number = 2; ; number++) {
    const next = await explained(lines.next());
    signal?.throwIfAborted();
    if (next.done) throw new Refusal('backup-cut');
    const said = jsonOf(next.value, number);
    const trailer = trailerSchema.safeParse(said);
    if (trailer.success) {
      const { sha256: sum } = trailer.data;
      if (bytesToHex(hash.digest()) !== sum || trailer.data.rows !== rows) throw new Refusal('backup-damaged');
      if (!(await explained(lines.next())).done) throw new Refusal('backup-damaged');
      return { sha256: sum };
    }
    hash.update(next.value);
    rows++;
    const row = rowSchema.safeParse(said);
    if (!row.success) throw wrong(number, problemOf(row.error));
    const found = places.get(row.data.table);
    const table = found === undefined ? undefined : tables[found];
    if (found === undefined || !table) throw wrong(number, `table: ${row.data.table.slice(0, 40)}`);
    const record = table.schema.safeParse(row.data.record);
    if (!record.success) throw wrong(number, problemOf(record.error));
    const key = table.key(record.data as never);
    if (found < place || (found === place && last !== null && !isAfter(key, last))) throw wrong(number, 'order');
    place = found;
    last = key;
    yield { table: table.table, record: record.data, size: next.value.length };
  }
}

/** Deeper is nothing that we write. */
const deepest = 64;

function jsonOf(bytes: Uint8Array, line: number): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw wrong(line, error instanceof SyntaxError ? error.message : 'UTF-8');
  }
  // By a loop: a function that calls itself would overflow on what is looked for.
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw wrong(line, `> ${deepest} × [ ]`);
    const below: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      if (Object.hasOwn(one, '__proto__')) throw wrong(line, '__proto__');
      for (const part of Object.values(one)) if (typeof part === 'object' && part !== null) below.push(part);
    }
    level = below;
  }
  return value;
}

/** Keys as IndexedDB orders them, for those that we have: numbers, strings, and lists of these. */
function isAfter(one: IDBValidKey, other: IDBValidKey): boolean {
  const [ones, others] = [one, other].map((key) => (Array.isArray(key) ? key : [key])) as [IDBValidKey[], IDBValidKey[]];
  for (const [index, part] of ones.entries()) {
    const against = others[index];
    if (against === undefined || part > against) return true;
    if (part < against) return false;
  }
  return false;
}

const wrong = (line: number, problem: string): Refusal => new Refusal('backup-record', { line, problem: problem.slice(0, 200) });
const problemOf = ({ issues: [issue] }: { issues: { path: PropertyKey[]; message: string }[] }): string =>
  `${issue?.path.map(String).join('.')}: ${issue?.message}`;

/** What streams throw, as what it means here. */
async function explained<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    // Taken away or written to while it was read.
    if (error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name)) throw new Refusal('backup-unreadable');
    throw new Refusal('backup-damaged');
  }
}
