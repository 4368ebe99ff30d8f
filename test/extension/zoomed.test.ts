/** Pages that zoom, scale or move all of themselves: what is ours stands beside the answers all the same, in its own size. */
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { panels } from '../../lib/i18n/locales/en/panels.ts';
import { open, stage, type Stage, type Tab } from '../life/tab.ts';
import { until } from '../setup/until.ts';
import { controls, pressBeside } from './controls.ts';
import type { Kind } from './launch.ts';
import { named } from './names.ts';
import { becomes } from './stored.ts';

/** CSS pixels that a mark may be off; and how far from the text's end it stands. */
const tolerance = 2;
const gutter = 10;
const markSize = 28;

const styles = [
  ['zoom of the page', 'html { zoom: 1.25 }'],
  ['the page made smaller', 'html { zoom: 0.8 }'],
  ['zoom of the body', 'body { zoom: 1.2 }'],
  ['all moved', 'html { transform: translate(40px, 30px) }'],
  ['all scaled up', 'html { transform: scale(1.1); transform-origin: 0 0 }'],
] as const;

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let current: Stage;
  beforeAll(async () => void (current = await stage(kind)));
  afterAll(() => current?.[Symbol.asyncDispose]());

  /** Marks stand level with the first lines, one gutter from the text, as large as ever. */
  const inPlace = async (tab: Tab): Promise<boolean> => {
    const shown = (await tab.answers()).filter(({ controls: mark }) => mark);
    const off = shown.filter(({ rect, controls: mark }) => {
      const { x, y, width } = mark!;
      const level = Math.abs(y + markSize / 2 - rect.y - rect.height / (2 * Math.round(rect.height / 24 / (rect.width / 640))));
      return Math.abs(x - rect.x - rect.width - gutter) > tolerance || level > tolerance || Math.abs(width - markSize) > 0.5;
    });
    if (off.length > 0) throw new Error(JSON.stringify(off.map(({ rect, controls: mark }) => ({ rect, mark }))));
    return shown.length > 0;
  };

  test.each(styles)('%s', async (name, css) => {
    const tab = await open(current, `/z/${styles.findIndex(([one]) => one === name)}`, () => {
      // No answer twice: its review would be there already.
      const from = Number(location.pathname.slice(3)) * 12;
      for (let at = from; at < from + 12; at++) life.turn(at);
      scrollTo(0, 0);
    });
    const [first, second] = await tab.finals(12);
    await until('the marks are there', () => inPlace(tab));
    await tab.page.evaluate((rule) => document.head.append(Object.assign(document.createElement('style'), { textContent: rule })), css);
    await until('they are in their places', () => inPlace(tab));
    await tab.page.evaluate(() => scrollTo(0, 60));
    await until('after scrolling too', () => inPlace(tab));
    await tab.rate(first!.id);

    await tab.page.evaluate(() => {
      const words = life.words(life.all('assistant')[1]!).firstChild!;
      getSelection()!.setBaseAndExtent(words, 10, words, 30);
    });
    const button = await until('the passage may be flagged', async () =>
      (await controls(tab)).find(({ name: label }) => label.startsWith(panels['flag.selection'])),
    );
    const selected = await tab.page.evaluate(() => {
      const { right, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
      return { right, bottom };
    });
    expect(Math.abs(button.y - selected.bottom - 4)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(button.x - selected.right - 6)).toBeLessThanOrEqual(tolerance);
    await tab.page.keyboard.press('1');
    await becomes(current.driven, 'it is flagged', second!.id, ({ flags }) => flags.length > 0);
    await pressBeside(tab, second!.id, named(overlay['rail.flag']));
    const { width, height } = await tab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const menu = await until('the menu is open', async () => (await controls(tab)).find(({ role }) => role === 'menu'));
    expect(menu.x >= 0 && menu.y >= 0 && menu.x + menu.width <= width && menu.y + menu.height <= height).toBe(true);
    if (process.env.PICTURES)
      await writeFile(`${process.env.PICTURES}/${kind}-${name.replaceAll(' ', '-')}.png`, await tab.page.screenshot());
    await tab.page.close();
  });
});
