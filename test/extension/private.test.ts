/** A private window: everything can be said there, what says "saved" says until when, and nothing of it reaches the disk. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { tabs } from '../../lib/i18n/locales/en/tabs.ts';
import type { AuditRow } from '../../lib/store/tables.ts';
import { uis } from '../chat-uis/uis.ts';
import { until } from '../setup/until.ts';
import { answersOf, records, tabOf } from './ask.ts';
import { pressBeside, shownText } from './controls.ts';
import { allFinal, openChat, setUp, type ChatPage, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';
import { named } from './names.ts';

/** What of the extension's API is used inside the page of the extension. */
declare const chrome: {
  windows: {
    create(window: object): Promise<unknown>;
    getAll(): Promise<{ id: number; incognito: boolean }[]>;
    remove(id: number): Promise<void>;
  };
  storage: { session: { get(all: null): Promise<object> } };
};

/** Words that nobody else writes: one in an ordinary window, which must be found on the disk, and those of the private one. */
const stored = 'zqordinaryxv';
const secret = 'zqsecretxv';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  test('what is reviewed there is kept in memory, shown in its own window alone, and gone with it', async () => {
    await using desk = await setUp(kind, { incognito: true });
    const { driven } = desk;
    const session = () => driven.ours.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
    const ordinary = await openChat(desk, 'assistant-ui');
    const [first, second] = (await allFinal(ordinary, 2)).map(({ id }) => id) as [string, string];
    await correct(ordinary, second, stored);
    await until('it is stored', async () => (await records(driven, 'reviews')).length === 1);

    const chat = await openPrivate(desk);
    await allFinal(chat, 2);
    expect((await chat.answers()).map(({ review }) => review)).toEqual([null, null]);
    await pressBeside(chat, first, named(overlay['rail.up']));
    await until('until when it is saved is said', async () => (await shownText(chat)).includes(tabs['private.saved']));
    await correct(chat, first, secret);
    await until('it is kept', async () => (await session()).includes(secret));
    await until('the mark shows it', async () => (await chat.answers())[0]?.review?.status === 'final');

    const panel = await driven.openOurs(`sidepanel.html?tab=${await tabOf(driven, chat.url)}`, { width: 320, height: 760 });
    await until('the panel says so', async () => (await text(panel)).includes(tabs['private.panel']));
    await panel.click(`[data-answer="${first}"]`);
    await until('and shows what is said', async () => (await text(panel)).includes(secret));
    await panel.close();

    // What is typed and not yet said is kept by the frame itself.
    const escalation = await write(chat, first, overlay['rail.escalate'], secret);
    await until('the frame keeps it', () => escalation.evaluate((word) => JSON.stringify(localStorage).includes(word), secret));

    expect((await ordinary.answers()).map(({ review }) => review?.status)).toEqual([undefined, 'final']);
    await driven.ours.evaluate(async () => {
      for (const { id, incognito } of await chrome.windows.getAll()) if (incognito) await chrome.windows.remove(id);
    });
    await until('it is gone with the window', async () => !/private:|zqsecret/.test(await session()));
    expect(await records(driven, 'reviews')).toHaveLength(1);
    expect(await records(driven, 'drafts')).toEqual([]);
    expect((await records<AuditRow>(driven, 'audit')).filter(({ line }) => line.includes('review.'))).toHaveLength(1);
    await driven.kill();
    expect(await holding(driven.profile, stored)).not.toEqual([]);
    expect(await holding(driven.profile, secret)).toEqual([]);
  });
});

/** The same chat in a private window, which the extension opens. */
async function openPrivate({ driven, chat }: Desk): Promise<ChatPage> {
  // Another address than that of the ordinary window: tabs are told apart by it.
  const url = `${chat.origin}/assistant-ui/?private`;
  await driven.ours.evaluate((at) => chrome.windows.create({ url: at, incognito: true }).then(() => {}), url);
  const page = await until('the private window is there', async () => (await driven.browser.pages(true)).find((one) => one.url() === url));
  const ui = uis.find(({ id }) => id === 'assistant-ui')!;
  return { ui, kind: driven.kind, page, frame: page.mainFrame(), url, answers: () => answersOf(driven, url) };
}

/** Writes a word before an answer's text, and is done. */
async function correct(chat: ChatPage, answerId: string, word: string): Promise<void> {
  await write(chat, answerId, overlay['rail.correct'], word);
  await chat.page.keyboard.press('Escape');
  await until('the editor is closed', () => chat.page.frames().length === 1);
}

/** Types a word where a control opens the editor. */
async function write(chat: ChatPage, answerId: string, control: string, word: string): Promise<Frame> {
  await chat.page.bringToFront();
  await pressBeside(chat, answerId, named(control));
  const frame = await until('the editor is open', () => chat.page.frames().find((one) => one.parentFrame() === chat.frame));
  await until('its field has the focus', () =>
    frame.evaluate(() => /^(TEXTAREA|INPUT)$/.test(document.activeElement?.tagName ?? '') && document.hasFocus()),
  );
  await chat.page.keyboard.type(`${word} `);
  return frame;
}

const text = (page: Page): Promise<string> => page.evaluate(() => document.body.textContent ?? '');

/** The files of a profile that hold a word, in either of the ways in which a browser writes it. */
async function holding(folder: string, word: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const held = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => {
        const path = join(file.parentPath, file.name);
        const bytes = await readFile(path).catch(() => Buffer.alloc(0));
        return bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')) ? [path] : [];
      }),
  );
  return held.flat();
}
