/** The states of what is opened for one answer: scores, versions, names, guidelines, keys, and the framed editor. */
import type { Frame } from 'puppeteer-core';
import { text } from '../../lib/i18n/text.ts';
import { demand } from '../extension/ask.ts';
import { boxesOf, press } from '../extension/controls.ts';
import { startingWith } from '../extension/names.ts';
import { until } from '../setup/until.ts';
import { away, strict } from './beside.ts';
import type { Camera } from './camera.ts';
import type { Chat, Scene } from './scene.ts';

/** Everything behind "more", and to whom an answer goes. */
export async function menus({ driven }: Scene, chat: Chat, shoot: Camera): Promise<void> {
  const [tall, short] = chat.ids as [string, string];
  const { page } = chat;
  const keep = async (state: string, selector: string) => shoot(state, page, () => chat.box(selector), { margin: 12 });

  await chat.act(short, { kind: 'score', criterion: 'correct', points: 4 });
  await chat.act(short, { kind: 'score', criterion: 'useful', points: 1 });
  await chat.reveal(short);
  await page.keyboard.press('m');
  await chat.box('.panel.more .row:focus');
  await until('the points are shown', async () => (await boxesOf(chat, '.panel.more .score[aria-pressed=true]')).length === 2);
  await keep('more', '.panel.more');
  await press(chat, startingWith(text('rail.guidelines')));
  await keep('guidelines', '.panel.guide');
  await page.keyboard.press('Escape');
  await chat.reveal(short);
  await page.keyboard.press('?');
  await keep('keys', '.panel.help');
  await page.keyboard.press('Escape');

  await demand(driven, 'policy.set', { policy: strict });
  await chat.reveal(tall);
  await page.keyboard.press('e');
  await chat.box('.panel.menu .row:focus');
  await keep('escalate-menu', '.panel.menu');
  await page.keyboard.down('Shift');
  await page.keyboard.press('n');
  await page.keyboard.up('Shift');
  await closed(chat, await inEditor(chat, shoot, 'editor-escalate-names', ''));
  await demand(driven, 'policy.set', { policy: null });
}

/** The editor: a correction with its diff and its preview, a note, a person who is written. */
export async function editor({ talk }: Scene, chat: Chat, shoot: Camera): Promise<void> {
  const [, short] = chat.ids as [string, string];
  const { page } = chat;
  await chat.reveal(short);
  await page.keyboard.press('c');
  const saved = (opened: Frame) =>
    until('it is saved', () => opened.evaluate((word) => document.querySelector('#state')?.textContent === word, text('editor.saved')));
  const frame = await inEditor(chat, shoot, 'editor-correct', talk.typed, async (opened) => {
    await until('the diff is drawn', () => opened.evaluate(() => document.querySelector('ins') !== null));
    await saved(opened);
  });
  await frame.click('.tools .quiet');
  await until('the preview is drawn', () => frame.evaluate(() => document.querySelector('.preview p') !== null));
  await asHighAsItWants(frame);
  await shoot('editor-preview', page, () => chat.box('.card'), { margin: 12 });
  await closed(chat, frame);
  await chat.reveal(short);
  await page.keyboard.press('n');
  await closed(chat, await inEditor(chat, shoot, 'editor-note', talk.note, saved));
  await chat.reveal(short);
  await page.keyboard.press('e');
  await closed(chat, await inEditor(chat, shoot, 'editor-escalate', ''));
  await away(chat);
}

/** Two versions of one answer, after the model was asked again. */
export async function versions(_: Scene, chat: Chat, shoot: Camera): Promise<void> {
  const { page } = chat;
  await page.click('.aui-assistant-action-bar-root button:nth-of-type(2)');
  const again = await until('the other version is there', async () => {
    const all = await chat.answers();
    const last = all.at(-1)!;
    return all.length === 2 && last.id !== chat.ids[1] && last.state === 'final' && last.controls && last.id;
  });
  await chat.reveal(again);
  await page.keyboard.press('m');
  await press(chat, startingWith(text('rail.compare')));
  await chat.box('.panel.compare button:focus');
  await shoot('compare', page, () => chat.box('.panel.compare'), { margin: 12 });
  await page.keyboard.press('Escape');
}

/** Writes into the open editor and takes its picture; the caret, which blinks, is left out. */
async function inEditor(
  chat: Chat,
  shoot: Camera,
  state: string,
  words: string,
  ready?: (frame: Frame) => Promise<unknown>,
): Promise<Frame> {
  // It has our address once it runs in our process: what is asked of it before is never answered.
  const frame = await until('the editor is open', () =>
    chat.page.frames().find((one) => one.parentFrame() === chat.frame && !one.detached && one.url().startsWith('chrome-extension:')),
  );
  await until('a field has the focus', () =>
    frame.evaluate(() => {
      document.documentElement.style.caretColor = 'transparent';
      return document.hasFocus() && document.activeElement?.matches('textarea, input');
    }),
  );
  if (words) {
    await frame.evaluate(() => (document.activeElement as HTMLTextAreaElement).select());
    await chat.page.keyboard.sendCharacter(words);
  }
  await ready?.(frame);
  await asHighAsItWants(frame);
  await shoot(state, chat.page, () => chat.box('.card'), { margin: 12 });
  return frame;
}

async function closed(chat: Chat, frame: Frame): Promise<void> {
  await chat.page.keyboard.press('Escape');
  await until('the editor is closed', () => frame.detached);
}

const asHighAsItWants = (frame: Frame) =>
  until('its frame is as high as it wants', () =>
    frame.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.preview')].every((one) => one.scrollHeight <= one.clientHeight),
    ),
  );
