/** In a window of 320 px the rail is a bar at its bottom: all of it is in the window, and each button acts on the first press. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { until } from '../setup/until.ts';
import { controls, hover, type Control } from './controls.ts';
import { openUnreviewed, setUp, type ChatPage, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';
import { becomes } from './stored.ts';

const width = 320;

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());

  test('a button that is come to over its neighbour acts, and opens what it opens', async () => {
    const { chat, id } = await openUnreviewed(desk);
    const { page } = chat;
    await page.setViewport({ width, height: 640 });
    const button = (name: string): Promise<Control> =>
      until(`${name} is in the window`, async () =>
        (await controls(chat)).find((one) => one.shown && one.name === name && one.x >= 0 && one.x + one.width <= width),
      );
    const over = async (name: string): Promise<void> => {
      const { x, y, width: wide, height } = await button(name);
      await page.mouse.move(x + wide / 2, y + height / 2);
      // What is covered counts as such after a tenth of a second: a person rests longer.
      await frames(page, 20);
    };
    const clickNext = async (name: string): Promise<void> => {
      const { x, y, width: wide, height } = await button(name);
      await page.mouse.click(x + wide / 2, y + height / 2);
    };
    await until('the mark has its place in the narrow window', async () => {
      const before = JSON.stringify(await marks(chat));
      await frames(page, 40);
      return (await marks(chat)).every((mark) => mark && mark.x + mark.width <= width) && JSON.stringify(await marks(chat)) === before;
    });
    await hover(chat, id);
    await over(overlay['rail.up']);
    await clickNext(overlay['rail.down']);
    await becomes(desk.driven, 'the thumb is stored', id, ({ rating }) => rating === -1);

    await over(overlay['rail.flag']);
    await clickNext(overlay['rail.correct']);
    const editor = await until('the editor is open', async () =>
      (await controls(chat)).find(({ role, shown }) => role === 'iframe' && shown),
    );
    expect(editor.x).toBeGreaterThanOrEqual(0);
    expect(editor.x + editor.width).toBeLessThanOrEqual(width);
    await page.close();
  });
});

const marks = async (chat: ChatPage) => (await chat.answers()).map((answer) => answer.controls);

const frames = (page: Page, count: number): Promise<unknown> =>
  page.evaluate(
    (left) =>
      new Promise((done) => {
        const next = (): unknown => (left-- ? requestAnimationFrame(next) : done(null));
        next();
      }),
    count,
  );
