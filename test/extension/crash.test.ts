/** "Saved" means saved: the browser is killed at that moment, and what was saved is there after the restart; a review reaches the endpoint. */
import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { editor } from '../../lib/i18n/locales/en/editor.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import type { Review } from '../../lib/model/review.ts';
import { until } from '../setup/until.ts';
import { records } from './ask.ts';
import { pressBeside, shownText } from './controls.ts';
import { allFinal, drained, openChat, setUp, type ChatPage } from './desk.ts';
import { named } from './names.ts';
import { launch, type Kind } from './launch.ts';
import { newestOf } from './stored.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  test('a review survives SIGKILL right after "Saved"', async () => {
    const desk = await setUp(kind);
    try {
      const chat = await openChat(desk, 'assistant-ui');
      const [first] = await allFinal(chat, 2);
      await pressBeside(chat, first!.id, named(overlay['rail.up']));
      await until('"Saved" is shown', async () => (await shownText(chat)).includes(overlay.saved));
      await desk.driven.kill();

      desk.driven = await launch(kind, { profile: desk.driven.profile });
      expect(await records<Review>(desk.driven, 'reviews')).toMatchObject([{ answerId: first!.id, rating: 1, status: 'final' }]);
      await drained(desk);
      expect((await desk.endpoint.stored()).map(({ answer }) => answer.id)).toEqual([first!.id]);
    } finally {
      await desk[Symbol.asyncDispose]();
    }
  });

  test('a draft survives SIGKILL in the middle of a word, and is offered again', async () => {
    const desk = await setUp(kind);
    try {
      const chat = await openChat(desk, 'assistant-ui');
      const [first] = await allFinal(chat, 2);
      await writing(chat, first!.id);
      await chat.page.keyboard.type('Half a thought, ');
      const draftOf = async (): Promise<string | undefined> =>
        (await records<Review>(desk.driven, 'drafts')).find(({ answerId }) => answerId === first!.id)?.correction?.markdown;
      await until('a pause has saved it', async () => (await draftOf())?.startsWith('Half a thought, '));
      await chat.page.keyboard.type('and ha');
      await desk.driven.kill();

      desk.driven = await launch(kind, { profile: desk.driven.profile });
      const again = await openChat(desk, 'assistant-ui');
      await allFinal(again, 2);
      const frame = await writing(again, first!.id);
      expect(await frame.evaluate(() => document.querySelector('textarea')!.value)).toMatch(/^Half a thought, /);
      const notice = await frame.evaluate(() => document.querySelector('#state')!.textContent);
      expect(notice).toMatch(new RegExp(`^${editor['editor.draft'].replace('{time}', '.*\\d.*')}$`));
      await again.page.keyboard.press('Escape');
      await until('it is a review', async () => (await newestOf(desk.driven, first!.id))?.status === 'final');
    } finally {
      await desk[Symbol.asyncDispose]();
    }
  });
});

/** Opens the editor for a correction, and waits until a person could type. */
async function writing(chat: ChatPage, answerId: string): Promise<Frame> {
  await pressBeside(chat, answerId, named(overlay['rail.correct']));
  const frame = await until('the editor is open', () => chat.page.frames().find((one) => one.parentFrame() === chat.frame));
  await until('its field has the focus', () =>
    frame.evaluate(() => document.activeElement?.localName === 'textarea' && document.hasFocus()),
  );
  return frame;
}
