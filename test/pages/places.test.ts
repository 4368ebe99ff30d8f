/** Where marks come to stand on pages of every kind of layout, in Chromium, without the extension around it. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, openAt, openChromium } from '../bench/browser.ts';
import { until } from '../setup/until.ts';
import type { Place } from '../../lib/overlay/place.ts';
import { covered, layouts } from './layoutsAtRandom.ts';

const lib = join(import.meta.dirname, '../../lib');
/** Follows each `.text` in its `.message`; `places` is what was told last. */
const entry = `
  import { follow } from '${lib}/overlay/follow.ts';
  const host = document.createElement('div');
  document.documentElement.append(host);
  globalThis.followAll = (root = document) => {
    globalThis.places = [];
    globalThis.rounds = 0;
    const following = follow({ window, host, signal: new AbortController().signal, onPlaces(places) {
      globalThis.places = [...places].map(([id, place]) => ({ id, ...place }));
      globalThis.rounds++;
    } });
    following.set([...root.querySelectorAll('.message')].map((element, at) => ({ id: String(at), element, blocks: [...element.querySelectorAll('.text')] })));
  };
`;

let browser: Browser;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([openChromium(), bundle(entry)]);
});
afterAll(() => browser?.close());

type Told = Place & { id: string };

const style = `<style>
  body { margin: 0; font: 16px/24px sans-serif; }
  p { margin: 0; }
  .message { margin-block: 0 40px; }
  .row { display: flex; gap: 4px; }
  .row button { width: 30px; height: 30px; padding: 0; border: 0; }
</style>`;
const words = 'A sentence of several words that goes on for a while, so that its lines are full. '.repeat(4);
const full = 'x'.repeat(4000);
const row = '<div class="row"><button>a</button><button>b</button></div>';
const message = (text: string, rest = ''): string => `<div class="message"><p class="text">${text}</p>${rest}</div>`;

async function open(body: string): Promise<Page> {
  const page = await openAt(browser, 'https://places.example/', `<!doctype html>${style}<body>${body}</body>`, true);
  await page.setViewport({ width: 800, height: 600 });
  await page.evaluate(script);
  await page.evaluate('followAll()');
  return page;
}
const placesOf = (page: Page): Promise<Told[]> => page.evaluate('places') as Promise<Told[]>;
const spotsOf = async (page: Page): Promise<string[]> => (await placesOf(page)).map(({ id, spot }) => `${id} ${spot}`);
/** Waits until the answers stand at these spots. */
const become = (page: Page, spots: string[]): Promise<unknown> =>
  until(
    `the spots are ${spots.join(', ')}`,
    async () => {
      const now = await spotsOf(page);
      if (now.join() !== spots.join()) throw new Error(now.join());
      return true;
    },
    5000,
  );
const textBox = (page: Page, at: number): Promise<{ x: number; y: number; right: number; bottom: number }> =>
  page.evaluate((index) => {
    const { x, y, right, bottom } = document.querySelectorAll('.text')[index]!.getBoundingClientRect();
    return { x, y, right, bottom };
  }, at);

/** Waits until half a second goes by in which nothing is measured. */
async function rested(page: Page): Promise<void> {
  await page.evaluate(`{
    globalThis.reads = 0;
    const read = Element.prototype.getBoundingClientRect;
    Element.prototype.getBoundingClientRect = function () { globalThis.reads++; return read.call(this); };
  }`);
  let last = -1;
  await until('nothing is measured', async () => {
    const reads = (await page.evaluate(
      'new Promise((resolve) => { let left = 40; const next = () => (left-- ? requestAnimationFrame(next) : resolve(reads)); next(); })',
    )) as number;
    const still = reads === last;
    last = reads;
    return still;
  });
}

describe('the order of spots', () => {
  test.each([
    ['the gutter', `<main style="width: 600px">${message(words, row)}${message('Short.')}</main>`, ['0 gutter', '1 gutter']],
    ['the end of the site’s buttons', message(words, row), ['0 row']],
    ['their beginning, where they stand at the end', message(words, row.replace('"row"', '"row" style="justify-content: end"')), ['0 row']],
    ['below', message(words), ['0 below']],
    [
      'a free corner',
      `<div style="width: 800px; padding-top: 20px">${message('Short.').replace('"message"', '"message" style="margin: 0"')}<p>${full}</p></div>`,
      ['0 corner'],
    ],
    ['nowhere', `<div style="overflow-wrap: anywhere; height: 590px; overflow: hidden">${message(full)}</div>`, []],
  ])('%s', async (_, body, spots) => {
    const page = await open(body);
    await become(page, spots);
    await page.close();
  });

  test('a bubble is not cut in two', async () => {
    const bubble = (text: string) =>
      `<div class="message" style="padding: 16px; width: fit-content; background: #ddd"><p class="text">${text}</p></div>`;
    const page = await open(`<main style="width: 600px">${bubble(words)}${bubble('Short.')}</main>`);
    await become(page, ['0 gutter', '1 gutter']);
    expect((await placesOf(page)).map(({ x }) => x)).toEqual([610, 610]);
    await page.close();
  });

  test('variants next to each other have theirs below', async () => {
    const page = await open(`<main style="display: flex; gap: 60px; width: 700px">${message(words)}${message(words)}</main>`);
    await become(page, ['0 below', '1 below']);
    await page.close();
  });

  test('in a shadow root', async () => {
    const page = await open('<div id="host"></div>');
    await page.evaluate(`{
      const root = document.getElementById('host').attachShadow({ mode: 'open' });
      const main = document.createElement('main');
      main.style.cssText = 'display: block; width: 600px; height: 300px; overflow: auto';
      const message = document.createElement('div'); message.className = 'message';
      const text = document.createElement('p'); text.className = 'text'; text.textContent = ${JSON.stringify(words.repeat(8))};
      message.style.width = '500px'; message.append(text); main.append(message); root.append(main);
      followAll(root);
    }`);
    await become(page, ['0 gutter']);
    // Scrolling in there is not heard outside.
    await page.evaluate("document.getElementById('host').shadowRoot.querySelector('main').scrollTop = 10_000");
    await until('the mark went along', async () => (await placesOf(page))[0]?.y === 4);
    await page.close();
  });
});

describe('right to left', () => {
  test('the gutter is on the left, and the rail opens the other way', async () => {
    const page = await open(`<div dir="rtl"><main style="width: 500px">${message('Short.')}</main></div>`);
    await become(page, ['0 gutter']);
    const [place] = await placesOf(page);
    const { x } = await textBox(page, 0);
    expect(place!.x).toBe(x - 10 - 28);
    expect(place!.open).toBe('end');
    expect(place!.rail.x + place!.rail.width).toBeLessThanOrEqual(place!.x);
    await page.close();
  });
});

describe('bars of the site', () => {
  test.each([
    ['sticky', '<header style="position: sticky; top: 0; height: 60px; background: #eee">Title</header>', ''],
    [
      'fixed, outside of the scroller',
      '<header style="position: fixed; inset: 0 0 auto; height: 60px; background: #eee">Title</header>',
      'height: 600px; overflow: auto',
    ],
  ])('below a header that is %s', async (_, header, scroller) => {
    const page = await open(
      `${header}<div id="list" style="${scroller}"><main style="width: 600px">${message(words.repeat(20))}${message('End.')}</main></div>`,
    );
    await page.evaluate(
      "(getComputedStyle(document.getElementById('list')).overflowY === 'auto' ? document.getElementById('list') : document.scrollingElement).scrollTop = 200",
    );
    await until('the mark stands below the header', async () => (await placesOf(page))[0]?.y === 64);
    await page.close();
  });

  test('above a composer: no rail reaches into it', async () => {
    const page = await open(
      `<main style="width: 600px">${message('One.')}${message('Two.')}${message('Three.')}</main><footer style="position: fixed; inset: auto 0 0; height: 280px; background: #eee">Composer</footer>`,
    );
    await become(page, ['0 gutter', '1 gutter', '2 gutter']);
    for (const { rail } of await placesOf(page)) expect(rail.y + rail.height).toBeLessThanOrEqual(320);
    await page.close();
  });
});

describe('goes with its answer', () => {
  test.each([
    ['display', "document.querySelector('.message').style.display = 'none'"],
    ['visibility', "document.querySelector('.message').style.visibility = 'hidden'; dispatchEvent(new Event('click'))"],
    ['opacity', "document.querySelector('.message').style.opacity = '0'; dispatchEvent(new Event('click'))"],
    ['content-visibility', "document.querySelector('main').style.contentVisibility = 'hidden'"],
    ['a folded part', "document.querySelector('details').open = false"],
    ['its scroller', "document.querySelector('#list').scrollTop = 10_000"],
    ['removal', "document.querySelector('main').remove()"],
  ])('hidden by %s', async (_, hide) => {
    const page = await open(
      `<details open><summary>Part</summary><div id="list" style="height: 200px; overflow: auto"><main style="width: 600px">${message('One.')}</main><div style="height: 3000px"></div></div></details>`,
    );
    await become(page, ['0 gutter']);
    await page.evaluate(hide);
    await become(page, []);
    await page.close();
  });

  test.each([
    ['the page', ''],
    ['a scroller', 'height: 300px; overflow: auto'],
  ])('follows when something above it grows in %s, with no event of any kind', async (_, scroller) => {
    const page = await open(
      `<div style="${scroller}"><div id="above">Above</div>${message(words.repeat(9)).replace('"message"', '"message" style="width: 600px"')}</div>`,
    );
    await become(page, ['0 gutter']);
    const before = (await placesOf(page))[0]!.y;
    await rested(page);
    await page.evaluate("document.getElementById('above').style.height = '90px'");
    await until('the mark went along', async () => (await placesOf(page))[0]!.y === before + 66);
    await page.close();
  });

  test('a mark is there as soon as its answer scrolls into view, not only when all rests', async () => {
    const page = await open(`<main style="width: 600px">${message(words, row).repeat(60)}</main>`);
    await until('marks are there', async () => (await placesOf(page)).length > 0);
    const seen = (await page.evaluate(`new Promise((resolve) => {
      const counts = [];
      const next = () => {
        counts.push(places.length);
        if (counts.length === 60) return resolve(counts);
        scrollBy(0, 40);
        requestAnimationFrame(next);
      };
      next();
    })`)) as number[];
    expect(Math.min(...seen.slice(2))).toBeGreaterThanOrEqual(2);
    await page.close();
  });

  test('makes room for what the site puts there, and takes it again', async () => {
    const page = await open(`<main style="width: 600px">${message(words, row)}</main>`);
    await become(page, ['0 gutter']);
    await page.evaluate(`{
      const button = document.createElement('button');
      button.textContent = 'Edit';
      button.style.cssText = 'position: absolute; inset: 4px auto auto 605px';
      document.querySelector('.message').append(button);
    }`);
    await page.mouse.move(300, 20);
    await become(page, ['0 row']);
    await page.evaluate("document.querySelector('.message').lastChild.remove()");
    await page.mouse.move(700, 500);
    await become(page, ['0 gutter']);
    await page.close();
  });

  test('and stands under nothing that lies over the page', async () => {
    const page = await open(
      `<main style="width: 600px">${message(words, row)}</main><div id="over" hidden style="position: fixed; inset: 0; background: #fffc">Wait</div>`,
    );
    await become(page, ['0 gutter']);
    await page.evaluate("document.getElementById('over').hidden = false; dispatchEvent(new Event('click'))");
    await become(page, []);
    await page.evaluate("document.getElementById('over').hidden = true; dispatchEvent(new Event('click'))");
    await become(page, ['0 gutter']);
    await page.close();
  });

  test('once all rests nothing is measured any more', async () => {
    const page = await open(`<main style="width: 600px">${message(words, row)}</main>`);
    await become(page, ['0 gutter']);
    await rested(page);
    await page.close();
  });
});

test('on layouts at random, no mark covers text or a button, and no rail leaves the window', async () => {
  const page = await open('');
  let shown = 0;
  for (const layout of layouts(60)) {
    await page.setViewport({ width: layout.width, height: 700 });
    await page.setContent(`<!doctype html>${style}${layout.body}`);
    await page.evaluate(script);
    await page.evaluate('followAll()');
    await page.evaluate(
      'new Promise((resolve) => { let left = 14; const next = () => (left-- ? requestAnimationFrame(next) : resolve()); next(); })',
    );
    const places = await placesOf(page);
    shown += places.length;
    expect(await page.evaluate(covered, places), layout.body).toEqual([]);
    for (const { rail } of places) {
      expect(rail.x).toBeGreaterThanOrEqual(0);
      expect(rail.x + rail.width).toBeLessThanOrEqual(layout.width);
      expect(rail.y).toBeGreaterThanOrEqual(0);
      expect(rail.y + rail.height).toBeLessThanOrEqual(700);
    }
  }
  expect(shown).toBeGreaterThan(60);
  await page.close();
});
