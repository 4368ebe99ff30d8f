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

  test('is the same code as the build for tests; the manifests differ in what is granted alone', () => {
    const test = `${name}-test`;
    expect(listing(output(test))).toEqual(listing(output(name)));
    for (const file of listing(output(name))) {
      if (file !== 'manifest.json') expect(read(output(test), file), file).toBe(read(output(name), file));
    }
    const released = manifestOf(name);
    const permissions = [...released.permissions, ...released.optional_permissions];
    expect(manifestOf(test)).toEqual({ ...released, host_permissions: ['<all_urls>'], permissions });
  });

  test.each([
    ['what looks for answers', 30_000, ['review.js']],
    ['what looks for answers, with the controls that come with the first one', 45_000, ['review.js', 'controls.js']],
    ['what opens beside an answer', 26_000, ['panels.js']],
  ])('%s weighs at most %i bytes gzipped', (_, most, files) => {
    const sizes = files.map((file) => gzipSync(read(output(name), file), { level: 9 }).length);
    console.log(`${name} ${files.join(' + ')}: ${sizes.map((size) => (size / 1000).toFixed(1)).join(' + ')} kB gzipped`);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(most);
  });

  test('passages and evidence weigh at most 30 kB gzipped, and no other script carries the finder of evidence', () => {
    expect(gzipSync(read(output(name), 'passages.js'), { level: 9 }).length).toBeLessThanOrEqual(30_000);
    for (const file of contentScripts(output(name)))
      expect(read(output(name), file).includes('oaicite'), file).toBe(file === 'passages.js');
  });

  test.each(contentScripts(output(name)))('%s opens no database and carries no schema, Markdown writer, connector or export', (file) => {
    const script = read(output(name), file);
    // Each is a string that survives minifying and that only the named library or layer holds.
    for (const canary of [
      'indexedDB.open',
      'ZodError',
      '~standard',
      'mdast',
      'Idempotency-Key',
      'prompt-completion',
      'bluepencil-1',
      'wasmreader_',
      'tc260',
    ]) {
      expect(script.includes(canary), canary).toBe(false);
    }
  });

  test('the background carries no page code and no Markdown parser', () => {
    const script = read(output(name), 'background.js');
    // The last one is a token of micromark's.
    for (const canary of ['attachShadow', 'CSS.highlights', 'adoptedStyleSheets', 'wasmreader_', 'tc260', 'setextHeadingLineSequence'])
      expect(script.includes(canary), canary).toBe(false);
    expect(/\bimport\(/.test(script), 'a service worker has no import()').toBe(false);
  });

  test('the Markdown parser would be known by that token', () => {
    const carries = listing(output(name)).filter(
      (file) => file.endsWith('.js') && read(output(name), file).includes('setextHeadingLineSequence'),
    );
    expect(carries).not.toEqual([]);
  });

  test('nothing is fetched as code from elsewhere', () => {
    for (const file of listing(output(name)).filter((path) => path.endsWith('.html'))) {
      expect(/(src|href)="https?:/.test(read(output(name), file)), file).toBe(false);
    }
  });
});

/** All that runs in the pages of others. */
const contentScripts = (folder: string): string[] =>
  existsSync(folder) ? listing(folder).filter((path) => /^(review|controls|panels|passages|teach|doctor|compose)\.js$/.test(path)) : [];

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
