/** The states of pages of ours: the side panel beside a chat, welcome, popup and options. */
import type { Page } from 'puppeteer-core';
import { text } from '../../lib/i18n/text.ts';
import { demand, tabOf } from '../extension/ask.ts';
import { startingWith } from '../extension/names.ts';
import { lookAt, pressIn } from '../extension/ours.ts';
import { servePages } from '../setup/pages.ts';
import { until } from '../setup/until.ts';
import { strict } from './beside.ts';
import type { Camera } from './camera.ts';
import type { Chat, Scene } from './scene.ts';

const narrow = { width: 340, height: 640 };

/** Words alone, in the fonts of pages and of keys: they tell whether this machine draws letters as the one of the reference did. */
export async function fonts({ talk, openOurs }: Scene, shoot: Camera): Promise<void> {
  const page = await openOurs('welcome.html', { width: 360, height: 120 });
  await page.evaluate(
    (words) => {
      const lines = ['var(--bp-font)', 'var(--bp-mono)'].map((font) => {
        const line = document.createElement('p');
        line.textContent = words;
        line.style.cssText = `margin: 0; height: 50px; overflow: hidden; font: 13px/1.45 ${font}; color: #000; background: #fff`;
        return line;
      });
      document.body.replaceChildren(...lines);
    },
    talk.turns[0].answer.slice(0, 120),
  );
  await shoot('fonts', page, { x: 0, y: 0, width: 360, height: 100 }, { margin: 0 });
  await page.close();
}

/** The panel with a list, an open answer, a filter that leaves nothing, and a batch. */
export async function sidePanel({ driven, openOurs }: Scene, chat: Chat, shoot: Camera): Promise<void> {
  const [first, second] = chat.ids as [string, string];
  await demand(driven, 'policy.set', { policy: { ...strict, required: { words: ['2019', 'Freeze', 'ورق'] } } });
  const page = await openOurs(`sidepanel.html?tab=${await tabOf(driven, chat.url)}`, narrow);
  const keep = (state: string, box = { x: 0, y: 0, ...narrow }) => shoot(`panel-${state}`, page, box, { margin: 0 });
  await until('both answers are listed', async () => (await page.$$('[data-answer]')).length === 2);
  await keep('list', { x: 0, y: 0, width: narrow.width, height: 330 });
  await page.click(`[data-answer="${first}"]`);
  await until('it is open', () => page.$('.said'));
  await keep('open');
  await page.click(`[data-answer="${first}"]`);
  await pressIn(page, startingWith(text('panel.filter.unreviewed')));
  await until('one is left', async () => (await page.$$('[data-answer]')).length <= 1);
  await keep('filtered', { x: 0, y: 0, width: narrow.width, height: 330 });
  await page.close();

  await demand(driven, 'policy.set', { policy: null });
  for (const answerId of [first, second]) await demand(driven, 'review.change', { answerId, change: { kind: 'withdraw' }, final: true });
  const again = await openOurs(`sidepanel.html?tab=${await tabOf(driven, chat.url)}`, narrow);
  await until('both can be approved', () => again.$('.batch'));
  await shoot('panel-batch', again, { x: 0, y: 0, ...narrow }, { margin: 0 });
  await again.close();
}

/** The popup over a chat. */
export async function popup({ driven, openOurs }: Scene, chat: Chat, shoot: Camera): Promise<void> {
  const page = await openOurs('popup.html', { width: 340, height: 480 });
  const id = await tabOf(driven, chat.url);
  await lookAt(page, { id, url: chat.url });
  await until('it has counted', () =>
    page.evaluate((origin) => document.body.innerText.includes(origin) && !document.body.innerText.includes('–'), new URL(chat.url).host),
  );
  await shoot('popup-chat', page, { x: 0, y: 0, width: 340, height: 480 }, { margin: 0, without: () => partOf(page, '.switch label') });
  await page.close();
}

/** A mark on a page that is no chat, with what says that its passage is of an AI. */
export async function signs({ driven, talk, openChat }: Scene, shoot: Camera): Promise<void> {
  const words = talk.turns[1].answer;
  const html = `<!doctype html><meta charset="utf-8"><title>News</title>
    <style>:root { color-scheme: light dark } body { max-width: 520px; margin: 60px auto; font: 16px/1.5 sans-serif }</style>
    <p>${talk.turns[1].prompt}</p><p ai-disclosure="ai-autonomous">${words}</p>`;
  await using site = await servePages({ '/news': html });
  await demand(driven, 'site.enable', { origin: site.origin });
  const chat = await openChat({ width: 800, height: 400 }, { url: `${site.origin}/news`, answers: 1 });
  await shoot('mark-signs', chat.page, () => chat.box('.mark'), { text: false });
  await chat.page.close();
}

/** The pages that stand by themselves. */
export async function others({ openOurs }: Scene, shoot: Camera): Promise<void> {
  const keep = async (state: string, path: string, size: { width: number; height: number }, part?: string) => {
    const page = await openOurs(path, size);
    await until(`${path} says something`, () => page.evaluate(() => document.body.innerText.trim().length > 20));
    const box = part ? await partOf(page, part) : { x: 0, y: 0, ...size };
    await shoot(state, page, box, { margin: part ? 8 : 0 });
    await page.close();
  };
  await keep('panel-empty', 'sidepanel.html', { width: narrow.width, height: 360 });
  await keep('popup', 'popup.html', { width: 340, height: 420 });
  await keep('welcome', 'welcome.html', { width: 760, height: 900 });
  await keep('options-judged', 'options.html', { width: 760, height: 2600 }, '.judged');
  await keep('options-keys', 'options.html', { width: 760, height: 4000 }, '.keys');
}

const partOf = (page: Page, selector: string) =>
  until(`${selector} is there`, () =>
    page.evaluate((wanted) => {
      const box = document.querySelector(wanted)?.getBoundingClientRect();
      return box && box.height > 8 && { x: box.x, y: box.y, width: box.width, height: box.height };
    }, selector),
  );
