/** `unit` and `rules` run in Node; `pages` and `extension` drive real browsers. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run test:long`. */
const long = process.env.BLUEPENCIL_LONG === '1';
const root = join(import.meta.dirname, '..');

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
          setupFiles: long ? ['test/setup/long.ts'] : [],
        },
      },
      { extends: true, test: { name: 'rules', include: ['test/rules/**/*.test.ts'] } },
      // One browser at a time: two would wait for each other on a small machine.
      {
        extends: true,
        test: { name: 'pages', include: ['test/pages/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false },
      },
      {
        extends: true,
        test: {
          name: 'extension',
          include: ['test/extension/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
