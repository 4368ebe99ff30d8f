/** Passages of thousands of answers, selected and found again in Chromium. What is right is known: every unit of every word is marked. */
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, openChromium } from '../bench/browser.ts';
import { browserPath } from '../setup/browsers.ts';
import { cases } from './cases.ts';
import type { Outcome, Verdict } from './run.ts';

const ready = browserPath('chromium') !== undefined;
const numRuns = Number(process.env.BLUEPENCIL_SPAN_RUNS ?? 2000);
const seed = Number(process.env.BLUEPENCIL_SEED ?? 20_261_122);
const batch = 250;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (!ready) return;
  browser = await openChromium();
  page = await browser.newPage();
  await page.evaluate(await bundle(`import '${join(import.meta.dirname, 'run.ts')}';`));
});
afterAll(() => browser?.close());

const count = (outcomes: Outcome[], by: 'find' | 'carry' | 'quote'): Record<Verdict, number> => {
  const sums = { found: 0, orphaned: 0, gone: 0, wrong: 0 };
  for (const outcome of outcomes) if (outcome[by]) sums[outcome[by]]++;
  return sums;
};

describe.skipIf(!ready)('passages', () => {
  test(`of ${numRuns} answers are found where they are or not at all`, { timeout: 240_000 }, async () => {
    const all = fc.sample(cases, { numRuns, seed });
    const outcomes: Outcome[] = [];
    for (let from = 0; from < all.length; from += batch)
      outcomes.push(...((await page.evaluate(`runCases(${JSON.stringify(all.slice(from, from + batch))})`)) as Outcome[]));

    const same = outcomes.filter((outcome) => outcome.same);
    const other = outcomes.filter((outcome) => !outcome.same);
    console.table({
      'same text: find': count(same, 'find'),
      'same text: quote alone': count(same, 'quote'),
      'changed: find': count(other, 'find'),
      'changed: carry': count(other, 'carry'),
      'changed: quote alone': count(other, 'quote'),
    });
    const faults = outcomes.flatMap(({ faults }, index) =>
      faults.length > 0 ? [`seed ${seed}, case ${index}: ${faults.join('; ')}`] : [],
    );
    expect(faults.slice(0, 3)).toEqual([]);
    expect({ find: count(outcomes, 'find').wrong, carry: count(outcomes, 'carry').wrong }).toEqual({ find: 0, carry: 0 });
    expect(count(same, 'find')).toMatchObject({ orphaned: 0, gone: 0 });
    // The comparison says something only if there was something to find, and something to get wrong.
    expect(count(other, 'find').found).toBeGreaterThan(numRuns / 5);
    expect(count(outcomes, 'quote').wrong).toBeGreaterThan(numRuns / 20);
  });
});
