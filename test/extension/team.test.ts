/** Two people in two browsers over one database: what is asked comes to who is asked, the verdict back, and nobody is led by what another said before. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import type { Review, ReviewChange } from '../../lib/model/review.ts';
import { serveChat, type Served } from '../demo/server.ts';
import { serveCouch, type Couch } from '../setup/couch.ts';
import { until } from '../setup/until.ts';
import { demand, records, tabOf } from './ask.ts';
import { pressBeside, shownText } from './controls.ts';
import { allFinal, openChat, type ChatPage } from './desk.ts';
import { launch, type Driven, type Kind } from './launch.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';

interface Mate {
  driven: Driven;
  chat: ChatPage;
  dashboard: Page;
  panel: Page;
  ids: [string, string];
}

let chat: Served;
let couch: Couch;
let folder: string;
let ada: Mate;
let ben: Mate;

beforeAll(async () => {
  [chat, couch, folder] = await Promise.all([serveChat(), serveCouch(), mkdtemp(join(tmpdir(), 'bluepencil-team-'))]);
  await couch.ask('PUT', 'team');
  [ada, ben] = await Promise.all([mate('chromium', 'Ada'), mate('firefox', 'Ben')]);
}, 120_000);
afterAll(async () => {
  await Promise.all([ada?.driven.close(), ben?.driven.close()]);
  await chat?.close();
  couch?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Somebody with a browser, the same chat open, and the team's database. */
async function mate(kind: Kind, name: string): Promise<Mate> {
  const driven = await launch(kind, { profile: join(folder, name) });
  await demand(driven, 'settings.reviewer', { name });
  await demand(driven, 'site.enable', { origin: chat.origin });
  const { id } = await demand(driven, 'sync.configure', {
    destination: { connector: 'couchdb', settings: { url: `${couch.root}/team/` }, secrets: {} },
  });
  await demand(driven, 'sync.approve', { destinationId: id });
  const page = await openChat({ driven, chat }, 'assistant-ui');
  const [first, second] = await allFinal(page, 2);
  const panel = await driven.openOurs(`sidepanel.html?tab=${await tabOf(driven, page.url)}`, { width: 320, height: 760 });
  return { driven, chat: page, dashboard: await driven.openOurs('dashboard.html'), panel, ids: [first!.id, second!.id] };
}

/** Sends what waits and fetches what has come, as "Sync now" does. */
async function sync(...mates: Mate[]): Promise<void> {
  for (const { driven } of mates)
    await until('nothing waits any more', async () => {
      const { status } = await demand(driven, 'sync.now', {});
      return status.destinations[0]?.waiting === 0;
    });
}

const say = ({ driven }: Mate, answerId: string, change: ReviewChange) =>
  demand(driven, 'review.change', { answerId, change, final: true });
const reads = ({ dashboard }: Mate, selector: string): Promise<string> =>
  dashboard.evaluate((at) => document.querySelector(at)?.textContent ?? '', selector);
const shows = (mate: Mate, selector: string, words: string): Promise<unknown> =>
  until(`“${words}” is in ${selector}`, async () => (await reads(mate, selector)).includes(words));
/** The accessibility rules that a machine can check hold, as the page stands. Only Chromium can be told a scheme. */
async function holdsRules(page: Page, schemes: ('light' | 'dark')[] = []): Promise<void> {
  await page.evaluate(axe.source);
  for (const value of schemes.length > 0 ? schemes : [null]) {
    if (value !== null)
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${value} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
}

/** What the side panel says of it, above its answers. */
const inPanel = ({ panel }: Mate): Promise<string> => panel.evaluate(() => document.querySelector('.waits')?.textContent ?? '');
const waiting = pages['team.waits'].replace('{n}', '1');
const open = ({ dashboard }: Mate, selector: string): Promise<void> =>
  dashboard.evaluate((at) => document.querySelector<HTMLElement>(at)?.click(), selector);
const of = async ({ driven }: Mate, answerId: string, by: string): Promise<Review | undefined> =>
  (await records<Review>(driven, 'reviews')).findLast((one) => one.answerId === answerId && one.reviewer.name === by);

/** A thumb beside the answer, as a person gives it. */
async function thumb({ chat }: Mate, answerId: string): Promise<void> {
  await pressBeside(chat, answerId, named(overlay['rail.up']));
  await until('it is saved', async () => (await shownText(chat)).includes(overlay.saved));
}

test('an escalation comes to who is named, who decides it where it stands', async () => {
  const [asked, noted] = ada.ids;
  await thumb(ada, asked);
  await say(ada, asked, { kind: 'escalate', to: 'Ben', reason: 'Is this still so?' });
  await thumb(ada, noted);
  await say(ada, noted, { kind: 'note', note: 'I would not trust this.' });
  await sync(ada, ben);
  const concern = `[data-concern="${(await of(ben, asked, 'Ada'))!.id}"]`;
  await shows(ben, concern, 'Is this still so?');
  expect(await reads(ada, '.for-you')).toBe('');
  await until('the side panel of Ben says so', async () => (await inPanel(ben)) === waiting);
  expect(await inPanel(ada)).toBe('');
  await open(ben, concern);
  await shows(ben, '.detail', pages['team.asked'].replace('{name}', 'Ada'));
  await holdsRules(ben.dashboard);
  await holdsRules(ben.panel);
  await ben.dashboard.locator('.decide textarea').fill('It changed in May.');
  await pressIn(ben.dashboard, named(overlay['rail.reject']));
  await until('Ben has decided', async () => (await of(ben, asked, 'Ben'))?.decision === 'reject');
  await shows(ben, '.detail .revisions', overlay['verdict.rejected']);
  await until('nothing waits for Ben', async () => (await reads(ben, '.for-you')) === '' && (await inPanel(ben)) === '');
});

test('what a colleague said is hidden until one’s own review is final, then it is there', async () => {
  const [, answerId] = ada.ids;
  const row = `[data-review="${(await of(ben, answerId, 'Ada'))!.id}"]`;
  await shows(ben, row, pages['team.veiled']);
  await open(ben, row);
  await shows(ben, '.detail', pages['team.veil'].replace('{name}', 'Ada'));
  expect(await reads(ben, '.detail')).not.toContain('I would not trust this.');
  expect(await reads(ben, '.list')).not.toContain(overlay['verdict.up']);
  await holdsRules(ben.dashboard);
  // Nor does the export show it, which says so.
  await ben.dashboard.evaluate(() => (location.hash = 'export'));
  await until('the formats are there', () => ben.dashboard.$('select[name=format]'));
  await ben.dashboard.select('select[name=format]', 'csv');
  await until('it is made', () => ben.dashboard.$('.result[data-format=csv][data-state=made]'));
  await shows(ben, '.result .sum', pages['export.hidden'].one.replace('{n}', '1'));
  expect(await reads(ben, '.result')).not.toContain('I would not trust this.');
  // Beside the answer there is nothing either: it is as nobody had reviewed it.
  await thumb(ben, answerId);
  await shows(ben, '.result .first', 'I would not trust this.');
  await ben.dashboard.evaluate(() => (location.hash = 'reviews'));
  await shows(ben, '.detail', 'I would not trust this.');
  expect(await of(ben, answerId, 'Ben')).toMatchObject({ revision: 1, rating: 1, note: '' });
});

test('the verdict comes back and is quiet once it is read; what two computers of one person said is both kept', async () => {
  const [, answerId] = ada.ids;
  const before = (await of(ada, answerId, 'Ada'))!;
  const documents = (await couch.documents('team')) as { record_id: string; event: { review: Review } }[];
  const document = documents.find(({ record_id }) => record_id === before.id)!;
  const at = new Date(Date.parse(before.updatedAt) + 1000).toISOString();
  const revision = before.revision + 1;
  const review = { ...document.event.review, revision, note: 'Said at home.', updatedAt: at };
  const event = { ...document.event, id: `${before.id}.${revision}`, occurredAt: at, review };
  await couch.ask('PUT', `team/${event.id}`, { ...document, _id: event.id, _rev: undefined, revision, occurred_at: at, event });
  await say(ada, answerId, { kind: 'note', note: 'Said at work.' });
  await sync(ben, ada);
  await shows(ada, '.for-you', 'It changed in May.');
  await shows(ada, '.for-you', overlay['verdict.rejected']);
  await open(ada, '.concern');
  await shows(ada, '.detail', 'It changed in May.');
  await holdsRules(ada.dashboard, ['light', 'dark']);
  await until('the side panel of Ada says so', async () => (await inPanel(ada)) === waiting);
  await holdsRules(ada.panel, ['light', 'dark']);
  await pressIn(ada.panel, named(waiting));
  const dashboards = async () => (await ada.driven.browser.pages()).filter((page) => page.url().endsWith('/dashboard.html')).length;
  await until('it leads to the dashboard', async () => (await dashboards()) === 2);
  await pressIn(ada.dashboard, named(pages['team.gotItNamed'].replace('{name}', 'Ben')));
  await until('it was read', async () => (await reads(ada, '.for-you')) === '' && (await inPanel(ada)) === '');

  await open(ada, `[data-review="${before.id}"]`);
  await shows(ada, '.detail', 'Said at home.');
  await shows(ada, '.detail', 'Said at work.');
  expect((await of(ada, answerId, 'Ada'))?.others).toHaveLength(1);
});
