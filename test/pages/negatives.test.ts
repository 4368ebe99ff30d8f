/** Pages of people and ordinary pages: whatever they hold and however they grow, nothing on them is an answer of an AI or a sign of one. */
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, openAt, openChromium } from '../bench/browser.ts';
import { negatives } from '../negatives/all.ts';

const entry = `
  import { findEvidence } from '${join(import.meta.dirname, '../../lib/evidence/find.ts')}';
  import { watch } from '${join(import.meta.dirname, '../../lib/detect/watch.ts')}';
  const seen = [];
  const watcher = watch({ window, adapters: [], signal: new AbortController().signal, onChange: (view) => seen.push(view) });
  /** Lets the page live, then looks again: everything that was found at any time. */
  globalThis.found = async (life) => {
    if (life) await life((times, each) => new Promise((done) => {
      let at = 0;
      const clock = setInterval(() => { each(at++); if (at === times) { clearInterval(clock); done(); } }, 60);
    }));
    watcher.refresh();
    seen.push(watcher.view());
    const answers = seen.flatMap((view) => view.answers.map(({ text }) => view.score + ' ' + view.reasons.join('; ') + ': ' + text.slice(0, 60)));
    return [...answers, ...findEvidence(document).map(({ rule, snippet }) => rule + ': ' + snippet)];
  };
`;

let browser: Browser;
let detector: string;
beforeAll(async () => {
  detector = await bundle(entry);
  browser = await openChromium();
});
afterAll(() => browser?.close());

test('there are enough of them, each with its own name', () => {
  expect(new Set(negatives.map(({ name }) => name)).size).toBe(negatives.length);
  expect(negatives.length).toBeGreaterThanOrEqual(40);
});

describe('no answer, no sign of AI', () => {
  test.each(negatives)('$name', async ({ url, html, life }) => {
    const page = await openAt(browser, url, html, true);
    try {
      await page.evaluate(detector);
      expect(await page.evaluate(`found(${life ? `async (step) => { ${life} }` : ''})`)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
