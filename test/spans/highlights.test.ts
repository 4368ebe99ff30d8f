/** Flagged passages on a page in Chromium: what is painted, where the numbers hang, what lies under the pointer. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundle, openChromium } from '../bench/browser.ts';
import { browserPath } from '../setup/browsers.ts';
import type { Spans } from './shown.ts';

const ready = browserPath('chromium') !== undefined;
const html = `<!doctype html><style>body{margin:20px;font:16px/24px sans-serif}#scroller{height:60px;overflow:auto}</style>
<div id="one"><p>The quick brown fox jumps over the lazy dog, and then it sleeps.</p><p>Nothing <b>else</b> happens here.</p></div>
<div id="two" dir="rtl"><p>שלום עולם, זה מבחן.</p></div>
<div id="scroller"><div id="three"><p>Seen words</p><p style="margin-top:200px">Hidden words</p></div></div>
<div id="host"></div>`;

let browser: Browser;
let script: string;
let page: Page;
beforeAll(async () => {
  if (ready) [browser, script] = await Promise.all([openChromium(), bundle(`import '${join(import.meta.dirname, 'shown.ts')}';`)]);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  if (!ready) return;
  page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(script);
});
afterEach(() => page?.close());

const painted = (): Promise<ReturnType<Spans['painted']>> => page.evaluate(() => spans.painted());

/** Flags "quick brown fox" and what overlaps it, listed out of order. */
const showOne = (): Promise<string> =>
  page.evaluate(() => {
    const one = document.querySelector('#one')!;
    const flags = spans.flags(
      one,
      ['c', 'critical', 'brown fox jumps'],
      ['d', 'minor', 'sleeps.\nNothing else'],
      ['a', 'minor', 'quick brown fox'],
      ['b', 'minor', 'brown'],
    );
    const before = document.documentElement.outerHTML;
    spans.highlights.show([{ answer: spans.answer(one), flags }]);
    return before === document.documentElement.outerHTML ? 'untouched' : 'changed';
  });

describe.skipIf(!ready)('highlights', () => {
  test('passages that overlap are painted in lines of their own, the gravest on top, and the page is untouched', async () => {
    expect(await showOne()).toBe('untouched');
    expect(await painted()).toEqual({
      'h-a0': ['quick brown fox', 'sleeps.Nothing else'],
      'h-a1': ['brown'],
      'h-c2': ['brown fox jumps'],
    });
    expect(await page.evaluate(() => ['h-a0', 'h-c2'].map((name) => CSS.highlights.get(name)!.priority))).toEqual([0, 2]);
  });

  test('numbers follow the text, and hang at the end of the last line', async () => {
    await showOne();
    const { marks, ends } = await page.evaluate(() => {
      const right = (words: string): number[] => {
        for (const node of [...document.querySelectorAll('#one p, #one b')].map(({ firstChild }) => firstChild as Text)) {
          const at = node.data.indexOf(words);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + words.length);
          const box = range.getBoundingClientRect();
          return [box.right, box.top];
        }
        return [];
      };
      return { marks: spans.highlights.marks(), ends: ['quick brown fox', 'brown', 'brown fox jumps', 'else'].map(right) };
    });
    expect(marks.map(({ flagId, number, severity }) => [flagId, number, severity])).toEqual([
      ['a', 1, 'minor'],
      ['b', 2, 'minor'],
      ['c', 3, 'critical'],
      ['d', 4, 'minor'],
    ]);
    marks.forEach(({ rect, isRtl }, index) => {
      expect(rect.x).toBeCloseTo(ends[index]![0]!, 1);
      expect(rect.y).toBeCloseTo(ends[index]![1]!, 1);
      expect(isRtl).toBe(false);
    });
  });

  test('a number of words that run to the left hangs on their left', async () => {
    const { mark, box } = await page.evaluate(() => {
      const two = document.querySelector('#two')!;
      spans.highlights.show([{ answer: spans.answer(two), flags: spans.flags(two, ['a', 'major', 'שלום עולם']) }]);
      const range = document.createRange();
      range.setStart(two.querySelector('p')!.firstChild!, 0);
      range.setEnd(two.querySelector('p')!.firstChild!, 9);
      return { mark: spans.highlights.marks()[0]!, box: range.getBoundingClientRect().toJSON() as DOMRect };
    });
    expect(mark).toMatchObject({ isRtl: true, number: 1 });
    expect(mark.rect.x).toBeCloseTo(box.left, 1);
  });

  test('what is scrolled out of sight has no number', async () => {
    const seen = await page.evaluate(() => {
      const three = document.querySelector('#three')!;
      const flags = spans.flags(three, ['seen', 'major', 'Seen'], ['hidden', 'major', 'Hidden']);
      spans.highlights.show([{ answer: spans.answer(three), flags }]);
      const first = spans.highlights.marks().map(({ flagId }) => flagId);
      document.querySelector('#scroller')!.scrollTop = 1000;
      return [first, spans.highlights.marks().map(({ flagId }) => flagId)];
    });
    expect(seen).toEqual([['seen'], ['hidden']]);
  });

  test('the flags under a point are found, the shortest first, unless something covers them', async () => {
    await showOne();
    const found = await page.evaluate(() => {
      const at = (name: string): { x: number; y: number } => {
        const [range] = CSS.highlights.get(name)!;
        const { left, width, top, height } = (range as Range).getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      };
      const ids = ({ x, y }: { x: number; y: number }): string[] => spans.highlights.flagsAt(x, y).map(({ flagId }) => flagId);
      const brown = at('h-a1');
      const beside = ids({ x: innerWidth - 5, y: brown.y });
      const plain = ids(brown);
      const cover = document.body.appendChild(document.createElement('div'));
      cover.style.cssText = 'position:fixed;inset:0';
      return { beside, plain, covered: ids(brown) };
    });
    expect(found).toEqual({ beside: [], plain: ['b', 'a', 'c'], covered: [] });
  });

  test('one passage is lit at a time', async () => {
    await showOne();
    const lit = await page.evaluate(() => [
      spans.highlights.light({ answerId: 'one', flagId: 'b' })!.width > 10,
      spans.painted()['h-z'],
      spans.highlights.light({ answerId: 'one', flagId: 'gone' }),
      spans.painted()['h-z'] ?? null,
    ]);
    expect(lit).toEqual([true, ['brown'], null, null]);
  });

  test('a passage that is gone is reported, and nothing is painted for it', async () => {
    const said = await page.evaluate(() => {
      const one = document.querySelector('#one')!;
      const flags = spans.flags(one, ['a', 'major', 'quick brown fox'], ['b', 'major', 'Nothing else']);
      one.querySelector('p')!.textContent = 'Another answer altogether.';
      spans.highlights.show([{ answer: spans.answer(one), flags }]);
      return { orphaned: spans.highlights.orphaned(), painted: spans.painted() };
    });
    expect(said).toEqual({ orphaned: [{ answerId: 'one', flagId: 'a' }], painted: { 'h-b0': ['Nothing else'] } });
  });

  test('when the page renders the answer anew the ranges are new, and none stays on what left', async () => {
    await showOne();
    const now = await page.evaluate(() => {
      const one = document.querySelector('#one')!;
      const flags = spans.flags(one, ['a', 'major', 'quick brown fox']);
      spans.highlights.show([{ answer: spans.answer(one), flags }]);
      const [kept] = CSS.highlights.get('h-b0')!;
      spans.highlights.show([{ answer: spans.answer(one), flags }]);
      const [same] = CSS.highlights.get('h-b0')!;
      const copy = one.cloneNode(true) as Element;
      one.replaceWith(copy);
      const lost = spans.highlights.marks().length;
      spans.highlights.show([{ answer: spans.answer(copy), flags }]);
      const all = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
      return { isKept: kept === same, lost, words: all.map(String), inPage: all.every((range) => copy.contains(range.startContainer)) };
    });
    expect(now).toEqual({ isKept: true, lost: 0, words: ['quick brown fox'], inPage: true });
  });

  test('a page that assigns its own style sheets gets ours back, and keeps its own', async () => {
    await showOne();
    const sheets = await page.evaluate(() => {
      const own = new CSSStyleSheet();
      const before = document.adoptedStyleSheets.length;
      document.adoptedStyleSheets = [own];
      spans.highlights.marks();
      const back = [document.adoptedStyleSheets.length, document.adoptedStyleSheets.includes(own)];
      spans.end();
      return { before, back, after: document.adoptedStyleSheets.length, painted: spans.painted() };
    });
    expect(sheets).toEqual({ before: 1, back: [2, true], after: 1, painted: {} });
  });

  test('an answer in a shadow root is marked there, and the root is left as it was', async () => {
    const said = await page.evaluate(() => {
      const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
      const inner = root.appendChild(document.createElement('div'));
      inner.textContent = 'Words in a shadow root';
      spans.highlights.show([{ answer: spans.answer(inner), flags: spans.flags(inner, ['a', 'major', 'shadow']) }]);
      const [range] = CSS.highlights.get('h-b0')!;
      const { left, top } = (range as Range).getBoundingClientRect();
      const shown = [root.adoptedStyleSheets.length, spans.highlights.marks().length, spans.highlights.flagsAt(left + 4, top + 4).length];
      spans.highlights.show([]);
      return { shown, after: root.adoptedStyleSheets.length, painted: spans.painted() };
    });
    expect(said).toEqual({ shown: [1, 1, 1], after: 0, painted: {} });
  });

  test('showing measures nothing', async () => {
    await page.evaluate(() => {
      const fail = (): never => {
        throw new Error('measured');
      };
      Element.prototype.getBoundingClientRect = fail;
      Element.prototype.getClientRects = fail;
      Range.prototype.getBoundingClientRect = fail;
      Range.prototype.getClientRects = fail;
    });
    expect(await showOne()).toBe('untouched');
    expect(Object.keys(await painted())).toHaveLength(3);
  });
});
