/** What the built extension may ask for, carry and weigh. Needs `npm run build` and `npm run build:test`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { root } from './sources.ts';

const output = (name: string) => join(root, '.output', name);
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const manifestOf = (name: string) => JSON.parse(read(output(name), 'manifest.json'));

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (name) => {
  test('is built', () => expect(existsSync(output(name)), 'run npm run build').toBe(true));

  test('asks for no more than it did', () => {
    const { version: _, ...manifest } = manifestOf(name);
    expect(manifest).toMatchSnapshot();
  });

  test('is the same code as the build for tests; the manifests differ in host_permissions alone', () => {
    const test = `${name}-test`;
    expect(listing(output(test))).toEqual(listing(output(name)));
    for (const file of listing(output(name))) {
      if (file !== 'manifest.json') expect(read(output(test), file), file).toBe(read(output(name), file));
    }
    expect({ ...manifestOf(test), host_permissions: null }).toEqual({ ...manifestOf(name), host_permissions: null });
    expect(manifestOf(test).host_permissions).toEqual(['<all_urls>']);
  });

  test('the content script weighs at most 45 kB gzipped', () => {
    const size = gzipSync(read(output(name), 'content-scripts/review.js'), { level: 9 }).length;
    console.log(`${name} content script: ${(size / 1000).toFixed(1)} kB gzipped`);
    expect(size).toBeLessThanOrEqual(45_000);
  });

  test('the content script opens no database and carries no schema, Markdown writer, connector or export', () => {
    const script = read(output(name), 'content-scripts/review.js');
    // Each is a string that survives minifying and that only the named library or layer holds.
    for (const canary of ['indexedDB.open', 'ZodError', '~standard', 'mdast', 'Idempotency-Key', 'prompt-completion', 'bluepencil-1']) {
      expect(script.includes(canary), canary).toBe(false);
    }
  });

  test('the background carries no page code', () => {
    const script = read(output(name), 'background.js');
    for (const canary of ['attachShadow', 'CSS.highlights', 'adoptedStyleSheets']) expect(script.includes(canary), canary).toBe(false);
    expect(/\bimport\(/.test(script), 'a service worker has no import()').toBe(false);
  });

  test('nothing is fetched as code from elsewhere', () => {
    for (const file of listing(output(name)).filter((path) => path.endsWith('.html'))) {
      expect(/(src|href)="https?:/.test(read(output(name), file)), file).toBe(false);
    }
  });
});

function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
}
