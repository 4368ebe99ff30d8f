/** In a browser of another language all of it speaks that language, from right to left where it is written so. */
import { rm } from 'node:fs/promises';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../lib/i18n/locales/index.ts';
import { speak, text, type Key } from '../../lib/i18n/text.ts';
import type { Word, Words } from '../../lib/model/words.ts';
import { until } from '../setup/until.ts';
import { controls, hover, pressBeside, shownText } from './controls.ts';
import { allFinal, openChat, setUp, type Desk } from './desk.ts';
import { buildInLanguage } from './inLanguage.ts';
import type { Kind } from './launch.ts';
import { named } from './names.ts';
import { eachState, outsideIn, turn, violationsIn } from './overlayStates.ts';

const sizes = {
  popup: { width: 340, height: 600 },
  options: { width: 1000, height: 900 },
  dashboard: { width: 1280, height: 900 },
  sidepanel: { width: 360, height: 900 },
  welcome: { width: 900, height: 900 },
  image: { width: 900, height: 900 },
};
const arabic: Words = Object.assign({}, ...Object.values(locales.ar));
speak('ar', arabic);

/** What only English says: whole words of ours that Arabic has another word for. The browser's own list of shortcuts is not ours to say. */
const english = new Set(
  Object.values(locales.en)
    .filter((words) => words !== locales.en.manifest)
    .flatMap((words) => Object.entries<Word>(words))
    .flatMap(([key, word]) => (typeof word === 'string' && word !== arabic[key] ? [word] : [])),
);

describe.each(['chromium', 'firefox'] as Kind[])('in %s, in Arabic', (kind) => {
  let desk: Desk;
  let build: string;
  beforeAll(async () => {
    build = await buildInLanguage(kind, 'ar-EG');
    desk = await setUp(kind, { build });
  });
  afterAll(async () => {
    await desk?.[Symbol.asyncDispose]();
    await rm(build, { recursive: true, force: true });
  });

  test('the controls beside an answer, what they say, and the framed editor', async () => {
    const chat = await openChat(desk, 'assistant-ui');
    const { id } = (await allFinal(chat, 1)).at(-1)!;
    await hover(chat, id);
    const rail: Key[] = ['rail.up', 'rail.down', 'rail.flag', 'rail.correct', 'rail.approve'];
    await until('the rail speaks Arabic', async () => {
      const names = (await controls(chat)).map(({ name }) => name);
      return rail.every((key) => names.some((name) => named(text(key)).test(name)));
    });
    expect(
      await chat.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('html > div')].map(({ lang, dir }) => `${lang} ${dir}`)),
    ).toEqual(['ar-EG rtl']);
    await pressBeside(chat, id, named(text('rail.up')));
    await until('it says that it is saved', async () => (await shownText(chat)).includes(text('saved')));
    await pressBeside(chat, id, named(text('rail.correct')));
    const editor = await until('the editor is framed', () => chat.page.frames().find((frame) => frame.parentFrame() === chat.frame));
    await until('the editor is Arabic', () =>
      editor.evaluate(
        (words) => document.documentElement.dir === 'rtl' && document.body.textContent.includes(words),
        text('editor.correct'),
      ),
    );
    await chat.page.close();
  });

  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('%s', async (name) => {
    const page = await desk.driven.openOurs(`${name}.html`, sizes[name]);
    await until(`${name} shows something`, () => page.evaluate(() => document.body.innerText.trim().length > 20));
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['ar-EG', 'rtl']);
    const said = await page.evaluate(() => {
      const named = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
        ['aria-label', 'title', 'placeholder'].map((attribute) => element.getAttribute(attribute) ?? ''),
      );
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) named.push(texts.currentNode.textContent ?? '');
      return [document.title, ...named].map((words) => words.trim());
    });
    expect(said.filter((words) => english.has(words))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is cut off at the side').toBe(true);
    // What a machine can check is the same in both browsers.
    if (kind === 'chromium') {
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
        expect(violations.map((violation) => `${value} ${violation.id}: ${violation.nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      }
    }
    await page.close();
  });

  test.runIf(kind === 'chromium')('every state of the controls holds the accessibility rules, from right to left', async () => {
    const page = await desk.driven.openOurs('welcome.html', sizes.welcome);
    const where = { kind, page, frame: page.mainFrame() };
    await until('the sample has its mark', async () => (await controls(where)).length > 0);
    await eachState(where, async (name) => {
      for (const scheme of ['dark', 'light'] as const) {
        await turn(where, scheme);
        expect(await violationsIn(where, scheme), name).toEqual([]);
      }
      expect(await outsideIn(where), name).toEqual([]);
    });
    await page.close();
  });
});
