/** Nothing lost: updates while a page is open, pages that want to end our script, and acts that have to wait. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, reviewed, stage, tabOf, type Stage, type Tab } from '../life/tab.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { until } from '../setup/until.ts';
import { inFrames, tabOf as tabIdOf } from './ask.ts';
import { controls, hover, pressBeside, shownText } from './controls.ts';
import { buildOf, type Kind } from './launch.ts';
import { named } from './names.ts';
import { becomes } from './stored.ts';

/** What of the extension's API is used inside the page of the extension. */
declare const chrome: { tabs: { remove(tabId: number): Promise<void> } };

/** Two turns of the small chat. */
const two = () => {
  life.turn(0);
  life.turn(1);
};

/** Another build takes the place of the one that runs, as an update does; then a page of the new one is opened. */
async function update({ driven }: Stage): Promise<void> {
  const began = await driven.ours.evaluate(() => performance.timeOrigin);
  await driven.browser.installExtension(buildOf(driven.kind));
  driven.ours = await until('the new Bluepencil runs', async () => {
    const page = await driven.openOurs('options.html').catch(() => null);
    return page && (await page.evaluate(() => performance.timeOrigin)) > began ? page : null;
  });
}

/** How many elements of ours, or of anybody, stand beside the body. */
const hosts = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.documentElement.children].filter(({ localName }) => localName === 'div').length);

/** Closes a tab as a person does. */
async function closeTab({ driven }: Stage, url: string): Promise<void> {
  const id = await tabIdOf(driven, url);
  await driven.ours.evaluate((tab) => chrome.tabs.remove(tab), id);
}

/** Puts the keyboard on the mark of the next answer without a review. */
async function onMark({ driven }: Stage, { page }: Tab): Promise<void> {
  await until('the mark has the focus', async () => {
    await inFrames(driven, page.url(), 'page.focusNext');
    return page.evaluate(() => document.activeElement === document.documentElement.lastElementChild);
  });
}

/** Runs in the page: from the next press on the first answer grows, until the test has seen what is said. */
function growOnPress(): void {
  const writeOn = () => {
    let at = 0;
    const words = life.words(life.all('assistant')[0]!);
    const written = words.textContent;
    const write = () => (words.textContent = `${written} ${'.'.repeat((at++ % 9) + 1)}`);
    write();
    const writing = setInterval(write, 200);
    Object.assign(globalThis, { stop: () => clearInterval(writing) });
  };
  addEventListener('pointerdown', writeOn, { capture: true, once: true });
}

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let current: Stage;
  beforeAll(async () => void (current = await stage(kind)));
  afterAll(() => current?.[Symbol.asyncDispose]());

  test('after an update there is one set of controls in an open page, and it works', async () => {
    const tab = await open(current, '/s/update', two);
    const [first, second] = await tab.finals(2);
    await tab.rate(first!.id);
    await update(current);
    const again: Tab = tabOf(current.driven, tab.page);
    await until(
      'the new script is there',
      async () => (await again.answers().catch(() => [])).filter(({ controls }) => controls).length === 2,
    );
    await until('the old controls are gone', async () => (await hosts(tab.page)) === 1);
    await again.rate(second!.id);
    expect((await reviewed(current)).filter(({ url }) => url.endsWith('/s/update'))).toHaveLength(2);
    await tab.page.close();
  });

  test('a page that sends what a newer script might send ends nothing', async () => {
    const id = kind === 'chromium' ? new URL(current.driven.ours.url()).host : 'bluepencil@bluepencil.dev';
    const tab = await open(current, '/s/ends', two);
    const [first] = await tab.finals(2);
    await until('both have controls', async () => (await tab.answers()).every(({ controls: at }) => at));
    await tab.page.evaluate((extension) => {
      for (const name of ['review', 'controls', 'panels', 'passages', 'teach']) {
        const detail = { contentScriptName: name, messageId: 'newer' };
        const type = `${extension}:${name}:wxt:content-script-started`;
        for (const target of [window, document]) target.dispatchEvent(new CustomEvent(type, { detail }));
        postMessage({ type, ...detail }, '*');
      }
      document.documentElement.lastElementChild!.remove();
    }, id);
    await until('what was taken away is back', async () => (await hosts(tab.page)) === 1);
    await tab.rate(first!.id);
    await tab.page.close();
  });

  test('an act on an answer that still grows says that it waits, and is kept when the answer is finished', async () => {
    const tab = await open(current, '/s/waits', () => life.turn(2));
    const [first] = await tab.finals(1);
    const grow = (words: string) =>
      tab.page.evaluate((more) => (life.words(life.all('assistant')[0]!).textContent = `${life.answer(2)} ${more}`), words);
    await tab.page.evaluate(growOnPress);
    await pressBeside(tab, first!.id, named(overlay['rail.up']));
    // Beside the answer, and to those who hear it.
    await until('it is said', async () => (await shownText(tab)).split(overlay['saved.waits']).length === 3);
    expect((await reviewed(current)).filter(({ url }) => url.endsWith('/s/waits'))).toEqual([]);
    await tab.page.evaluate(() => (globalThis as unknown as { stop(): void }).stop());
    await grow('And that is all.');
    await until('it is saved', async () => {
      const shown = await shownText(tab);
      return shown.includes(overlay.saved) && !shown.includes(overlay['saved.waits']);
    });
    expect((await reviewed(current)).filter(({ url }) => url.endsWith('/s/waits'))).toMatchObject([
      { text: expect.stringMatching(/And that is all\.$/) },
    ]);
    await tab.page.close();
  });

  test('acts right after each other are kept in their order, and taken back from the last, also after a reload', async () => {
    const fill = () => {
      life.turn(6);
      life.turn(7);
    };
    const tab = await open(current, '/s/quick', fill);
    const [first] = await tab.finals(2);
    await onMark(current, tab);
    // Nobody waits for "Saved" between two keys.
    await tab.page.keyboard.type('ua');
    const both = await becomes(current.driven, 'both are kept', first!.id, ({ decision }) => decision === 'approve');
    expect(both).toMatchObject({ rating: 1, revision: 2 });
    // What is taken back is what the key before it made.
    await tab.page.keyboard.type('dz');
    await becomes(current.driven, 'the last is taken back', first!.id, ({ revision, rating }) => revision === 4 && rating === 1);
    await tab.page.reload();
    await tab.page.evaluate(fill);
    await tab.finals(2);
    await until('the review is there again', async () => (await tab.answers())[0]?.review);
    await onMark(current, tab);
    await tab.page.keyboard.press('k');
    await until('the mark of the first has the keyboard', async () =>
      (await controls(tab)).some(({ name, focused }) => focused && name.startsWith('Reviewed')),
    );
    await tab.page.keyboard.press('z');
    // The last act of all was that undo.
    await becomes(current.driven, 'that too is taken back', first!.id, ({ revision, rating }) => revision === 5 && rating === -1);
    await tab.page.close();
  });

  test.each([
    ['the tab is closed', 3],
    ['another page is opened', 4],
    ['the page is loaded again', 5],
  ])('an act that waits is kept, with the answer as it stood, when %s', async (_, at) => {
    const tab = await open(current, `/s/leaves/${at}`, () => life.turn(Number(location.pathname.at(-1))));
    const url = tab.page.url();
    const [first] = await tab.finals(1);
    await tab.page.evaluate(growOnPress);
    await pressBeside(tab, first!.id, named(overlay['rail.up']));
    await until('it waits', async () => (await shownText(tab)).includes(overlay['saved.waits']));
    if (at === 3) await closeTab(current, url);
    else if (at === 4) await tab.page.goto('about:blank');
    else await tab.page.reload();
    const kept = await until('it is stored', async () => (await reviewed(current)).find((answer) => answer.url === url));
    expect(kept.text).toMatch(/reaches the sea\. \.+$/);
    if (at !== 3) await tab.page.close();
  });
});

test('when Bluepencil is taken away the marks say so once, and go', async () => {
  await using current = await stage('chromium');
  const tab = await open(current, '/s/off', two);
  const [first, second] = await tab.finals(2);
  await hover(tab, first!.id);
  await until('the rail is open', async () => (await controls(tab)).some(({ name }) => name === overlay['rail.up']));
  const at = (await tab.answers()).find(({ id }) => id === second!.id)!.controls!;
  await current.driven.browser.uninstallExtension(new URL(current.driven.ours.url()).host);
  await tab.page.mouse.move(at.x + 14, at.y + 14, { steps: 4 });
  await until('it is said', async () => (await shownText(tab)).includes(overlay.updated));
  expect((await controls(tab)).map(({ name }) => name).filter((name) => name === overlay['rail.up'])).toEqual([]);
  await until('everything of ours is gone', async () => (await hosts(tab.page)) === 0);
});
