/** A site has changed: its answers are found all the same, the popup says so, and the report holds nothing that somebody wrote. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages as words } from '../../lib/i18n/locales/en/pages.ts';
import type { SiteAdapter } from '../../lib/model/site.ts';
import { servePages, type ServedPages } from '../setup/pages.ts';
import { until } from '../setup/until.ts';
import { answersOf, demand } from './ask.ts';
import { launch, type Driven } from './launch.ts';
import { named } from './names.ts';
import { lookAt, pressIn } from './ours.ts';

declare const chrome: { tabs: { query(query: object): Promise<{ id: number; url: string }[]> } };

const said = [
  ['Wherefrom sails Philomena?', 'Philomena leaves <b>Vlissingen</b> on Thursdays.'],
  ['Whither then?', 'Towards Harwich, weather permitting.'],
];
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Philomena’s AI assistant</title>
<main class="chat">${said
  .map(
    ([asked, told]) =>
      `<div class="user-message" data-name="Philomena" title="Wherefrom">${asked}</div><div class="assistant-message" data-testid="assistant-message-Vlissingen"><p>${told}</p><button>Copy</button></div>`,
  )
  .join('')}</main><form><textarea placeholder="Ask"></textarea></form></html>`;
const hook = (select: string) => ({ select, seen: '2026-01-01', grade: 'report' as const });

let site: ServedPages;
beforeAll(async () => void (site = await servePages({ '/chat/Philomena-to-Harwich': page })));
afterAll(() => site[Symbol.asyncDispose]());

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  let driven: Driven;
  beforeAll(async () => {
    driven = await launch(kind);
    const adapter: SiteAdapter = {
      id: 'ferries',
      provider: null,
      origins: [site.origin],
      layouts: [
        {
          id: 'of-old',
          answer: [hook('.reply')],
          prompt: [hook('.user-message')],
          body: [],
          leaveOut: [],
          messageId: [],
          streaming: [],
          finished: [],
          model: [],
        },
      ],
    };
    await demand(driven, 'adapter.import', { text: JSON.stringify(adapter) });
    await demand(driven, 'site.enable', { origin: site.origin });
  });
  afterAll(() => driven?.close());

  test('the answers are found by their shape, the popup says so, and its report has no word of the page', async () => {
    const url = `${site.origin}/chat/Philomena-to-Harwich?draft=Thursdays#Harwich`;
    const chat = await driven.open(url);
    const answers = await until('the answers are found', async () => {
      const now = await answersOf(driven, url);
      return now.length === 2 && now;
    });
    expect(answers[0]!.detectedBy).toMatchObject({
      kind: 'generic',
      reasons: expect.arrayContaining(['the adapter for ferries found nothing here']),
    });

    const tab = await driven.ours.evaluate(async (at) => (await chrome.tabs.query({})).find((open) => open.url === at)!, url);
    const popup = await driven.openOurs('popup.html', { width: 340, height: 760 });
    await lookAt(popup, tab);
    await until('it says that the site has changed', () =>
      popup.evaluate(
        (what) => document.body.innerText.includes(what),
        words['doctor.changed'].replace('{site}', new URL(site.origin).host),
      ),
    );
    await popup.bringToFront();
    await pressIn(popup, named(words['doctor.copy']));
    const text = await until('the report is there', () => popup.evaluate(() => document.querySelector('textarea')?.value));
    const report = JSON.parse(text) as {
      page: string;
      adapters: object[];
      shape: object;
      skeleton: string[];
      version: string;
      browser: string;
    };
    expect(report).toMatchObject({
      page: `${site.origin}/chat/:part`,
      adapters: [
        {
          id: 'ferries',
          layouts: [
            {
              id: 'of-old',
              answers: 0,
              prompts: 2,
              hooks: [
                { part: 'answer', select: '.reply', count: 0 },
                { part: 'prompt', count: 2 },
              ],
            },
          ],
        },
      ],
      shape: { answers: 2, prompts: 2 },
    });
    expect(report.browser).toMatch(kind === 'chromium' ? /^Chrome\// : /^Firefox\//);
    expect(report.skeleton.join('\n')).toContain('div[class="assistant-message"][data-testid="assistant-message-*"]');
    for (const word of ['Philomena', 'Vlissingen', 'Wherefrom', 'Whither', 'Harwich', 'Thursdays', 'weather', 'sails'])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    await popup.close();
    await chat.close();
  });
});
