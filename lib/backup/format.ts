/**
 * The file of a backup: gzip over lines of JSON. First a header, then one row a line, last how many rows there were and the SHA-256 of all bytes
 * before that line. A sealed one is the same file inside the chunks of `seal.ts`.
 */
import { agrees, time, z } from '../schema/zod.ts';

/** The first line. */
export interface BackupHeader {
  format: 'bluepencil-backup';
  version: 1;
  /** The version of the database that the rows come from. */
  database: number;
  /** The version of the extension. */
  app: string;
  /** RFC 3339. */
  at: string;
}

/** A row that goes out, its record written already. */
export interface WrittenRow {
  table: string;
  json: string;
}

/** A row that came in, as its schema reads it. `size` is that of its line, in bytes. */
export interface ReadRow {
  table: string;
  record: unknown;
  size: number;
}

/** What may stand in a file: tables in this order, and in each of them rows with ever higher keys. */
export interface BackupTable {
  table: string;
  schema: z.ZodType;
  key: (record: never) => IDBValidKey;
}

/** The newest file that this code reads, and the one that it writes. */
export const fileVersion = 1;

export const headerSchema = agrees<BackupHeader>()(
  z.object({
    format: z.literal('bluepencil-backup'),
    version: z.literal(fileVersion),
    database: z.int().min(1),
    app: z.string().max(100),
    at: time(),
  }),
);

/** What a backup begins with that somebody has unpacked. */
export const unpackedStart = '{"format":"bluepencil-backup"';

/** Enough of a header to say what is wrong with it. */
export const anyHeaderSchema = z.object({ format: z.literal('bluepencil-backup'), version: z.int().min(1), database: z.int().min(1) });

export const rowSchema = z.strictObject({ table: z.string(), record: z.unknown() });

/** The last line. */
export const trailerSchema = z.strictObject({ rows: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
