/** The whole review by keyboard alone; and the same review in a second tab and after a reload. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import type { Review } from '../../lib/model/review.ts';
import { until } from '../setup/until.ts';
import { inFrames, records } from './ask.ts';
import { controls, shownText } from './controls.ts';
import { allFinal, openChat, setUp, type ChatPage, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());

  /** The newest stored revision of the answer's review. */
  const newest = async (answerId: string): Promise<Review | undefined> =>
    (await records<Review>(desk.driven, 'reviews'))
      .filter((review) => review.answerId === answerId)
      .toSorted((a, b) => a.revision - b.revision)
      .at(-1);
  const becomes = (what: string, answerId: string, holds: (review: Review) => boolean) =>
    until(what, async () => {
      const review = await newest(answerId);
      return review && holds(review) ? review : null;
    });
  const focused = (chat: ChatPage) => chat.page.evaluate(() => document.activeElement === document.documentElement.lastElementChild);

  test('rate, flag, undo, correct and leave, without the mouse', async () => {
    const chat = await openChat(desk, 'assistant-ui');
    const [first] = await allFinal(chat, 2);
    const id = first!.id;
    const { keyboard } = chat.page;
    await chat.page.focus('textarea');
    await chat.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      for (const type of ['keydown', 'keyup', 'keypress'])
        document.addEventListener(type, (event) => seen.push((event as KeyboardEvent).key), true);
    });
    await until('the controls are there', async () => (await chat.answers()).every(({ controls }) => controls));
    await inFrames(desk.driven, chat.url, 'page.focusNext');
    await until('the mark has the focus', () => focused(chat));

    await keyboard.press('u');
    await becomes('the thumb is stored', id, ({ rating }) => rating === 1);
    await keyboard.press('f');
    await until('the menu is open', async () => (await controls(chat)).some(({ role }) => role === 'menu'));
    await keyboard.press('2');
    await becomes('the flag is stored', id, ({ flags }) => flags[0]?.category === 'invented-source' && flags[0].severity === 'major');
    await until('"Saved" is shown', async () => (await shownText(chat)).includes(overlay.saved));
    await keyboard.press('z');
    await becomes('the flag is taken back, the thumb stays', id, ({ flags, rating }) => flags.length === 0 && rating === 1);

    await keyboard.press('c');
    const editor = await until('the editor is open', () => chat.page.frames().find((frame) => frame.parentFrame() === chat.frame));
    await until('the editor has the focus', () =>
      editor.evaluate(() => document.activeElement?.localName === 'textarea' && document.hasFocus()),
    );
    await keyboard.type('Corrected. ');
    await keyboard.press('Escape');
    await becomes(
      'the correction is final',
      id,
      ({ correction, status }) => status === 'final' && Boolean(correction?.markdown.includes('Corrected. ')),
    );
    await until('the editor is closed', () => editor.detached);
    await until('the mark has the focus again', () => focused(chat));

    await keyboard.press('Escape');
    await until('the keyboard is where it was', () => chat.page.evaluate(() => document.activeElement?.localName === 'textarea'));
    expect(await chat.page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    await keyboard.type('ud');
    expect((await newest(id))?.rating).toBe(1);
    await chat.page.close();
  });

  test('a second tab shows the review as it is made, and so does a reload', async () => {
    const chat = await openChat(desk, 'assistant-ui');
    const second = await openChat(desk, 'assistant-ui', 'second');
    const [answer] = (await allFinal(chat, 2)).slice(1);
    await allFinal(second, 2);
    const shown = async (page: ChatPage) => (await page.answers()).find(({ id }) => id === answer!.id)?.review?.status;
    await until('the controls are there', async () => (await second.answers()).every(({ controls }) => controls));
    await second.page.bringToFront();
    await inFrames(desk.driven, second.url, 'page.focusNext');
    await until('the mark has the focus', () => focused(second));
    await second.page.keyboard.press('d');
    await becomes('the thumb is stored', answer!.id, ({ rating }) => rating === -1);
    await until('the first tab knows it', async () => (await shown(chat)) === 'final');
    await chat.page.reload();
    await allFinal(chat, 2);
    await until('the reloaded tab knows it', async () => (await shown(chat)) === 'final');
  });
});
