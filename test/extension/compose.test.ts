/** Drafts reach the page's own composer as what a person types does: in the editor's model, after what stands there, never sent. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedback } from '../../lib/i18n/locales/en/feedback.ts';
import type { Drafted } from '../../lib/model/feedback.ts';
import type { Result } from '../../lib/model/result.ts';
import type { ReviewChange } from '../../lib/model/review.ts';
import { serveEditors, type EditorKind } from '../compose/pages.ts';
import type { ServedPages } from '../setup/pages.ts';
import { until } from '../setup/until.ts';
import { answersOf, demand, tabOf } from './ask.ts';
import { launch, type Driven, type Kind } from './launch.ts';
import { startingWith } from './names.ts';
import { pressIn } from './ours.ts';

interface Editor {
  sent: number;
  text(): string;
}
declare const composer: Editor;
interface Api {
  scripting: { executeScript(injection: object): Promise<{ result: unknown }[]> };
  tabs: { sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown> };
}
declare const chrome: Api;

const message = `Please correct your last answer.

1. > if (a < b && c > d) {
   >     return "ä 👩‍🚀  two blanks";
   > }

   Factually wrong: <b>4 mg</b> &amp; no more.

2. See Smith (2019).`;
const long = Array.from({ length: 60 }, (_, at) => `${at + 1}. Point ${at + 1} says more than one cares to read, and ends.`).join('\n\n');

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let driven: Driven;
  let served: ServedPages;
  beforeAll(async () => {
    [driven, served] = await Promise.all([launch(kind), serveEditors()]);
    await demand(driven, 'site.enable', { origin: served.origin });
  });
  afterAll(async () => {
    await driven?.close();
    await served?.[Symbol.asyncDispose]();
  });

  const openEditor = async (editor: EditorKind) => {
    const url = `${served.origin}/${editor}`;
    const page = await driven.open(url);
    const answers = await until('the answers are found', async () => {
      const found = await answersOf(driven, url);
      return found.length === 3 && found;
    });
    return { page, url, answerId: answers[0]!.id };
  };
  const draft = async (url: string, answerId: string, text: string): Promise<Drafted> => {
    const reply = await driven.ours.evaluate(
      async (tabId, sent) => JSON.stringify(await chrome.tabs.sendMessage(tabId, sent, { frameId: 0 })),
      await tabOf(driven, url),
      { name: 'page.draft', data: { answerId, text } },
    );
    const result = JSON.parse(reply) as Result<{ drafted: Drafted }>;
    if (!result.ok) throw new Error(result.error.message);
    return result.value.drafted;
  };
  const act = async (url: string, answerId: string, change: ReviewChange): Promise<void> => {
    const message = { name: 'page.act', data: { answerId, change, final: true } };
    await driven.ours.evaluate(
      (tabId, sent) => chrome.tabs.sendMessage(tabId, sent, { frameId: 0 }),
      await tabOf(driven, url),
      message as never,
    );
  };
  const textOf = (page: Page) => page.evaluate(() => composer.text());
  const sentBy = (page: Page) => page.evaluate(() => composer.sent);
  const focusComposer = async (page: Page) => {
    const box = await page.$eval('#place', (place) => {
      const { x, y } = place.getBoundingClientRect();
      return { x: x + 20, y: y + 12 };
    });
    await page.mouse.click(box.x, box.y);
  };

  test.each<EditorKind>(['textarea', 'react', 'prosemirror', 'lexical', 'quill', 'plain', 'closed-textarea', 'open-prosemirror'])(
    '%s',
    async (editor) => {
      const { page, url, answerId } = await openEditor(editor);
      expect(await draft(url, answerId, message)).toBe('drafted');
      expect(await textOf(page)).toBe(message);
      await page.reload();
      await until('the answers are found', async () => (await answersOf(driven, url)).length === 3);

      await focusComposer(page);
      await page.keyboard.type('My own words.');
      expect(await textOf(page)).toBe('My own words.');
      expect(await draft(url, answerId, message)).toBe('drafted');
      expect(await textOf(page)).toBe(`My own words.\n\n${message}`);
      // The caret stands at its end, in the composer.
      await page.bringToFront();
      await page.keyboard.type(' Thanks');
      expect(await textOf(page)).toBe(`My own words.\n\n${message} Thanks`);
      await until('undo takes it back', async () => {
        await page.keyboard.down('Control');
        await page.keyboard.press('z');
        await page.keyboard.up('Control');
        return !(await textOf(page)).includes('Please correct');
      });
      expect(await sentBy(page)).toBe(0);
      expect(await draft(url, answerId, long)).toBe('drafted');
      expect(await textOf(page)).toContain(long);
      expect(await sentBy(page)).toBe(0);
      expect(await page.$$eval('.other', (all) => all.map((other) => (other as HTMLInputElement).value))).toEqual([
        '',
        'And at night?',
        '',
      ]);
      await page.close();
    },
  );

  test('one line takes the draft without its line ends', async () => {
    const { page, url, answerId } = await openEditor('input');
    expect(await draft(url, answerId, 'Please correct this.\n\n1. Wrong')).toBe('drafted');
    expect(await textOf(page)).toBe('Please correct this. 1. Wrong');
    expect(await sentBy(page)).toBe(0);
    await page.close();
  });

  test('a field that takes no more, and a page without one, are left as they are', async () => {
    const full = await openEditor('full');
    expect(await draft(full.url, full.answerId, message)).toBe('not-inserted');
    expect(await textOf(full.page)).toBe('');
    const none = await openEditor('none');
    expect(await draft(none.url, none.answerId, message)).toBe('no-composer');
    for (const { page } of [full, none]) {
      expect(await page.$$eval('.other', (all) => all.map((other) => (other as HTMLInputElement).value))).toEqual([
        '',
        'And at night?',
        '',
      ]);
      await page.close();
    }
  });

  test('an answer that has left the page has its composer still', async () => {
    const { page, url } = await openEditor('textarea');
    expect(await draft(url, 'gone', message)).toBe('drafted');
    expect(await textOf(page)).toBe(message);
    await page.close();
  });

  test('a copy where the page has no clipboard to offer: the page does not hear what is copied', async () => {
    const { page, url, answerId } = await openEditor('textarea');
    await draft(url, answerId, 'x');
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const name of ['beforecopy', 'copy']) document.addEventListener(name, () => heard.push(name));
    });
    await page.bringToFront();
    await focusComposer(page);
    const tabId = await tabOf(driven, url);
    const copied = await driven.ours.evaluate(
      async (id, text) => {
        const [done] = await chrome.scripting.executeScript({
          target: { tabId: id },
          args: [text],
          func: (wanted: string) => {
            Object.defineProperty(navigator, 'clipboard', { value: undefined });
            const world = globalThis as unknown as { bluepencilCompose(speech: object): { copy(text: string): Promise<boolean> } };
            return world.bluepencilCompose({ locale: 'en', words: {} }).copy(wanted);
          },
        });
        return done?.result;
      },
      tabId,
      message,
    );
    expect(copied).toBe(true);
    await page.keyboard.down('Control');
    await page.keyboard.press('v', { commands: ['Paste'] });
    await page.keyboard.up('Control');
    await until('it is pasted', async () => (await textOf(page)) === `x${message}`);
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    await page.close();
  });

  test('from the side panel: what was said about the answers becomes a draft, or a copy where there is no composer', async () => {
    const { page, url } = await openEditor('prosemirror');
    const answers = await until('the answers are final', async () => {
      const found = await answersOf(driven, url);
      return found.every(({ state }) => state === 'final') && found;
    });
    const exact = 'Smith (2019)';
    const start = answers[2]!.text.indexOf(exact);
    const span = { quote: { exact, prefix: '', suffix: '' }, position: { start, end: start + exact.length } };
    const flag = { id: 'f1', category: 'invented-source', severity: 'major' as const, span, note: 'There is no such paper.' };
    await act(url, answers[2]!.id, { kind: 'flag', flag });
    await act(url, answers[0]!.id, { kind: 'correct', markdown: 'The dose is 4 mg a day.' });
    const panel = await driven.openOurs(`sidepanel.html?tab=${await tabOf(driven, url)}`, { width: 320, height: 760 });
    const press = (name: string) => pressIn(panel, startingWith(name));
    const says = (what: string) => until(`"${what}" is said`, () => panel.evaluate((part) => document.body.innerText.includes(part), what));

    await press(feedback['feedback.send']);
    await says(feedback['feedback.drafted']);
    const whole = `Please correct your answer to “How much may I take?”:

This is how it should read:

The dose is 4 mg a day.

Please correct your answer to “Who says so?”:

1. > Smith (2019)

   Made-up source: There is no such paper.`;
    expect(await textOf(page)).toBe(whole);
    expect(await sentBy(page)).toBe(0);

    await page.evaluate(() => document.getElementById('form')?.remove());
    await panel.bringToFront();
    await press(feedback['feedback.send']);
    await says(feedback['feedback.noComposer']);
    await press(feedback['feedback.copy']);
    await says(feedback['feedback.copied']);
    await panel.close();
    await page.close();
  });
});
