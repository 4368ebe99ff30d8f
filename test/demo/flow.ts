/** The main job as a person does it: ask, wait, rate, flag a passage, correct, look at what leaves, sync, export. */
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { editor as editorWords } from '../../lib/i18n/locales/en/editor.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { panels } from '../../lib/i18n/locales/en/panels.ts';
import type { InspectedAnswer } from '../../lib/model/inspection.ts';
import type { ReviewEvent } from '../../lib/model/sync.ts';
import { conversations } from '../chat-uis/conversations.ts';
import { demand } from '../extension/ask.ts';
import { hover, press, pressBeside, shownText } from '../extension/controls.ts';
import { allFinal, firstOf, openChat, token, type ChatPage, type Desk } from '../extension/desk.ts';
import { exportFiles } from '../extension/exported.ts';
import { named } from '../extension/names.ts';
import { approveFirstPayload } from '../extension/options.ts';
import { until } from '../setup/until.ts';

/** What the flow tells while it goes. */
export interface Teller {
  /** One step, done, in words. */
  say: (step: string) => void;
  /** Keeps a picture; nothing where nobody wants one. */
  picture: (name: string, page: Page) => Promise<void>;
  /** For the chat page: `dark`. */
  query?: string;
}

/** The mistake that the scripted answer makes, and what is right. */
const mistake = { wrong: 'about 13 seconds', digits: '13', right: '1.3' };

/**
 * Does the whole job in the demo's chat page and returns what the endpoint stored. `folder` gets the exported files.
 * Every step waits for what a person would wait for, and throws with what was missing.
 */
export async function doTheJob(desk: Desk, folder: string | null, { say, picture, query = '' }: Teller): Promise<ReviewEvent[]> {
  const chat = await openChat(desk, 'assistant-ui', query);
  const question = conversations.moon[2].prompt;
  await ask(chat, question);
  say(`asked "${question}"`);
  const answers = await allFinal(chat, 3);
  const [first, , last] = answers as [InspectedAnswer, InspectedAnswer, InspectedAnswer];
  say(`found ${answers.length} finished answers on the page: ${answers[0]?.detectedBy.reasons.join(', ')}`);
  await picture('1-answers', chat.page);

  await pressBeside(chat, first.id, named(overlay['rail.up']));
  await saved(chat);
  say('rated the first answer: one click on the thumb, saved');

  await select(chat.frame, mistake.wrong);
  await picture('2-selected', chat.page);
  await press(chat, named(panels['flag.selection']));
  await press(chat, named(overlay['category.wrong']));
  await saved(chat);
  say(`flagged "${mistake.wrong}" in the last answer: ${overlay['category.wrong']}`);
  await picture('3-flagged', chat.page);

  await pressBeside(chat, last.id, named(overlay['rail.correct']));
  const editor = await until('the editor is open', () => chat.page.frames().find((frame) => frame.parentFrame() === chat.frame));
  await until('the editor holds the answer', () => editor.evaluate(() => document.querySelector('textarea')?.value.includes('384,400')));
  await choose(editor, mistake.digits);
  await chat.page.keyboard.type(mistake.right);
  await until('the draft is saved', () =>
    editor.evaluate((word) => document.querySelector('[role=status]')?.textContent?.includes(word), editorWords['editor.saved']),
  );
  await picture('4-correcting', chat.page);
  await chat.page.keyboard.press('Escape');
  await until('the correction is final', async () =>
    (await chat.answers()).find(({ id, review }) => id === last.id && review?.status === 'final'),
  );
  say(`corrected it: ${mistake.digits} seconds to ${mistake.right} seconds, with the live word diff`);
  // A click beside the conversation takes the selection away, as people do.
  await chat.page.mouse.click(40, 300);
  await hover(chat, last.id);
  await picture('5-reviewed', chat.page);

  const events = await approveFirstPayload(desk, token, picture);
  say(`looked at the first payload (${events} reviews) and let it go`);
  // The undo time of the last act passes first; then it leaves by itself.
  await until('nothing waits any more', async () => firstOf(await demand(desk.driven, 'sync.status', {})).waiting === 0, 60_000);
  const stored = await desk.endpoint.stored();
  say(`synced: the endpoint stored ${stored.length} events in ${desk.endpoint.file}`);

  for (const id of ['native', 'trl-sft', 'trl-preference', 'trl-kto', 'openai-chat', 'csv']) {
    const files = await exportFiles(desk, id, picture);
    for (const { path } of files) if (folder) await copyFile(path, join(folder, basename(path)));
    say(`exported ${id}: ${files.map(({ path, text }) => `${basename(path)} (${text.length} characters)`).join(', ')}`);
  }
  await showReview(desk, picture);
  return stored;
}

/** Opens the corrected review in the dashboard. */
async function showReview({ driven }: Desk, picture: Teller['picture']): Promise<void> {
  const page = await driven.openOurs('dashboard.html');
  const row = await until('the corrected review is listed', () =>
    page
      .evaluateHandle(() => [...document.querySelectorAll('[role=row], tr')].find((line) => line.textContent.includes('384,400')) ?? null)
      .then((found) => found.asElement()),
  );
  await (row as ElementHandle).click();
  await until('its diff is shown', () => page.evaluate(() => document.querySelector('del, ins') !== null));
  await picture('8-dashboard', page);
  await page.close();
}

async function ask({ page }: ChatPage, question: string): Promise<void> {
  await page.locator('textarea').click();
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
}

async function saved(chat: ChatPage): Promise<void> {
  await until('"Saved" is shown', async () => (await shownText(chat)).includes(overlay.saved));
}

/** Drags the mouse over a passage, as a person selects text. */
async function select(frame: Frame, passage: string): Promise<void> {
  const { from, to } = await frame.evaluate((words) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = texts.currentNode.nodeValue?.lastIndexOf(words) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + words.length);
      const lines = [...range.getClientRects()];
      const [first, last] = [lines[0], lines.at(-1)];
      if (first && last)
        return { from: { x: first.left, y: first.top + first.height / 2 }, to: { x: last.right, y: last.top + last.height / 2 } };
    }
    throw new Error(`"${words}" is not on the page`);
  }, passage);
  const { mouse } = frame.page();
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 10 });
  await mouse.up();
}

/** Selects a passage in the editor's field; the keyboard writes over it. */
async function choose(editor: Frame, passage: string): Promise<void> {
  await editor.evaluate((words) => {
    const field = document.querySelector('textarea');
    const at = field?.value.lastIndexOf(words) ?? -1;
    if (!field || at < 0) throw new Error(`"${words}" is not in the editor`);
    field.focus();
    field.setSelectionRange(at, at + words.length);
  }, passage);
}
