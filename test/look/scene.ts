/** Where pictures are taken: one browser in one scheme, and the page of a chat in it that says the same each time. */
import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { locales } from '../../lib/i18n/locales/index.ts';
import { speak } from '../../lib/i18n/text.ts';
import type { Rect } from '../../lib/model/inspection.ts';
import type { ReviewChange } from '../../lib/model/review.ts';
import type { Words } from '../../lib/model/words.ts';
import { serveChat } from '../demo/server.ts';
import { answersOf, demand, tabOf } from '../extension/ask.ts';
import { boxesOf, type Reviewed } from '../extension/controls.ts';
import { buildInLanguage } from '../extension/inLanguage.ts';
import { launch, type Driven } from '../extension/launch.ts';
import { until } from '../setup/until.ts';
import { arabic, english, type Talk } from './conversation.ts';

export const schemes = ['light', 'dark', 'rtl'] as const;
export type Scheme = (typeof schemes)[number];

export interface Scene extends AsyncDisposable {
  scheme: Scheme;
  talk: Talk;
  driven: Driven;
  /** Opens a page of the extension, without motion and without a caret that blinks. */
  openOurs: (path: string, size: Size) => Promise<Page>;
  /** Opens a page that says the talk: the chat if no other is told. Its answers, at least so many, are final and their marks stand. */
  openChat: (size: Size, at?: { url: string; answers: number }) => Promise<Chat>;
}

export interface Size {
  width: number;
  height: number;
}

/** A chat page. `ids`: its answers, from the top. */
export interface Chat extends Reviewed {
  url: string;
  ids: string[];
  /** One act on an answer, as the side panel sends it: nothing opens. */
  act(id: string, change: ReviewChange): Promise<void>;
  /** Puts the keyboard on an answer's mark, which opens its rail. */
  reveal(id: string): Promise<void>;
  /** The box around all that a selector finds in our root, once it is there. */
  box(selector: string): Promise<Rect>;
  /** Asks for the box around all that these find. */
  around(...selectors: string[]): () => Promise<Rect>;
}

export async function openScene(scheme: Scheme): Promise<Scene> {
  const rtl = scheme === 'rtl';
  const talk = rtl ? arabic : english;
  speak(rtl ? 'ar' : 'en', Object.assign({}, ...Object.values(locales[rtl ? 'ar' : 'en'])) as Words);
  const build = rtl ? await buildInLanguage('chromium', 'ar') : null;
  const [chat, driven] = await Promise.all([serveChat(), launch('chromium', build ? { build } : {})]);
  await demand(driven, 'site.enable', { origin: chat.origin });

  async function still(page: Page): Promise<Page> {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme === 'dark' ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    return page;
  }

  return {
    scheme,
    talk,
    driven,
    openOurs: async (path, size) => still(await driven.openOurs(path, size)),
    async openChat(size, at = { url: `${chat.origin}/assistant-ui/${scheme === 'dark' ? '?dark' : ''}`, answers: 2 }) {
      const page = await still(await driven.open('about:blank', size));
      await page.evaluateOnNewDocument(script, talk, rtl);
      const { url } = at;
      await page.goto(url);
      const answers = () => answersOf(driven, url);
      const reviewed: Reviewed = { kind: 'chromium', page, frame: page.mainFrame(), answers };
      const ids = await until('the answers are final', async () => {
        const all = await answers();
        return all.length >= at.answers && all.every(({ state, controls }) => state === 'final' && controls) && all.map(({ id }) => id);
      });
      const tab = await tabOf(driven, url);
      const box = (selector: string) =>
        until(`${selector} is there`, async () => {
          const boxes = await boxesOf(reviewed, selector);
          return boxes.length > 0 && around(boxes);
        });
      return {
        ...reviewed,
        url,
        ids,
        act: (answerId, change) => tell(driven, tab, 'page.act', { answerId, change, final: true }),
        async reveal(answerId) {
          await page.bringToFront();
          const has = async () => (await boxesOf(reviewed, `[data-id="${answerId}"]:has(.mark:focus) .rail`)).length > 0;
          if (await has()) return;
          await tell(driven, tab, 'page.reveal', { answerId });
          await until('the mark has the focus, and its rail is open', has);
        },
        box,
        around:
          (...selectors) =>
          async () =>
            around(await Promise.all(selectors.map(box))),
      };
    },
    async [Symbol.asyncDispose]() {
      await driven.close();
      await chat.close();
      if (build) await rm(build, { recursive: true, force: true });
    },
  };
}

/** The smallest box that holds all of them. */
export function around(boxes: Rect[]): Rect {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

async function tell({ ours }: Driven, tab: number, name: string, data: object): Promise<void> {
  const reply = await ours.evaluate(
    async (id, message) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: { sendMessage(...sent: unknown[]): Promise<unknown> } } }).chrome;
      return JSON.stringify(await tabs.sendMessage(id, message, { frameId: 0 }));
    },
    tab,
    { name, data } as never,
  );
  const { ok, value } = JSON.parse(reply) as { ok: boolean; value: { ok?: boolean } };
  if (!ok || value?.ok === false) throw new Error(`${name}: ${reply}`);
}

/** Runs in the page before its own scripts: it says this conversation, in this direction, and the model says the other version. */
function script({ turns, other }: Talk, rtl: boolean): void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = typeof input === 'string' ? input : '';
    if (url.endsWith('/truth.json')) return Promise.resolve(Response.json({ turns }));
    if (url === '/api/chat') return Promise.resolve(new Response(`${JSON.stringify({ delta: other })}\n`));
    return real(input, init);
  };
  if (!rtl) return;
  document.addEventListener('DOMContentLoaded', () => {
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'ar';
  });
}
