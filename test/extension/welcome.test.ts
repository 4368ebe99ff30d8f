/** The first minutes: the sample is reviewed as any answer is, nothing of it is kept, and all of it can be used by everybody. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { welcome } from '../../lib/i18n/locales/en/welcome.ts';
import { readPng } from '../look/png.ts';
import { until } from '../setup/until.ts';
import { records } from './ask.ts';
import { inRoots } from './closedRoots.ts';
import { boxesOf, controls, press, shownText, type Reviewed } from './controls.ts';
import { launch, type Driven, type Kind } from './launch.ts';
import { named, startingWith } from './names.ts';
import { eachState, outsideIn, smallIn, turn, violationsIn } from './overlayStates.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let driven: Driven;
  beforeAll(async () => void (driven = await launch(kind)));
  afterAll(() => driven?.close());

  const open = async (): Promise<Pick<Reviewed, 'kind' | 'page' | 'frame'>> => {
    const page = await driven.openOurs('welcome.html', { width: 900, height: 1100 });
    const where = { kind, page, frame: page.mainFrame() };
    await until('the sample has its mark', async () => (await controls(where)).some(({ name }) => name.startsWith(overlay['mark.none'])));
    return where;
  };
  const says = (page: Page, words: string) =>
    until(`it says "${words}"`, () => page.evaluate((wanted) => document.body.innerText.includes(wanted), words));

  test('a thumb, a flag on words, and a correction on the sample, and none of it is kept', async () => {
    const where = await open();
    const { page } = where;
    for (const words of [welcome['welcome.sitesAbout'], welcome['welcome.tryAbout'], welcome['welcome.data.1']]) await says(page, words);
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(welcome['welcome.tried']);

    const mark = await press(where, startingWith(overlay['mark.none']));
    await press(where, named(overlay['rail.down']), mark);
    await until('it is said to be saved', async () => (await shownText(where)).includes(overlay.saved));
    await says(page, welcome['welcome.tried']);

    await page.evaluate((sentence) => {
      const [, second] = document.querySelectorAll('.answered p');
      const at = sentence.indexOf('50 %');
      getSelection()?.setBaseAndExtent(second!.firstChild!, at, second!.firstChild!, at + 4);
    }, welcome['welcome.answer.2']);
    await until('the words can be flagged', async () => (await shownText(where)).includes('Flag this'));
    await page.keyboard.press('1');
    await until('the flag has its number', async () =>
      (await controls(where)).some(({ name }) => name.startsWith(`Flag 1: ${overlay['category.wrong']}`)),
    );

    const shown = (name: string) => until(`${name} is there`, async () => (await controls(where)).some((one) => one.name.startsWith(name)));
    await press(where, startingWith('Reviewed: bad, 1 flag'));
    await press(where, named(overlay['rail.correct']), mark);
    // Firefox's protocol does not list the frames of a page of ours; to each other the two are open.
    await until('the field has the answer and the keyboard', async () =>
      (
        await inRoots<boolean>(
          kind,
          where.frame,
          `function () {
            const page = this.querySelector('iframe')?.contentDocument;
            return page?.hasFocus() === true && page.activeElement.value?.includes(${JSON.stringify(welcome['welcome.answer.2'])}) === true;
          }`,
        )
      ).includes(true),
    );
    await page.keyboard.type('Mended. ');
    await page.keyboard.press('Escape');
    await shown('Reviewed: corrected, 1 flag');

    for (const store of ['reviews', 'answers', 'outbox']) expect(await records(driven, store), store).toEqual([]);
    await page.close();
  });

  test('every state of the controls: large enough to hit, in the window at 320 px, and none breaks a rule', async () => {
    const where = await open();
    // What a machine can check is the same in both browsers.
    if (kind === 'chromium')
      await eachState(where, async (name) => {
        for (const scheme of ['dark', 'light'] as const) {
          await turn(where, scheme);
          expect([...(await violationsIn(where, scheme)), ...(await smallIn(where))], name).toEqual([]);
        }
      });

    if (kind === 'chromium') await eachDotIsSeen(where);

    // Twice as large as a window of 640 px, or a small phone.
    await where.page.setViewport({ width: 320, height: 640 });
    await where.page.evaluate(() => document.querySelector('.answered')?.scrollIntoView({ block: 'center' }));
    await eachState(where, async (name) => {
      expect(await smallIn(where), name).toEqual([]);
      expect(await outsideIn(where), name).toEqual([]);
    });
    expect(await where.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is cut off at the side').toBe(
      true,
    );
    await where.page.close();
  });
});

/** Flags the sample twice; in a person's own colours each dot differs from its ground, and that of a minor flag from the other. */
async function eachDotIsSeen(where: Pick<Reviewed, 'kind' | 'page' | 'frame'>): Promise<void> {
  const { page } = where;
  const box = (selector: string, n = 1) =>
    until(`${selector} is there`, async () => {
      const boxes = await boxesOf(where, selector);
      return boxes.length === n && boxes;
    });
  await inRoots(where.kind, where.frame, "function () { this.querySelector('.mark').focus() }");
  await page.keyboard.press('f');
  await box('.menu .row:focus');
  await page.keyboard.press('ArrowRight');
  await box('.chip.minor:focus');
  await page.keyboard.press(' ');
  await box('.chip.minor[aria-checked=true]');
  await page.keyboard.press('3');
  await box('.mark:focus');
  await page.keyboard.press('f');
  await box('.menu .row:focus');
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const dots = await box('.flags .dot', 2);
  const pictures = await Promise.all(dots.map(async (clip) => readPng(await page.screenshot({ clip, captureBeyondViewport: false }))));
  const shades = pictures.map(({ rgb }) => rgb.filter((level) => level < 128).length);
  await cdp.detach();
  expect(shades[1]).toBeGreaterThan(0);
  expect(shades[0]).toBeGreaterThan(1.5 * shades[1]!);
  await page.keyboard.press('Escape');
}
