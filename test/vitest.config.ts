/** `unit` and `rules` run in Node; `pages` and `extension` drive real browsers. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run test:long`. */
const long = process.env.BLUEPENCIL_LONG === '1';
const root = join(import.meta.dirname, '..');

const browsers = { globalSetup: ['test/setup/warmFirefox.ts'], maxWorkers: 4, sequence: { groupOrder: 1 } };

export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    retry: 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: long ? 900_000 : 30_000,
          setupFiles: ['test/setup/properties.ts'],
        },
      },
      { extends: true, test: { name: 'rules', include: ['test/rules/**/*.test.ts'] } },
      // They wait for timers more than they compute: four at a time, after all that keeps the processor busy.
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['test/pages/**/*.test.ts', 'test/spans/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          ...browsers,
        },
      },
      {
        extends: true,
        test: {
          name: 'extension',
          include: ['test/extension/**/*.test.ts', 'test/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          ...browsers,
        },
      },
    ],
  },
});
