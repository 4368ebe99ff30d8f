/** How many presses a review costs, counted in real browsers; and every act that is one press. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { until } from '../setup/until.ts';
import { inFrames } from './ask.ts';
import { controls, hover, shownText } from './controls.ts';
import { openUnreviewed, setUp, type ChatPage, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';
import { becomes, newestOf } from './stored.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const open = () => openUnreviewed(desk);
  const shown = async (chat: ChatPage, name: RegExp) =>
    until(`${name} is shown`, async () => (await controls(chat)).find((control) => control.shown && name.test(control.name)));
  const onMark = async (chat: ChatPage): Promise<void> => {
    await inFrames(desk.driven, chat.url, 'page.focusNext');
    await until('the mark has the focus', () =>
      chat.page.evaluate(() => document.activeElement === document.documentElement.lastElementChild),
    );
  };

  test('a whole review is one click', async () => {
    const { chat, id } = await open();
    const clicks = await counted(chat.page);
    await hover(chat, id);
    const thumb = await shown(chat, new RegExp(`^${overlay['rail.down']}`));
    await chat.page.mouse.click(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
    const review = await becomes(desk.driven, 'the thumb is stored', id, ({ rating }) => rating === -1);
    expect(review.status).toBe('final');
    expect(await clicks()).toBe(1);
    await chat.page.keyboard.press('Escape');
    await chat.page.close();
  });

  test('select and one key: a flag with its category on exactly these words', async () => {
    const { chat, id } = await open();
    await drag(chat.page, chat.frame, '27.3 days');
    await shown(chat, /^Flag this/);
    await chat.page.keyboard.press('1');
    const { flags } = await becomes(desk.driven, 'the flag is stored', id, (review) => review.flags.length > 0);
    expect(flags).toMatchObject([{ category: 'wrong', severity: 'major', span: { quote: { exact: '27.3 days' } } }]);
    await until('"Saved" is shown', async () => (await shownText(chat)).includes(overlay.saved));
    await chat.page.close();
  });

  test('a digit typed into the page’s own field is the page’s, also while words are selected', async () => {
    const { chat, id } = await open();
    const before = await newestOf(desk.driven, id);
    await chat.page.focus('textarea');
    await chat.frame.evaluate(selectWords, '27.3 days');
    await shown(chat, /^Flag this/);
    await chat.page.evaluate(() => {
      const heard = Object.assign(globalThis, { heard: [] as string[] }).heard;
      window.addEventListener('keydown', ({ key }) => heard.push(key));
    });
    await chat.page.keyboard.press('2');
    expect(await chat.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(['2']);
    expect(await newestOf(desk.driven, id)).toEqual(before);
    await chat.page.close();
  });

  test('decisions: one key each, the same key takes it back; approving a correction approves that edit', async () => {
    const { chat, id } = await open();
    const { keyboard } = chat.page;
    await onMark(chat);
    const start = (await newestOf(desk.driven, id))?.revision ?? 0;
    await keyboard.press('a');
    await becomes(desk.driven, 'it is approved', id, ({ decision }) => decision === 'approve');
    await keyboard.press('r');
    await becomes(desk.driven, 'it is rejected', id, ({ decision }) => decision === 'reject');
    await keyboard.press('r');
    await becomes(desk.driven, 'that is taken back', id, ({ decision, revision }) => decision === null && revision === start + 3);
    await keyboard.press('c');
    const editor = await until('the editor is open', () => chat.page.frames().find((frame) => frame.parentFrame() === chat.frame));
    await until('it has the focus', () => editor.evaluate(() => document.activeElement?.localName === 'textarea' && document.hasFocus()));
    await keyboard.type('Better. ');
    await keyboard.press('Escape');
    await becomes(desk.driven, 'the correction is final', id, ({ correction, status }) => correction !== null && status === 'final');
    // While the editor has the focus it looks from the page as if the mark had it.
    await until('the editor is closed', () => editor.detached);
    await until('the mark has the focus', () =>
      chat.page.evaluate(() => document.activeElement === document.documentElement.lastElementChild),
    );
    await keyboard.press('a');
    await becomes(desk.driven, 'it is approved with the edit', id, ({ decision }) => decision === 'edit');
    await keyboard.press('z');
    await becomes(desk.driven, 'undone', id, ({ decision, correction }) => decision === null && correction !== null);
    await chat.page.close();
  });

  test('typing finds a category that has no digit of its own', async () => {
    const { chat, id } = await open();
    const { keyboard } = chat.page;
    await onMark(chat);
    await keyboard.press('f');
    await until('the menu is open', async () => (await controls(chat)).some(({ role }) => role === 'menu'));
    await keyboard.type('othe');
    await until('one fits', async () => (await controls(chat)).filter(({ role }) => role === 'menuitem').length === 1);
    await keyboard.press('1');
    await becomes(desk.driven, 'the flag is stored', id, ({ flags }) => flags.some(({ category }) => category === 'other'));
    await chat.page.close();
  });

  // Firefox's protocol knows no touch that a page hears.
  if (kind === 'chromium')
    test('on touch: two taps', async () => {
      const { chat, id } = await open();
      const { page } = chat;
      const { width, height } = page.viewport()!;
      await page.setViewport({ width, height, hasTouch: true });
      const mark = await until('the mark is shown', async () => (await chat.answers()).find((answer) => answer.id === id)?.controls);
      await page.touchscreen.tap(mark.x + mark.width / 2, mark.y + mark.height / 2);
      const thumb = await shown(chat, new RegExp(`^${overlay['rail.up']}`));
      await page.touchscreen.tap(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
      await becomes(desk.driven, 'the thumb is stored', id, ({ rating }) => rating === 1);
      await page.close();
    });
});

/** Counts presses of the mouse from now on, as the page's window meets them. */
async function counted(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = Object.assign(globalThis, { presses: 0 });
    window.addEventListener('pointerdown', () => counter.presses++, { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { presses: number }).presses);
}

/** Selects words as a person does: from their first letter to their last with the mouse held down. */
async function drag(page: Page, frame: Frame, words: string): Promise<void> {
  const ends = await frame.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    }
    throw new Error(`"${wanted}" is not on the page`);
  }, words);
  await page.mouse.move(ends.left + 0.5, ends.y);
  await page.mouse.down();
  await page.mouse.move(ends.right - 0.5, ends.y, { steps: 8 });
  await page.mouse.up();
}

/** Runs in the page: selects words without moving the focus. */
function selectWords(wanted: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(wanted);
    if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
  }
}
