/**
 * `npm run engines`: brings the databases that some tests send to, where they are not there: PostgreSQL from the system's packages, ClickHouse (chDB, the
 * engine itself in a library; 550 MB) from npm, into `.engines`. No test does it by itself.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasClickhouse } from './clickhouse.ts';
import { hasPostgres } from './postgres.ts';
import { runTool } from './tool.ts';

const folder = join(import.meta.dirname, '../../.engines');

if (!hasClickhouse) {
  mkdirSync(folder, { recursive: true });
  report('ClickHouse', runTool('npm', ['install', '--prefix', folder, '--no-save', 'chdb@3.4.0']));
}
if (!hasPostgres) report('PostgreSQL', runTool('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql']));
console.log('Now: npm test -- --project unit test/unit/sync/engines');

function report(what: string, { worked, said }: { worked: boolean; said: string }): void {
  if (!worked) process.exitCode = 1;
  console.log(worked ? `${what} is there.` : `${what} could not be installed:\n${said}`);
}
