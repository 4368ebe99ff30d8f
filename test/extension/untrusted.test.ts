/** A page that means ill: it cannot press our controls, look into them, hear what is typed in them, or lay something over them unnoticed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import type { OutboxRow } from '../../lib/model/sync.ts';
import { until } from '../setup/until.ts';
import { inFrames, records } from './ask.ts';
import { controls, hover, press, shownText } from './controls.ts';
import { openUnreviewed, setUp, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';
import { becomes, newestOf } from './stored.ts';

/** What the page has heard of the person's keys and texts. */
interface Heard {
  heard: string[];
}

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const open = () => openUnreviewed(desk);

  test('events that a script makes press nothing, and our tree is closed to it', async () => {
    const { chat, id } = await open();
    await hover(chat, id);
    await until('the rail is open', async () => (await controls(chat)).some(({ name }) => name === overlay['rail.up']));
    const before = await newestOf(desk.driven, id);
    const thumb = (await controls(chat)).find(({ name }) => name === overlay['rail.up'])!;
    const seen = await chat.page.evaluate(
      (x, y) => {
        const host = document.documentElement.lastElementChild as HTMLElement;
        const at = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, button: 0 };
        for (const type of ['pointerenter', 'pointerover', 'pointerdown', 'pointerup']) host.dispatchEvent(new PointerEvent(type, at));
        for (const type of ['mousedown', 'mouseup', 'click']) host.dispatchEvent(new MouseEvent(type, at));
        for (const key of ['u', 'a', 'r', 'Enter', ' ']) {
          host.focus();
          for (const type of ['keydown', 'keypress', 'keyup'])
            host.dispatchEvent(new KeyboardEvent(type, { ...at, key, code: `Key${key.toUpperCase()}` }));
        }
        host.click();
        return {
          root: host.shadowRoot,
          inside: host.childNodes.length,
          attributes: host.attributes.length,
          text: host.innerText,
          hits: document.elementsFromPoint(x, y).map((element) => element === host || host.contains(element)),
        };
      },
      thumb.x + thumb.width / 2,
      thumb.y + thumb.height / 2,
    );
    expect(seen).toMatchObject({ root: null, inside: 0, text: '' });
    // What a script may learn is that something of ours lies there, not what.
    expect(seen.hits.filter(Boolean)).toHaveLength(1);
    // A person's own press comes after them all: what they had done would be stored by now.
    await press(chat, new RegExp(`^${overlay['rail.down']}`));
    const after = await becomes(desk.driven, 'the person’s thumb is stored', id, ({ rating }) => rating === -1);
    expect(after).toMatchObject({ revision: (before?.revision ?? 0) + 1, decision: null });
    await chat.page.close();
  });

  test('keys on our controls and text in our editor are not heard by the page', async () => {
    const { chat, id } = await open();
    await chat.page.evaluate(() => {
      const { heard } = Object.assign(globalThis, { heard: [] } as Heard);
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'paste', 'message'])
        for (const target of [window, document, document.documentElement])
          target.addEventListener(type, (event) => heard.push(`${type} ${(event as KeyboardEvent).key ?? ''}`), true);
    });
    const frames = await chat.page.evaluate(() => window.length);
    await inFrames(desk.driven, chat.url, 'page.focusNext');
    await until('the mark has the focus', () =>
      chat.page.evaluate(() => document.activeElement === document.documentElement.lastElementChild),
    );
    await chat.page.keyboard.press('f');
    await until('the menu is open', async () => (await controls(chat)).some(({ role }) => role === 'menu'));
    await chat.page.keyboard.type('source');
    await until('what was typed is used', async () => (await shownText(chat)).includes('source'));
    await chat.page.keyboard.press('Escape');
    await chat.page.keyboard.press('Escape');
    await chat.page.keyboard.press('n');
    const editor = await until('the editor is open', () => chat.page.frames().find((frame) => frame.parentFrame() === chat.frame));
    await until('it has the focus', () => editor.evaluate(() => document.activeElement?.localName === 'textarea' && document.hasFocus()));
    await chat.page.keyboard.type('for nobody else');
    await chat.page.keyboard.press('Escape');
    await becomes(desk.driven, 'the note is stored', id, ({ note, status }) => note === 'for nobody else' && status === 'final');
    expect(await chat.page.evaluate(() => (globalThis as unknown as Heard).heard)).toEqual([]);
    expect(await chat.page.evaluate(() => window.length)).toBe(frames);
    await chat.page.close();
  });

  test(
    kind === 'chromium'
      ? 'a control that the page has covered does not act'
      : 'what a covered control did can be taken back before it leaves',
    async () => {
      const { chat, id } = await open();
      await hover(chat, id);
      const thumb = await until('the thumb is shown', async () =>
        (await controls(chat)).find(({ name, shown }) => shown && name === overlay['rail.up']),
      );
      const middle = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2] as const;
      if (kind === 'chromium') {
        const before = await newestOf(desk.driven, id);
        await chat.page.evaluate(cover);
        await chat.page.mouse.click(...middle);
        // Covered from the beginning: the rail folds, and opens again under the cover.
        await chat.page.mouse.move(5, 5);
        await until('the rail is folded', async () => (await controls(chat)).every(({ name }) => name !== overlay['rail.up']));
        await hover(chat, id);
        await until('the rail is open', async () => (await controls(chat)).some(({ name }) => name === overlay['rail.up']));
        await chat.page.mouse.click(...middle);
        await chat.page.evaluate(() => document.querySelectorAll('#sheet, #probe').forEach((element) => element.remove()));
        // A key needs nothing to be seen: what it stores comes after all that the presses had done.
        await inFrames(desk.driven, chat.url, 'page.focusNext');
        await until('the mark has the focus', () =>
          chat.page.evaluate(() => document.activeElement === document.documentElement.lastElementChild),
        );
        await chat.page.keyboard.press('d');
        const { revision } = await becomes(desk.driven, 'the key is stored', id, ({ rating }) => rating === -1);
        expect(revision).toBe((before?.revision ?? 0) + 1);
      } else {
        await chat.page.evaluate(cover);
        await chat.page.mouse.click(...middle);
        const { revision } = await becomes(desk.driven, 'the thumb is stored', id, ({ rating }) => rating === 1);
        const rows = await records<OutboxRow>(desk.driven, 'outbox');
        expect(rows.filter((row) => row.revision === revision && row.notBefore > Date.now())).not.toEqual([]);
        await press(chat, new RegExp(`^${overlay['rail.undo']}`));
        await becomes(desk.driven, 'it is undone', id, ({ rating, status }) => rating === null && status === 'withdrawn');
      }
      await chat.page.close();
    },
  );
});

/**
 * Runs in the page: lays something over everything of ours that lets presses through. In Chromium it settles when an observer that
 * began after it has told of a change: those of before, which tell as often, have told too.
 */
async function cover(): Promise<void> {
  const sheet = document.createElement('div');
  sheet.id = 'sheet';
  sheet.style.cssText = 'position: fixed; inset: 0 0 200px; z-index: 2147483647; background: #fff; pointer-events: none';
  const probe = document.createElement('div');
  probe.id = 'probe';
  probe.style.cssText = 'position: fixed; inset: auto auto 4px 4px; width: 20px; height: 20px; z-index: 9; background: #000';
  // As high as we are, and after us.
  document.documentElement.append(probe, sheet);
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return;
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1) as IntersectionObserverEntry & { isVisible: boolean };
        if (entry.isVisible) sheet.style.inset = '0';
        else if (sheet.style.bottom === '0px') {
          observer.disconnect();
          resolve();
        }
      },
      { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    );
    observer.observe(probe);
  });
}
