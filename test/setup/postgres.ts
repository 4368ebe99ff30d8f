/** A PostgreSQL of its own for a test: the system's programs, an empty cluster in a folder that is thrown away, no port. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { until } from './until.ts';

export interface Postgres {
  /** Runs statements in one transaction; the rows of the last as lines, columns parted by `|`. Throws what the server said. */
  sql(statements: string): string;
  close(): Promise<void>;
}

const places = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  ...(existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`) : []),
];
const programs = places.find((place) => ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(place, name))));

/** True where there is one to start (`npm run engines`). */
export const hasPostgres = programs !== undefined;

/** Starts it. It refuses to run as root: then it runs as the user `postgres`, whom its package has made. */
export async function startPostgres(): Promise<Postgres> {
  const program = (name: string): string => join(programs ?? '', name);
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const as = process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : {};
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-pg-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  execFileSync(program('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'], {
    cwd: folder,
    ...as,
  });
  const server = spawn(program('postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'], {
    cwd: folder,
    stdio: 'ignore',
    ...as,
  });
  const sql = (statements: string): string =>
    execFileSync(program('psql'), ['-h', folder, '-U', 'postgres', '-qAtX', '-1', '-v', 'ON_ERROR_STOP=1', '-f', '-'], {
      cwd: folder,
      input: statements,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trimEnd();
  const close = async (): Promise<void> => {
    server.kill('SIGINT');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true });
  };
  await until('PostgreSQL answers', () => sql('select 1') === '1').catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { sql, close };
}
