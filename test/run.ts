/**
 * `npm test`: everything that has to hold, in the order in which a mistake shows soonest. Arguments go to vitest
 * (`npm test -- --project unit`). Ends with the counts of the test runner itself.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPath } from './setup/browsers.ts';
import { builds, runTool } from './setup/tool.ts';

const failures: string[] = [];

const steps: Record<string, { tool: string; args: string[]; env?: Record<string, string> }> = {
  'wxt prepare': { tool: 'wxt', args: ['prepare'] },
  lint: { tool: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  format: { tool: 'oxfmt', args: ['--check'] },
  types: { tool: 'tsc', args: ['--noEmit'] },
  'unused code': { tool: 'knip', args: [] },
  ...builds,
};

for (const [name, { tool, args, env }] of Object.entries(steps)) {
  const start = performance.now();
  const { worked, said } = runTool(tool, args, env);
  console.log(`— ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (!worked) fail(name, said);
}
for (const kind of ['chromium', 'firefox'] as const) {
  try {
    console.log(`— ${kind}: ${browserPath(kind)}`);
  } catch (error) {
    fail(kind, String(error));
  }
}
const { passed, failed, skipped } = runTests(process.argv.slice(2));
for (const failure of failures) console.log(`failed: ${failure}`);
const wrong = failed + failures.length;
console.log(`${passed} passed, ${wrong} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = wrong > 0 ? 1 : 0;

function fail(name: string, why: string): void {
  failures.push(name);
  console.error(why);
}

/** The counts come from the runner's own report. A run that leaves no report has failed. */
function runTests(args: string[]): { passed: number; failed: number; skipped: number } {
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { worked } = runTool('vitest', ['run', '--config', 'test/vitest.config.ts', ...reporters, ...args], {}, 'inherit');
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot even be loaded fails no test: the exit code tells.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, worked ? 0 : 1), skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
