/** A ClickHouse for a test: its engine in this process, a database in a folder that is thrown away. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const place = join(import.meta.dirname, '../../.engines/node_modules/chdb');

/** True where there is one to start (`npm run engines`). */
export const hasClickhouse = existsSync(place);

export interface Clickhouse {
  /** Runs one statement; what it gives, as ClickHouse writes it in that format. Throws what the server said. */
  sql(statement: string, format?: string): string;
  close(): void;
}

/** Starts it. */
export function startClickhouse(): Clickhouse {
  const { Session } = createRequire(import.meta.url)(place) as {
    Session: new () => { query(statement: string, format: string): string; cleanup(): void };
  };
  const session = new Session();
  return {
    sql: (statement, format = 'TSV') => session.query(statement, format).trimEnd(),
    close: () => session.cleanup(),
  };
}
