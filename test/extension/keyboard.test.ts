/** The whole review by keyboard alone; and the same review in a second tab and after a reload. */
import type { KeyInput } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { panels } from '../../lib/i18n/locales/en/panels.ts';
import type { Review } from '../../lib/model/review.ts';
import { until } from '../setup/until.ts';
import { inFrames, records } from './ask.ts';
import { controls } from './controls.ts';
import { allFinal, openChat, openUnreviewed, setUp, type ChatPage, type Desk } from './desk.ts';
import { steps, type Step } from './flow.ts';
import { isHeard } from './heard.ts';
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

  /** What has the keyboard: role and name, in our controls, in the framed editor, else in the page. */
  const at = async (chat: ChatPage): Promise<string> => {
    const own = (await controls(chat)).find((control) => control.focused);
    if (own && own.role !== 'iframe') return `${own.role} ${own.name}`;
    const [framed] = own ? chat.frame.childFrames() : [chat.frame];
    return framed!.evaluate(() => {
      const active = document.hasFocus() ? (document.activeElement as HTMLInputElement) : null;
      return `${active?.localName} ${active?.labels?.[0]?.textContent || active?.textContent}`;
    });
  };
  /** `Shift+Tab` */
  const pressed = async ({ page }: ChatPage, combination: string): Promise<void> => {
    const keys = combination.split('+') as KeyInput[];
    for (const key of keys) await page.keyboard.down(key);
    for (const key of keys.toReversed()) await page.keyboard.up(key);
  };
  const take = async (chat: ChatPage, id: string, { press, type, at: wanted, kept, heard: said = [] }: Step): Promise<void> => {
    const what = press ?? type ?? '';
    if (press) await pressed(chat, press);
    if (type) await chat.page.keyboard.type(type);
    let seen = '';
    await until(`${what} leads to ${wanted}`, async () => (seen = await at(chat)).startsWith(wanted)).catch(() =>
      expect.fail(`${what} leads to ${seen}, not to ${wanted}`),
    );
    if (kept) await becomes(`what ${what} does is stored`, id, kept);
    for (const one of said) await until(`after ${what} one hears ${one}`, () => isHeard(chat, one));
  };

  test('the whole review, without the mouse, and as it is heard', async () => {
    const { chat, id } = await openUnreviewed(desk);
    await chat.page.focus('textarea');
    await chat.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      for (const type of ['keydown', 'keyup', 'keypress'])
        document.addEventListener(type, (event) => seen.push((event as KeyboardEvent).key), true);
    });
    await inFrames(desk.driven, chat.url, 'page.focusNext');
    await until('the mark has the keyboard', async () => (await at(chat)).startsWith(`button ${overlay['mark.none']}`));
    for (const step of steps) await take(chat, id, step);
    await chat.page.keyboard.press('Escape');
    await until('the keyboard is where it was', async () => (await at(chat)).startsWith('textarea'));
    expect(await chat.page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    await chat.page.keyboard.type('ud');
    expect((await newest(id))?.rating).toBe(1);

    // From its first letter on, where the browser's own search or caret leaves it, the arrows select a passage.
    await chat.frame.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const node = () => walker.currentNode as Text;
      while (walker.nextNode() && !node().data.includes('27.3 days'));
      const at = node().data.indexOf('27.3 days');
      getSelection()?.setBaseAndExtent(node(), at, node(), at + 1);
      (globalThis as unknown as { seen: string[] }).seen.length = 0;
    });
    for (const _ of '7.3') await pressed(chat, 'Shift+ArrowRight');
    await until('the passage can be flagged', async () =>
      (await controls(chat)).some(({ name }) => name.startsWith(panels['flag.selection'])),
    );
    await chat.page.keyboard.press('4');
    const exact = (review: Review) => review.flags.find(({ span }) => span)?.span?.quote.exact;
    await becomes('the passage is flagged', id, (review) => exact(review) === '27.3');
    expect(await chat.page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).not.toContain('4');

    // Its number is a stop of Tab, behind the rails.
    await inFrames(desk.driven, chat.url, 'page.focusNext');
    let now = await until('the other mark has the keyboard', async () => (await at(chat)).startsWith('button Review') && at(chat));
    for (let stop = 0; stop < 15 && !now.startsWith('button Flag 1'); stop++) {
      const before = now;
      await pressed(chat, 'Tab');
      now = await until('Tab goes on', async () => (await at(chat)) !== before && at(chat));
    }
    await take(chat, id, {
      press: 'Enter',
      at: `menuitemradio ${overlay['category.wrong']}`,
      heard: [`dialog "${panels['menu.passage']}"`],
    });
    await take(chat, id, {
      press: '1',
      at: 'button Reviewed',
      kept: ({ flags }) => flags.some((flag) => flag.span && flag.category === 'wrong'),
    });
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

  test('a mark that was covered for a while has the keyboard again', async () => {
    const { chat } = await openUnreviewed(desk);
    await chat.page.bringToFront();
    await inFrames(desk.driven, chat.url, 'page.focusNext');
    const isAt = () => focused(chat);
    await until('the mark has the keyboard', isAt);
    await chat.frame.evaluate(() => {
      const sheet = document.createElement('div');
      sheet.id = 'sheet';
      sheet.style.cssText = 'position:fixed;inset:0;z-index:9;background:white';
      document.body.append(sheet);
      dispatchEvent(new Event('resize'));
    });
    await until('it has lost it', async () => !(await isAt()));
    await chat.frame.evaluate(() => document.querySelector('#sheet')?.remove());
    await chat.frame.evaluate(() => dispatchEvent(new Event('resize')));
    await until('the mark has the keyboard again', isAt);
    await chat.page.close();
  });
});
