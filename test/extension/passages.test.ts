/** Answers that no chat shows: what a person selected, and blocks that carry signs of AI. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import type { Answer } from '../../lib/model/answer.ts';
import type { Review } from '../../lib/model/review.ts';
import { servePages, type ServedPages } from '../setup/pages.ts';
import { until } from '../setup/until.ts';
import { answersOf, call, demand, inspect, records, tabOf } from './ask.ts';
import { pressBeside } from './controls.ts';
import { launch, type Driven } from './launch.ts';
import { named } from './names.ts';
import type { Page } from 'puppeteer-core';

declare const chrome: {
  action: { getBadgeText(details: object): Promise<string> };
};

const article = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
<style>body{max-width:640px;margin:40px auto;font:16px/1.5 serif}</style>
<h1>A day in the valley</h1>
<p id="first">It rained all morning, and the <em>river</em> rose by a metre.</p>
<p id="second">By noon the bridge was closed. Nobody was hurt.</p>
</html>`;
const declared = article.replace('<p id="second">', '<p id="second" ai-disclosure="ai-autonomous">');

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages({ '/article': article, '/declared': declared });
});
afterAll(() => pages[Symbol.asyncDispose]());

/** Selects from the word "river" to the end of "By noon the bridge". */
const select = (page: Page) =>
  page.evaluate(() => {
    const selection = document.getSelection()!;
    selection.setBaseAndExtent(document.querySelector('em')!.firstChild!, 0, document.querySelector('#second')!.firstChild!, 18);
  });
const passage = 'river rose by a metre.\nBy noon the bridge';

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  let driven: Driven;
  beforeAll(async () => {
    driven = await launch(kind);
  });
  afterAll(() => driven?.close());

  test('a selected passage is reviewed on a site where review is off, and only the passage', async () => {
    const url = `${pages.origin}/article`;
    const page = await driven.open(url);
    const tabId = await tabOf(driven, url);
    expect(await call(driven, 'selection.review', { tabId })).toMatchObject({ ok: false, error: { code: 'no-selection' } });

    await select(page);
    await demand(driven, 'selection.review', { tabId });
    const answer = await until('the passage is an answer', async () => (await answersOf(driven, url))[0]);
    expect(answer).toMatchObject({ text: passage, prompt: null, detectedBy: { kind: 'selection' }, state: 'final' });
    expect(await inspect(driven, url)).toMatchObject([
      { surface: 'page', site: 'page', answers: [{ markdown: '*river* rose by a metre.\n\nBy noon the bridge' }] },
    ]);

    const reviewed = { kind, page, frame: page.mainFrame(), answers: () => answersOf(driven, url) };
    await pressBeside(reviewed, answer.id, named(overlay['rail.down']));
    const review = await until('the review is stored', async () =>
      (await records<Review>(driven, 'reviews')).find(({ answerId }) => answerId === answer.id),
    );
    expect(review).toMatchObject({ rating: -1, status: 'final' });
    expect((await records<Answer>(driven, 'answers')).find(({ id }) => id === answer.id)).toMatchObject({ text: passage, site: 'page' });

    await select(page);
    await demand(driven, 'selection.review', { tabId });
    expect(await answersOf(driven, url)).toHaveLength(1);

    await demand(driven, 'site.enable', { origin: pages.origin });
    await page.reload();
    const again = await until('the passage is found again', async () => (await answersOf(driven, url)).find(({ review }) => review));
    expect(again).toMatchObject({ id: answer.id, text: passage, review: { status: 'final' } });
    await page.close();
  });

  test('a block that is declared to be AI-made gets a mark, and the toolbar says so', async () => {
    await demand(driven, 'site.enable', { origin: pages.origin });
    const url = `${pages.origin}/declared`;
    const page = await driven.open(url);
    const tabId = await tabOf(driven, url);
    const [seen] = await until('the block is found', async () => {
      const all = await inspect(driven, url);
      return all[0]?.answers.length === 1 && all[0].answers[0]!.controls && all;
    });
    expect(seen).toMatchObject({
      surface: 'page',
      answers: [{ text: 'By noon the bridge was closed. Nobody was hurt.', detectedBy: { kind: 'evidence' }, evidence: [0] }],
      evidence: [{ strength: 'declared' }],
    });
    expect(seen!.evidence[0]!.snippet).toContain('ai-autonomous');
    await until(
      'the badge is there',
      async () => (await driven.ours.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId)) === 'AI',
    );
    await page.close();
  });
});
