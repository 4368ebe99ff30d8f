/** Marks stay where they belong while real chat UIs move, and take nothing from the site. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InspectedAnswer, Rect } from '../../lib/model/inspection.ts';
import { uis } from '../chat-uis/uis.ts';
import { until } from '../setup/until.ts';
import { demand } from './ask.ts';
import { controls, hover } from './controls.ts';
import { allFinal, openChat, setUp, type ChatPage, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';
import { ownDom } from './ownDom.ts';

/** CSS pixels that a mark may be off. */
const tolerance = 2;
const assistants: Record<Kind, string[]> = {
  chromium: uis.filter(({ people }) => !people).map(({ id }) => id),
  firefox: ['assistant-ui', 'deep-chat'],
};

/** No name in them tells answers from prompts: they are found because one grew, so not again once all is written. */
const byGrowth = new Set(['chatbotify', 'chatscope', 'quasar']);

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());

  test.each(assistants[kind])('%s: marks follow whatever moves', async (id) => {
    const chat = await openChat(desk, id, 'delay=300&stream=3000');
    const { page } = chat;
    await page.setViewport({ width: 1280, height: 800 });
    await allFinal(chat, 2);
    const offsets = await atRest(chat);

    for (const [what, move] of moves(chat)) {
      await move();
      await until(`after ${what} all marks are in their places`, () => inPlace(chat, offsets));
    }
    await until('no point of the site’s controls lies under ours', async () => (await covered(chat)).length === 0);

    if (!byGrowth.has(id)) await anew(desk, chat);
    const own = await ownDom(chat.frame);
    await page.evaluate(countShifts);
    for (const { id: answer, controls: mark } of await chat.answers()) {
      if (!mark) continue;
      await hover(chat, answer);
      const rail = await until('the rail is open', async () =>
        (await controls(chat)).find(({ role, shown }) => role === 'toolbar' && shown),
      );
      expect(
        isInside(rail, await page.evaluate(() => ({ x: 0, y: 0, width: innerWidth, height: innerHeight }))),
        'the rail is in the window',
      ).toBe(true);
      await page.mouse.move(1, 1);
      await until('the rail is closed', async () => !(await controls(chat)).some(({ role, shown }) => role === 'toolbar' && shown));
    }
    await until('the page is as it was', async () => (await ownDom(chat.frame)) === own);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts)).toBe(0);
    await page.close();
  });
});

/** Placed again from nothing, marks stand where they came to stand step by step; and the page is as it is without us. */
async function anew({ driven, chat: { origin } }: Desk, chat: ChatPage): Promise<void> {
  const followed = await until('all rests', () => twice(chat));
  await demand(driven, 'site.disable', { origin });
  const own = await ownDom(chat.frame);
  await demand(driven, 'site.enable', { origin });
  await allFinal(chat, 2);
  await until('placed anew they stand where they stood', async () => {
    const answers = await chat.answers();
    return followed.every(({ id, controls: before }) => {
      const after = answers.find((one) => one.id === id)?.controls ?? null;
      return before && after ? near(before, after) : before === after;
    });
  });
  expect(await ownDom(chat.frame)).toBe(own);
}

type Offsets = Map<string, { x: number; y: number }>;

/** Where each mark stands relative to the end of its column and to its answer's first line, once nothing moves. */
async function atRest(chat: ChatPage): Promise<Offsets> {
  const answers = await until('all rests', () => twice(chat));
  const marks = inGutter(answers);
  expect(marks.length, 'marks in the gutter').toBeGreaterThan(0);
  return new Map(marks.map(({ id, rect, controls: mark }) => [id, { x: mark!.x - columnEnd(answers, rect), y: mark!.y - rect.y }]));
}

/** The answers when two looks, that many frames apart, saw the same, with marks. */
async function twice(chat: ChatPage, frames = 40): Promise<InspectedAnswer[] | null> {
  const one = await chat.answers();
  await chat.frame.evaluate(
    `new Promise((resolve) => { let left = ${frames}; const next = () => (left-- ? requestAnimationFrame(next) : resolve()); next(); })`,
  );
  const other = await chat.answers();
  return other.some((answer) => answer.controls) && JSON.stringify(boxes(one)) === JSON.stringify(boxes(other)) ? other : null;
}
const boxes = (answers: InspectedAnswer[]) => answers.map(({ id, rect, controls: mark }) => [id, rect, mark]);

const inGutter = (answers: InspectedAnswer[]) =>
  answers.filter(({ rect, controls: mark }) => mark && mark.x >= rect.x + rect.width && mark.y < rect.y + rect.height && rect.y >= 70);

const columnEnd = (answers: InspectedAnswer[], { x }: Rect): number =>
  Math.max(
    ...answers
      .map(({ rect }) => rect)
      .filter((rect) => Math.abs(rect.x - x) <= 8)
      .map((rect) => rect.x + rect.width),
  );

/** True when each mark in the gutter stands where its answer is now; an answer that hides under a bar has none, or a lower one. */
async function inPlace(chat: ChatPage, offsets: Offsets): Promise<boolean> {
  const answers = (await twice(chat, 12)) ?? [];
  const marks = inGutter(answers).filter(({ id }) => offsets.has(id));
  const off = marks.filter(({ id, rect, controls: mark }) => {
    const { x, y } = offsets.get(id)!;
    return Math.abs(mark!.y - rect.y - y) > tolerance || Math.abs(mark!.x - columnEnd(answers, rect) - x) > tolerance;
  });
  if (off.length > 0) throw new Error(JSON.stringify({ off: boxes(off), offsets: [...offsets], all: boxes(answers) }));
  return marks.length > 0 || answers.some(({ controls: mark }) => mark);
}

/** What a person, a page and a browser do, one after the other. */
function moves({ page, frame, kind }: ChatPage): [string, () => Promise<unknown>][] {
  const inScroller = (act: string) =>
    frame.evaluate(`{
      const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
      const scrolls = all(document).filter((one) => one.scrollHeight > one.clientHeight + 20 && /auto|scroll/.test(getComputedStyle(one).overflowY));
      const scroller = scrolls.toSorted((a, b) => b.clientHeight * b.clientWidth - a.clientHeight * a.clientWidth)[0] ?? document.scrollingElement;
      ${act}
    }`);
  const cdp = async (method: 'Emulation.setPageScaleFactor', params: { pageScaleFactor: number }): Promise<void> => {
    const session = await page.createCDPSession();
    await session.send(method, params);
    await session.detach();
  };
  return [
    ['scrolling inside', () => inScroller('scroller.scrollTop -= 45')],
    ['scrolling back', () => inScroller('scroller.scrollTop = scroller.scrollHeight')],
    ['content growing above', () => inScroller("scroller.style.paddingTop = '57px'")],
    ['scrolling the page', () => frame.evaluate("document.body.style.paddingBottom = '900px'; scrollTo(0, 30)")],
    ['scrolling it back', () => frame.evaluate("document.body.style.paddingBottom = ''; scrollTo(0, 0)")],
    [
      'a side panel',
      () => frame.evaluate("document.body.style.transition = 'margin-inline-end 0.2s'; document.body.style.marginInlineEnd = '150px'"),
    ],
    ['its end', () => frame.evaluate("document.body.style.marginInlineEnd = ''")],
    ['a window that is smaller', () => page.setViewport({ width: 1040, height: 740 })],
    ['zoom by the browser', () => page.setViewport({ width: 853, height: 640, deviceScaleFactor: 1.5 })],
    ...(kind === 'chromium'
      ? ([
          ['zoom by fingers', () => cdp('Emulation.setPageScaleFactor', { pageScaleFactor: 1.1 })],
          ['no zoom', () => cdp('Emulation.setPageScaleFactor', { pageScaleFactor: 1 })],
        ] as [string, () => Promise<unknown>][])
      : []),
    ['a font that has another width', () => inScroller("scroller.style.fontFamily = 'Late, monospace'")],
    [
      'its loading',
      () =>
        frame.evaluate(
          `{ const face = new FontFace('Late', 'local("DejaVu Serif")'); document.fonts.add(face); face.load().catch(() => null).then(() => null); }`,
        ),
    ],
    ['the window as it was', () => page.setViewport({ width: 1280, height: 800 })],
  ];
}

/** Each point of the site's own controls, 5 px apart, where our marks would take the press. */
function covered({ frame }: ChatPage): Promise<string[]> {
  return frame.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    const ours = new Set([...document.documentElement.children].filter((one) => one !== document.head && one !== document.body));
    const found: string[] = [];
    for (const element of all(document.body)) {
      if (!element.matches('button,a,input,textarea,select,[role=button],[contenteditable]')) continue;
      // Copies that measure a text for another are not there to be pressed.
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      for (let x = left + 1; x < right; x += 5)
        for (let y = top + 1; y < bottom; y += 5) {
          const hit = document.elementFromPoint(x, y);
          if (hit && ours.has(hit)) found.push(`${element.localName} at ${x}, ${y}`);
        }
    }
    return found;
  });
}

const near = (one: Rect, other: Rect): boolean => Math.abs(one.x - other.x) <= tolerance && Math.abs(one.y - other.y) <= tolerance;

const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Runs in the page: adds up layout shifts from now on. Firefox has no such measure: there it stays 0. */
function countShifts(): void {
  const target = globalThis as unknown as { shifts: number };
  target.shifts = 0;
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) target.shifts += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift' });
}
