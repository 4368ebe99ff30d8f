/** Our own pages hold the accessibility rules that a machine can check, empty and with reviews in them, by day and by night. */
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../setup/until.ts';
import { setUp, type Desk } from './desk.ts';
import { rate } from './reviews.ts';

let desk: Desk;
beforeAll(async () => void (desk = await setUp('chromium')));
afterAll(() => desk?.[Symbol.asyncDispose]());

const sizes = {
  popup: { width: 340, height: 600 },
  options: { width: 1000, height: 900 },
  dashboard: { width: 1280, height: 900 },
  sidepanel: { width: 360, height: 900 },
  welcome: { width: 900, height: 900 },
  image: { width: 900, height: 900 },
};

describe.each(['empty', 'with reviews'])('%s', (state) => {
  beforeAll(async () => {
    if (state === 'with reviews') for (const n of [1, 2, 3]) await rate(desk.driven, `Answer number ${n} of three.`);
  });

  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('%s', async (name) => {
    const page = await desk.driven.openOurs(`${name}.html`, sizes[name]);
    for (const value of ['light', 'dark']) {
      // Without motion: half-way through a change of colour the contrast is that of neither.
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.reload();
      await until(`${name} shows something`, () => page.evaluate(() => document.body.innerText.trim().length > 20));
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => `${value} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is cut off at the side').toBe(true);
    await page.close();
  });
});
