/**
 * `npm run bench`: what is found, and what it costs as a ratio to a baseline of the same run. Prints a table and writes
 * `bench-results.json`. Names as arguments run only those (`npm run bench -- pages`).
 */
import { writeFileSync } from 'node:fs';
import { benchBackup } from './backup.ts';
import { benchControls } from './controls.ts';
import { benchPages } from './pages.ts';
import { benchPrivacy } from './privacy.ts';
import { benchExport } from './export.ts';
import type { Result } from './result.ts';
import { benchScan } from './scan.ts';
import { benchStore } from './store.ts';
import { benchStream } from './stream.ts';
import { benchSync } from './sync.ts';
import { benchUis } from './uis.ts';

const benches: Record<string, () => Promise<Result[]>> = {
  pages: benchPages,
  uis: benchUis,
  scan: benchScan,
  stream: benchStream,
  controls: benchControls,
  store: benchStore,
  backup: benchBackup,
  privacy: benchPrivacy,
  export: benchExport,
  sync: benchSync,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) throw new Error(`No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);

const results: Result[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) results.push(...(await bench()));
}
const round = (value: number): number => Number(value.toPrecision(4));
console.table(
  results.map((result) => ({ ...result, value: round(result.value), baseline: round(result.baseline), ratio: round(result.ratio) })),
);
writeFileSync('bench-results.json', `${JSON.stringify(results, null, 2)}\n`);
