/**
 * Saved pages of real chat tools, served at their own addresses by interception, scripts off. They are others' data and
 * not part of this project: without them the test says so and is skipped.
 */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../bench/browser.ts';
import { browserPath } from '../setup/browsers.ts';
import { finder, present, scoreOf, tools, type Score } from './score.ts';

const ready = present && browserPath('chromium') !== undefined;
if (!ready) console.log('test/pages/turns is skipped: there are no saved pages beside the project, or no Chromium.');

/** Where an adapter is not called as the folder of its pages. */
const called: Record<string, string> = { 'copilot-m365': 'microsoft-365-copilot', copilot: 'microsoft-copilot', lmarena: 'arena' };
/** Pages with answers that end with the pills of their sources, which whoever described them counted as text. */
const pills = new Set([
  'chatgpt/adamlporter-chat-simple-2026-02',
  'chatgpt/nuncaeslupus-imitation-citations',
  'chatgpt/nuncaeslupus-imitation-comprehensive',
  'perplexity/adamlporter-chat-simple-2026-02',
]);

let browser: Browser;
let find: Awaited<ReturnType<typeof finder>>;
beforeAll(async () => {
  if (!ready) return;
  browser = await openChromium();
  find = await finder(browser);
});
afterAll(() => browser?.close());

describe.skipIf(!ready)('by its adapter', () => {
  const scores: Score[] = [];
  test.each(tools())('%s', async (tool) => {
    const { score, wrong, by } = await scoreOf(tool, true, find);
    scores.push(score);
    for (const [name, found] of Object.entries(wrong)) {
      if (pills.has(name)) found.cut = [];
      if (Object.values(found).every(({ length }) => length === 0)) delete wrong[name];
    }
    expect(wrong).toEqual({});
    expect([...by]).toEqual(score.answers > 0 ? [called[tool] ?? tool] : []);
  });
  afterAll(() => console.table(scores));
});

describe.skipIf(!ready)('without an adapter, at an unknown address', () => {
  test('most answers of all tools are found, and nothing else', async () => {
    let found = 0;
    let answers = 0;
    const extras: string[] = [];
    for (const tool of tools()) {
      const { score, wrong } = await scoreOf(tool, false, find);
      found += score.found;
      answers += score.answers;
      extras.push(...Object.values(wrong).flatMap(({ extra }) => extra));
    }
    expect(extras).toEqual([]);
    // Measured: 97 of 102; some pages of Perplexity and Google's AI Mode name no speaker and stand still.
    expect(found / answers).toBeGreaterThan(0.9);
  });
});
