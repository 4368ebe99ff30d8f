/** The top level is fixed: whoever opens the project sees the same few names. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from './sources.ts';

const fixed = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
  'entrypoints',
  'components',
  'lib',
  'test',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'SECURITY.md',
];
/** What commands leave behind; git does not take it. */
const made = new Set(['node_modules', 'demo-output', 'bench-results.json']);

test('nothing else stands at the top', () => {
  const found = readdirSync(root).filter((name) => !name.startsWith('.') && !made.has(name));
  expect(found.toSorted()).toEqual(fixed.toSorted());
});
