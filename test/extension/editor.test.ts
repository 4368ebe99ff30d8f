/** Where people write: correcting the answer or one passage of it, its history and drafts, notes and escalations. */
import axe from 'axe-core';
import type { Frame } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { editor as words } from '../../lib/i18n/locales/en/editor.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { panels } from '../../lib/i18n/locales/en/panels.ts';
import { tabs } from '../../lib/i18n/locales/en/tabs.ts';
import type { Answer } from '../../lib/model/answer.ts';
import type { InspectedAnswer } from '../../lib/model/inspection.ts';
import type { Review } from '../../lib/model/review.ts';
import { until } from '../setup/until.ts';
import { demand, records } from './ask.ts';
import { press, pressBeside } from './controls.ts';
import { allFinal, openChat, setUp, type ChatPage, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';
import { named } from './names.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  let chat: ChatPage;
  let first: InspectedAnswer;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    chat = await openChat(desk, 'assistant-ui');
    first = (await allFinal(chat, 2))[0]!;
  });
  afterEach(async () => {
    await chat.page.close();
    // The next test meets the same answer.
    await demand(desk.driven, 'review.change', { answerId: first.id, change: { kind: 'withdraw' }, final: true });
  });

  /** The review of the answer as it is now, with its draft. */
  const reviewNow = async (): Promise<Review | undefined> =>
    (await demand(desk.driven, 'reviews.find', { origin: desk.chat.origin, answers: [{ id: first.id, messageId: first.messageId }] }))
      .reviews[first.id];
  const becomes = (what: string, holds: (review: Review) => boolean) =>
    until(what, async () => {
      const review = await reviewNow();
      return review && holds(review) ? review : null;
    });

  async function open(control: RegExp): Promise<Frame> {
    await pressBeside(chat, first.id, control);
    return shown();
  }
  async function shown(tab = chat): Promise<Frame> {
    const frame = await until('the editor is open', () => tab.page.frames().find((one) => one.parentFrame() === tab.frame));
    await until('its field has the focus', () =>
      frame.evaluate(() => /^(TEXTAREA|INPUT)$/.test(document.activeElement?.tagName ?? '') && document.hasFocus()),
    );
    return frame;
  }
  const value = (frame: Frame) => frame.evaluate(() => document.querySelector('textarea')!.value);
  const said = (frame: Frame, sentence: string) =>
    until(`"${sentence}" is said`, () => frame.evaluate((wanted) => document.querySelector('#state')?.textContent === wanted, sentence));
  const click = (frame: Frame, name: string) =>
    frame.evaluate((wanted) => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find((button) => (button.ariaLabel ?? button.textContent) === wanted)!.click();
    }, name);
  const combine = async (...keys: ('Control' | 'Shift' | 'Enter' | 'z' | 'y' | 'a')[]): Promise<void> => {
    for (const key of keys) await chat.page.keyboard.down(key);
    for (const key of keys.toReversed()) await chat.page.keyboard.up(key);
  };
  const undo = () => combine('Control', 'z');

  test('one passage is corrected alone; the rest and the original stay as they are', async () => {
    await chat.frame.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() && !texts.currentNode.nodeValue?.includes('27.3 days')) /* on to the next */ ;
      const at = texts.currentNode.nodeValue!.indexOf('27.3 days');
      getSelection()!.setBaseAndExtent(texts.currentNode, at, texts.currentNode, at + '27.3 days'.length);
    });
    await press(chat, named(panels['flag.selection']));
    await press(chat, named(panels['menu.fix']));
    const frame = await shown();
    expect(await value(frame)).toBe('27.3 days');
    await combine('Control', 'a');
    await chat.page.keyboard.type('27.32 days');
    await chat.page.keyboard.press('Escape');
    const review = await becomes('the correction is final', ({ correction, status }) => status === 'final' && correction !== null);
    expect(review.correction?.markdown).toBe(first.markdown.replace('27.3 days', '27.32 days'));
    expect((await records<Answer>(desk.driven, 'answers')).find(({ id }) => id === first.id)?.markdown).toBe(first.markdown);
  });

  test('the history goes back over "Restore original", by key and by button', async () => {
    const frame = await open(named(overlay['rail.correct']));
    await chat.page.keyboard.type('Corrected. ');
    await said(frame, words['editor.saved']);
    await click(frame, words['editor.restore']);
    expect(await value(frame)).toBe(first.markdown);
    await undo();
    await until('what was typed is back', async () => (await value(frame)).startsWith('Corrected. '));
    await combine('Control', 'y');
    await until('and restored again', async () => (await value(frame)) === first.markdown);
    await click(frame, words['editor.undo']);
    await until('and back by the button', async () => (await value(frame)).startsWith('Corrected. '));
    await becomes('the draft is saved', ({ correction }) => correction?.markdown === `Corrected. ${first.markdown}`);
  });

  test('a closed tab keeps its draft, and the next one says so', async () => {
    const frame = await open(named(overlay['rail.correct']));
    await chat.page.keyboard.type('Half a thought ');
    await said(frame, words['editor.saved']);
    await chat.page.reload();
    await allFinal(chat, 2);
    const again = await open(named(overlay['rail.correct']));
    expect(await value(again)).toBe(`Half a thought ${first.markdown}`);
    const notice = await again.evaluate(() => document.querySelector('#state')!.textContent);
    expect(notice).toMatch(new RegExp(`^${words['editor.draft'].replace('{time}', '.*\\d.*')}$`));
  });

  test('two tabs correct the same answer: both versions are kept, each tab shows the other, and the person chooses', async () => {
    const here = await open(named(overlay['rail.correct']));
    const other = await openChat(desk, 'assistant-ui');
    await using _closed = { [Symbol.asyncDispose]: () => other.page.close() };
    await allFinal(other, 2);
    await pressBeside(other, first.id, named(overlay['rail.correct']));
    const there = await shown(other);
    const twice = (frame: Frame) => frame.evaluate(() => document.querySelector('.twice')?.textContent ?? null);
    const type = async (tab: ChatPage, frame: Frame, words: string): Promise<void> => {
      await tab.page.bringToFront();
      await frame.focus('textarea');
      await tab.page.keyboard.type(words);
    };
    await type(chat, here, 'Here. ');
    await until('the other tab shows it at once', async () => (await twice(there))?.includes('Here.'));
    await type(other, there, 'There. ');
    await until('and this one shows what was written there', async () => (await twice(here))?.includes('There.'));
    const both = await becomes('both are kept', ({ correction }) => correction?.markdown === `There. ${first.markdown}`);
    expect(both.others?.map(({ change }) => change)).toEqual([{ kind: 'correct', markdown: `Here. ${first.markdown}` }]);
    await click(there, tabs['twice.keep']);
    await until('it is settled there', async () => (await twice(there)) === null);
    expect((await reviewNow())?.others).toBeUndefined();
    await click(here, tabs['twice.take']);
    await until('and here', async () => (await twice(here)) === null);
    expect(await value(here)).toBe(`There. ${first.markdown}`);
    expect((await reviewNow())?.correction?.markdown).toBe(`There. ${first.markdown}`);
  });

  test('100 kB are compared beside the page, and stay whole', async () => {
    const frame = await open(named(overlay['rail.correct']));
    const long = await frame.evaluate(() => {
      const field = document.querySelector('textarea')!;
      const text = Array.from({ length: 1700 }, (_, line) => `Line ${line} of a long answer, with some words in it.`).join('\n\n');
      field.setRangeText(text, 0, field.value.length);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return text;
    });
    expect(long.length).toBeGreaterThan(80_000);
    await until('the comparison is there', () =>
      frame.evaluate(() => (document.querySelector('.diff ins')?.textContent?.length ?? 0) > 80_000),
    );
    await becomes('the draft is saved', ({ correction }) => correction?.markdown === long);
    await click(frame, words['editor.restore']);
    expect(await value(frame)).toBe(first.markdown);
    await undo();
    expect(await value(frame)).toBe(long);
  });

  test('the preview shows Markdown as it will look, and leads nowhere', async () => {
    const frame = await open(named(overlay['rail.correct']));
    await combine('Control', 'a');
    await frame.evaluate(() =>
      document.execCommand('insertText', false, '**Bold** [law](https://example.com)\n\n| a | b |\n| - | - |\n| 1 | $x^2$ |\n'),
    );
    await frame.evaluate(() => document.querySelector<HTMLElement>('[aria-pressed]')!.click());
    const drawn = await until('it is drawn', () =>
      frame.evaluate(() => {
        const preview = document.querySelector('.preview')!;
        const count = (selector: string) => preview.querySelectorAll(selector).length;
        return preview.textContent ? [count('strong'), count('td'), count('.math'), count('a'), count('.link')] : null;
      }),
    );
    expect(drawn).toEqual([1, 4, 1, 0, 1]);
  });

  test('a note that is too long is not saved, and says by how much', async () => {
    await pressBeside(chat, first.id, named(overlay['rail.more']));
    await press(chat, named(overlay['rail.note']));
    const frame = await shown();
    await chat.page.keyboard.type('Short. ');
    await becomes('the short note is saved', ({ note }) => note === 'Short. ');
    await frame.evaluate(() => document.execCommand('insertText', false, 'x'.repeat(10_207)));
    await said(frame, words['editor.tooLong'].replace('{n}', '10,214').replace('{most}', '10,000'));
    await chat.page.keyboard.press('Escape');
    await combine('Control', 'z');
    await becomes('what was short is still there', ({ note, status }) => note === 'Short. ' && status === 'draft');
    expect((await value(frame)).length).toBeLessThan(10_000);
  });

  test.runIf(kind === 'chromium')('a composition ends with its own Escape, and is saved whole', async () => {
    const frame = await open(named(overlay['rail.correct']));
    const cdp = await chat.page.createCDPSession();
    for (const text of ['n', 'に', 'にほ'])
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await until('the composition is in the field', async () => (await value(frame)).startsWith('にほ'));
    // As an input method takes it: code 229.
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await cdp.send('Input.dispatchKeyEvent', { type, key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 229 });
    await cdp.send('Input.insertText', { text: '日本 ' });
    await becomes('it is saved whole, as a draft: the editor is still open', ({ correction, status }) => {
      return status === 'draft' && correction?.markdown === `日本 ${first.markdown}`;
    });
  });

  test('an answer is escalated to a name, with a reason', async () => {
    await open(named(overlay['rail.escalate']));
    await chat.page.keyboard.type('Legal');
    await chat.page.keyboard.press('Tab');
    await chat.page.keyboard.type('Is this advice?');
    await combine('Control', 'Enter');
    const review = await becomes('it is escalated', ({ decision }) => decision === 'escalate');
    expect(review).toMatchObject({ escalation: { to: 'Legal', reason: 'Is this advice?' }, status: 'final' });
  });

  test.runIf(kind === 'chromium')('the rules of accessibility that a machine can check, by day and by night', async () => {
    const frame = await open(named(overlay['rail.correct']));
    await chat.page.keyboard.type('Corrected. ');
    await said(frame, words['editor.saved']);
    for (const scheme of ['light', 'dark']) {
      await chat.page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await frame.evaluate(axe.source);
      const { violations } = await frame.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => `${scheme} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
  });
});

test('when Bluepencil is updated the open editor says so, and keeps what is typed from then on', async () => {
  await using desk = await setUp('chromium');
  const chat = await openChat(desk, 'assistant-ui');
  const [answer] = await allFinal(chat, 2);
  await pressBeside(chat, answer!.id, named(overlay['rail.correct']));
  const frame = await until('the editor is open', () => chat.page.frames().find((one) => one.parentFrame() === chat.frame));
  await until('its field has the focus', () => frame.evaluate(() => document.activeElement?.tagName === 'TEXTAREA' && document.hasFocus()));
  const reload = () => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload();
  await desk.driven.ours.evaluate(reload).catch(() => {});
  await until('we are cut off', () =>
    frame.evaluate(() => !(globalThis as unknown as { chrome: { runtime?: { id?: string } } }).chrome.runtime?.id),
  );
  await chat.page.bringToFront();
  await chat.page.keyboard.type('Typed after the update. ');
  await until('it is said', () => frame.evaluate((gone) => document.querySelector('#state')?.textContent === gone, words['editor.gone']));
  await until('all that was typed is kept', () => frame.evaluate(() => JSON.stringify(localStorage).includes('Typed after the update. ')));
});
