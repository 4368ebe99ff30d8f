/** A policy from a file and from the organisation: it is shown, it is obeyed whoever sends the act, and a fault in it is loud. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import type { Calls } from '../../lib/messaging/protocol.ts';
import { defaultPolicy } from '../../lib/model/policy.ts';
import type { Result } from '../../lib/model/result.ts';
import { until } from '../setup/until.ts';
import { call, demand, inFrames, records, tabOf } from './ask.ts';
import { controls } from './controls.ts';
import { allFinal, openChat, setUp, type Desk } from './desk.ts';
import { launch, type Driven, type Kind } from './launch.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';
import { answerWith } from './reviews.ts';

const policy = {
  version: '2026-11',
  rubric: {
    id: 'medical',
    version: '3',
    categories: [{ id: 'dosage', label: 'Wrong dose', definition: 'A dose that is not in the leaflet.' }],
    criteria: [{ id: 'safe', label: 'Safe', scale: 'yes-no' }],
  },
  roles: [
    { id: 'reader', label: 'Reader', may: ['escalate'] },
    { id: 'lead', label: 'Lead', may: ['approve', 'edit', 'reject', 'escalate'] },
  ],
};

const words = (page: Page) => page.evaluate(() => document.querySelector('.judged')?.textContent ?? '');
const shows = (page: Page, what: string) => until(`“${what}” is shown`, async () => (await words(page)).includes(what));

/** Chooses a file as a person does in the browser's dialog. */
const choose = (page: Page, text: string) =>
  page.evaluate((content) => {
    const input = document.querySelector('.judged input[type=file]') as HTMLInputElement;
    const chosen = new DataTransfer();
    chosen.items.add(new File([content], 'policy.json', { type: 'application/json' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);

/** Sends an act as code in the world of our content script does: what is beside the answer has no say in it. */
async function forged({ ours }: Driven, tabId: number, data: Calls['review.change']['request']): Promise<Result<unknown>> {
  const reply = await ours.evaluate(
    async (tab, message) => {
      const { scripting } = (
        globalThis as unknown as { chrome: { scripting: { executeScript(what: object): Promise<{ result: string }[]> } } }
      ).chrome;
      const [ran] = await scripting.executeScript({
        target: { tabId: tab },
        args: [message],
        func: async (sent: string) => {
          const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(what: unknown): Promise<unknown> } } }).chrome;
          return JSON.stringify(await runtime.sendMessage(JSON.parse(sent)));
        },
      });
      return ran?.result ?? 'null';
    },
    tabId,
    // As text: Chromium loses what is null on the way.
    JSON.stringify({ name: 'review.change', data }),
  );
  return JSON.parse(reply) as Result<unknown>;
}

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    desk = await setUp(kind);
    page = await desk.driven.openOurs('options.html');
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  test('a file with a fault is refused by the field, and the default stays', async () => {
    await shows(page, pages['policy.by.default']);
    await choose(page, JSON.stringify({ ...policy, roles: [...policy.roles, policy.roles[0]] }));
    await shows(page, '“reader” stands twice, the second time in “roles[3].id”');
    expect((await demand(desk.driven, 'policy.get', {})).policy).toEqual(defaultPolicy);
    const withCategories = (...categories: object[]) => JSON.stringify({ ...policy, rubric: { ...policy.rubric, categories } });
    await choose(page, withCategories({ id: 'dosage' }, { id: 'other' }, { id: 'dosage' }));
    await shows(page, '“dosage” stands twice, the second time in “rubric.categories[3].id”');
    for (const hidden of ['Wrong \u202Eesod', 'Wrong\u0007dose', 'a\uD800b']) {
      await choose(page, withCategories({ id: 'other' }, { id: 'dosage', label: hidden }));
      await shows(page, 'rubric.categories[2].label');
    }
    expect((await demand(desk.driven, 'policy.get', {})).policy).toEqual(defaultPolicy);
  });

  test('five hundred categories are taken, and shown without a break of the page', async () => {
    const categories = Array.from({ length: 500 }, (_, at) => ({ id: `c${at}`, label: `Category number ${at}` }));
    await choose(page, JSON.stringify({ ...policy, rubric: { ...policy.rubric, categories } }));
    await shows(page, 'Category number 499');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect((await demand(desk.driven, 'policy.get', {})).policy.rubric.categories).toHaveLength(500);
    await page.evaluate(() => document.querySelector('.judged')!.scrollIntoView());
    if (process.env.PICTURES) await writeFile(`${process.env.PICTURES}/${kind}-policy-many.png`, await page.screenshot());
    await pressIn(page, named(pages['policy.toDefault']));
    await shows(page, pages['policy.by.default']);
  });

  test('a sound one is shown, and obeyed whoever sends the act', async () => {
    await choose(page, JSON.stringify(policy));
    await shows(page, pages['policy.by.person']);
    expect(await words(page)).toContain('A dose that is not in the leaflet.');
    const chat = await openChat(desk, 'assistant-ui');
    const answer = answerWith('Take 50 mg.');
    const act = (change: Calls['review.change']['request']['change']) => ({ answerId: 'x', answer, change, final: true });
    const tab = await tabOf(desk.driven, chat.url);
    await allFinal(chat, 2);

    expect(await forged(desk.driven, tab, act({ kind: 'decide', decision: 'approve' }))).toEqual({
      ok: false,
      error: { code: 'not-authorized', message: 'Your role (Reader) may not approve. Lead may.' },
    });
    expect(await forged(desk.driven, tab, act({ kind: 'score', criterion: 'safe', points: 5 }))).toMatchObject({
      ok: false,
      error: { code: 'score-points' },
    });
    expect(await records(desk.driven, 'reviews')).toEqual([]);

    const role = await until('the role can be chosen', () => page.$('select[name=role]'));
    await role.select('lead');
    await until('the role is kept', async () => (await demand(desk.driven, 'settings.get', {})).settings.reviewer.role === 'lead');
    expect(await forged(desk.driven, tab, act({ kind: 'decide', decision: 'approve' }))).toMatchObject({
      ok: true,
      value: {
        review: { decision: 'approve', reviewer: { role: 'lead' }, rubric: { id: 'medical', version: '3' }, policyVersion: '2026-11' },
      },
    });
    await chat.page.close();
  });

  test('an open page follows what is set while it is open', async () => {
    const chat = await openChat(desk, 'assistant-ui');
    await allFinal(chat, 2);
    const marks = async (name: string) => (await controls(chat)).filter((control) => control.name.includes(name)).length;
    await until('no review is required yet', async () => (await marks(overlay['mark.none'])) > 0);
    await choose(page, JSON.stringify({ ...policy, required: { hosts: [new URL(chat.url).hostname] } }));
    await chat.page.bringToFront();
    await until('a review is required', async () => (await marks(overlay['mark.required'])) > 0);
    await demand(desk.driven, 'settings.keys', { keys: { up: 'x' } });
    await inFrames(desk.driven, chat.url, 'page.focusNext');
    const before = (await records(desk.driven, 'reviews')).length;
    await until('the new key rates', async () => {
      await chat.page.keyboard.press('x');
      return (await records(desk.driven, 'reviews')).length > before;
    });
    await demand(desk.driven, 'settings.keys', { keys: {} });
    await chat.page.close();
    await page.bringToFront();
  });

  test('back to the default, and back again', async () => {
    await pressIn(page, named(pages['policy.toDefault']));
    await shows(page, pages['policy.by.default']);
    await pressIn(page, named(pages['options.undo']));
    await shows(page, pages['policy.by.person']);
    expect((await demand(desk.driven, 'policy.get', {})).policy.version).toBe('2026-11');
  });

  test('a key is changed by pressing the new one; one that is taken is said, and stays', async () => {
    const wanted = async (act: string, key: string) => {
      const id = await until(`the field of ${act} is there`, () =>
        page.evaluate((label) => [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.htmlFor, act),
      );
      await page.focus(`[id="${id}"]`);
      await page.keyboard.press(key as 'x');
    };
    await wanted(overlay['rail.flag'], 'a');
    await until('the clash is named', () =>
      page.evaluate(() => document.querySelector('.keys [role=alert]')?.textContent?.includes('“A” is taken by Approve.')),
    );
    await wanted(overlay['rail.flag'], 'x');
    await until('the key is kept', async () => (await demand(desk.driven, 'settings.get', {})).settings.keys.flag === 'x');
    await pressIn(page, named(pages['keys.reset']));
    await until('the keys are as usual', async () => (await demand(desk.driven, 'settings.get', {})).settings.keys.flag === undefined);
    // A suggested key that the browser has a use for is not set, and nobody says so.
    const set = () => page.evaluate(() => document.querySelectorAll('.shortcuts kbd').length);
    await until('both shortcuts of the manifest are set in the browser', async () => (await set()) >= 2);
  });
});

/** Only Firefox reads an organisation's policy from the home folder; Chromium reads it where the system alone may write. */
describe('what the organisation sets, in Firefox', () => {
  /** A browser whose organisation has set this. */
  async function managed(set: unknown): Promise<Driven> {
    const home = await mkdtemp(join(tmpdir(), 'bluepencil-home-'));
    const folder = join(home, '.mozilla/managed-storage');
    const name = 'bluepencil@bluepencil.dev';
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, `${name}.json`),
      JSON.stringify({ name, description: 'A policy', type: 'storage', data: { policy: set } }),
    );
    const before = process.env.HOME;
    process.env.HOME = home;
    const driven = await launch('firefox').finally(() => (process.env.HOME = before));
    onTestFinished(async () => {
      await driven.close();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    });
    return driven;
  }

  test('it counts, is locked, and says by whom it was set', async () => {
    const driven = await managed(JSON.stringify({ ...policy, reviewerRole: 'reader' }));
    const page = await driven.openOurs('options.html');
    await shows(page, pages['policy.by.organisation']);
    expect(await page.$('.judged input[type=file]')).toBeNull();
    expect(await page.evaluate(() => document.querySelector<HTMLSelectElement>('select[name=role]')?.disabled)).toBe(true);
    expect(await call(driven, 'policy.set', { policy: null })).toMatchObject({ ok: false, error: { code: 'policy-fixed' } });
  });

  test('a fault in it is said loudly, and the default counts', async () => {
    const driven = await managed('{ "version": "1", "roles": [] }');
    const page = await driven.openOurs('options.html');
    await shows(page, '“roles” is empty');
    expect(await page.evaluate(() => document.querySelector('.judged [role=alert]') !== null)).toBe(true);
    expect(await demand(driven, 'policy.get', {})).toMatchObject({ policy: defaultPolicy, by: 'default' });
  });
});
