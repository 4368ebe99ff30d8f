/** Pages that are built to break a reader, in a browser: happy-dom itself overflows long before 10,000 levels. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, openChromium } from '../bench/browser.ts';
import { browserPath } from '../setup/browsers.ts';

const ready = browserPath('chromium') !== undefined;
const lib = join(import.meta.dirname, '../../lib');
/** `capture(kind, names, count)`: builds `count` elements below a block, one in another or side by side, and reads them. */
const source = `
import { read } from '${lib}/capture/read.ts';
import { coverOf } from '${lib}/capture/within.ts';
import { writeMarkdown } from '${lib}/markdown/write.ts';
globalThis.capture = (kind, names, count) => {
  const block = document.body.appendChild(document.createElement('div'));
  let at = block;
  for (let index = 0; index < count; index++) {
    const element = at.appendChild(document.createElement(names[index % names.length]));
    if (kind === 'deep') at = element;
    else element.append('w ');
  }
  if (kind === 'deep') at.append('w');
  let cover = null;
  if (kind === 'selected') {
    const range = document.createRange();
    range.setStart(block, 1);
    range.setEnd(block, count - 1);
    cover = coverOf(range);
  }
  const { text, hast } = read([block], '', cover);
  block.remove();
  return { words: text.split(/\\s+/).length, written: writeMarkdown(hast).split('w').length - 1 };
};`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (!ready) return;
  browser = await openChromium();
  page = await browser.newPage();
  await page.evaluate(await bundle(source));
});
afterAll(() => browser?.close());

const capture = (kind: string, names: string[], count: number): Promise<{ words: number; written: number }> =>
  page.evaluate(`capture(${JSON.stringify(kind)}, ${JSON.stringify(names)}, ${count})`) as never;

describe.skipIf(!ready)('a hostile page', () => {
  test.each(['div', 'pre span', 'ul li', 'table tr td', 'sup a', 'code', 'math mrow', 'blockquote b'])(
    '10,000 levels of %s are read',
    async (names) => {
      expect(await capture('deep', names.split(' '), 10_000)).toEqual({ words: 1, written: 1 });
    },
  );

  test('100,000 elements are read, and most of them when most are selected', async () => {
    expect(await capture('wide', ['p', 'span', 'a'], 100_000)).toEqual({ words: 100_000, written: 100_000 });
    expect(await capture('selected', ['p', 'a'], 100_000)).toEqual({ words: 99_998, written: 99_998 });
  });
});
