/** The page stays as it was: the same nodes, nothing moved, also where the page forbids nearly everything. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { until } from '../setup/until.ts';
import { demand } from './ask.ts';
import { hover, pressBeside, shownText } from './controls.ts';
import { allFinal, openChat, setUp, type ChatPage, type Desk } from './desk.ts';
import { named } from './names.ts';
import type { Kind } from './launch.ts';
import { ownDom } from './ownDom.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());

  test.each(['assistant-ui', 'deep-chat', 'flowise'])('%s: its own DOM is the same before and after, and nothing shifts', async (id) => {
    await demand(desk.driven, 'site.disable', { origin: desk.chat.origin });
    const chat = await openChat(desk, id);
    const before = await settled(chat);
    await chat.page.evaluate(countShifts);
    await demand(desk.driven, 'site.enable', { origin: desk.chat.origin });
    const [first] = await allFinal(chat, 2);
    await until('the controls are there', async () => (await chat.answers()).every(({ controls }) => controls));
    expect(await ownDom(chat.page)).toBe(before);

    await hover(chat, first!.id);
    await pressBeside(chat, first!.id, named(overlay['rail.up']));
    await until('"Saved" is shown', async () => (await shownText(chat)).includes(overlay.saved));
    // Where the mouse is, the page's own styles and toolbars answer it: they are not ours to compare.
    await chat.page.mouse.move(1, 1);
    await until('the DOM is as it was', async () => (await ownDom(chat.page)) === before);
    expect(await chat.page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts)).toBe(0);
    await chat.page.close();
  });

  test('works under a strict CSP with Trusted Types', async () => {
    const chat = await openChat(desk, 'assistant-ui', 'csp');
    const violations: string[] = [];
    chat.page.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text());
    });
    const [first] = await allFinal(chat, 2);
    await pressBeside(chat, first!.id, named(overlay['rail.up']));
    await until('"Saved" is shown', async () => (await shownText(chat)).includes(overlay.saved));
    await pressBeside(chat, first!.id, named(overlay['rail.correct']));
    const editor = await until('the editor is open', () => chat.page.frames().find((frame) => frame.parentFrame() === chat.frame));
    await until('the editor holds the answer', () =>
      editor.evaluate(() => document.querySelector('textarea')?.value.includes('**same time**')),
    );
    expect(violations).toEqual([]);
  });

  test('a site that is turned off is left, with everything of ours', async () => {
    const chat = await openChat(desk, 'assistant-ui');
    await allFinal(chat, 2);
    await demand(desk.driven, 'site.disable', { origin: desk.chat.origin });
    await until('our host is gone', () => chat.page.evaluate(() => document.documentElement.children.length === 2));
  });
});

/** The page's tree once it stands still: the same twice in a row, with both answers in it. */
async function settled(chat: ChatPage): Promise<string> {
  let last = '';
  return until('the page stands still', async () => {
    const now = await ownDom(chat.page);
    const still = now === last && now.length > 2000;
    last = now;
    return still && now;
  });
}

/** Runs in the page: adds up layout shifts from now on. Firefox has no such measure: there it stays 0. */
function countShifts(): void {
  const target = globalThis as unknown as { shifts: number };
  target.shifts = 0;
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) target.shifts += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift' });
}
