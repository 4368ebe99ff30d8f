/** What was flagged goes back to the model: as a draft in the page's own composer, which nothing sends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedback } from '../../lib/i18n/locales/en/feedback.ts';
import { until } from '../setup/until.ts';
import { inFrames } from './ask.ts';
import { controls, press, shownText } from './controls.ts';
import { openUnreviewed, setUp, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';
import { becomes } from './stored.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());

  test('from the controls beside the answer', async () => {
    const { chat, id } = await openUnreviewed(desk);
    const { page } = chat;
    await inFrames(desk.driven, chat.url, 'page.focusNext');
    await until('the mark has the focus', () => page.evaluate(() => document.activeElement === document.documentElement.lastElementChild));
    await page.keyboard.press('f');
    await until('the menu is open', async () => (await controls(chat)).some(({ role }) => role === 'menu'));
    await page.keyboard.press('3');
    await becomes(desk.driven, 'the flag is stored', id, ({ flags }) => flags.length === 1);
    await page.keyboard.press('m');
    await press(chat, new RegExp(`^${feedback['feedback.send']}$`));
    const draft = await until('the draft stands in the composer', () =>
      page.evaluate(() => document.querySelector('textarea')?.value || null),
    );
    expect(draft).toContain('Outdated');
    await until('it is said', async () => (await shownText(chat)).includes(feedback['feedback.drafted']));
    expect(await chat.answers(), 'nothing was sent').toHaveLength(2);
    await page.close();
  });
});
