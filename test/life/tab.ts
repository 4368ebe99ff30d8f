/** One tab with the small chat, and what is asked of it. */
import type { Frame, Page } from 'puppeteer-core';
import type { InspectedAnswer } from '../../lib/model/inspection.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import type { Answer } from '../../lib/model/answer.ts';
import type { Review } from '../../lib/model/review.ts';
import { answersOf, demand, records } from '../extension/ask.ts';
import { pressBeside, shownText, type Reviewed } from '../extension/controls.ts';
import { launch, type Driven, type Kind } from '../extension/launch.ts';
import { named } from '../extension/names.ts';
import { until } from '../setup/until.ts';
import { serveLife } from './serve.ts';

/** A browser with the extension, and a server of the small chat. */
export interface Stage extends AsyncDisposable {
  driven: Driven;
  origin: string;
}

export async function stage(kind: Kind): Promise<Stage> {
  const served = await serveLife();
  const driven = await launch(kind);
  await demand(driven, 'site.enable', { origin: served.origin });
  return {
    driven,
    origin: served.origin,
    async [Symbol.asyncDispose]() {
      await driven.close();
      await served.close();
    },
  };
}

export interface Tab extends Reviewed {
  page: Page;
  frame: Frame;
  /** What the script of the frame sees once `count` answers are there and all of them final. */
  finals(count: number): Promise<InspectedAnswer[]>;
  /** A thumb up on an answer, until it is said to be saved. */
  rate(answerId: string): Promise<void>;
}

/** Opens the small chat; `fill` runs in the page. */
export async function open({ driven, origin }: Stage, path: string, fill: () => void): Promise<Tab> {
  const page = await driven.open(origin + path);
  await page.evaluate(fill);
  return tabOf(driven, page);
}

/** Opens the small chat as if it were at this address; `fill` runs in the page. Chromium only. */
export async function openAs({ driven, origin }: Stage, url: string, fill: () => void): Promise<Tab> {
  const page = await driven.open('about:blank');
  const body = await (await fetch(origin)).text();
  await page.setRequestInterception(true);
  page.on(
    'request',
    (request) =>
      void (request.isNavigationRequest() ? request.respond({ contentType: 'text/html; charset=utf-8', body }) : request.abort()),
  );
  await page.goto(url);
  await page.evaluate(fill);
  return tabOf(driven, page);
}

export function tabOf(driven: Driven, page: Page): Tab {
  const tab: Tab = {
    kind: driven.kind,
    page,
    frame: page.mainFrame(),
    answers: () => answersOf(driven, page.url()),
    finals: (count) =>
      until(`${count} answers are final`, async () => {
        const answers = await tab.answers();
        return answers.length === count && answers.every(({ state }) => state === 'final') && answers;
      }),
    async rate(id) {
      // The same again on an answer that has changed a little is one more name of it, and no other review.
      const kept = async () => JSON.stringify([await records(driven, 'answers'), await records(driven, 'reviews')]);
      const before = await kept();
      await pressBeside(tab, id, named(overlay['rail.up']));
      // An act shortly before is still said to be saved.
      await until('it is stored', async () => (await kept()) !== before);
      await until('"Saved" is shown', async () => (await shownText(tab)).includes(overlay.saved));
    },
  };
  return tab;
}

/** Each stored answer that has a review, with its text. */
export async function reviewed({ driven }: Stage): Promise<Answer[]> {
  const [answers, reviews] = await Promise.all([records<Answer>(driven, 'answers'), records<Review>(driven, 'reviews')]);
  return answers.filter(({ id }) => reviews.some(({ answerId }) => answerId === id));
}
