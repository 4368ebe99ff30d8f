/** Which of two answers is better, in the real extension: kept without a page, shown in the dashboard, changed, deleted, undone, sent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerId } from '../../lib/capture/identity.ts';
import type { WrittenAnswer } from '../../lib/messaging/protocol.ts';
import type { SyncEvent } from '../../lib/model/sync.ts';
import { until } from '../setup/until.ts';
import { demand } from './ask.ts';
import { drained, setUp, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';
import { pressIn } from './ours.ts';
import { answerWith, rate } from './reviews.ts';

const prompt = 'How long should I boil an egg so that the yolk stays soft?';
const version = (at: number, text: string): WrittenAnswer => ({
  ...answerWith(text),
  title: 'Soft eggs',
  model: `model-${at}`,
  message: { id: `m${at}`, ordinal: 0, variant: `${at}/2` },
  prompt: [{ role: 'user', text: prompt }],
});
const short = version(1, 'Six minutes from boiling water, then straight into cold water.');
const long = version(
  2,
  'It depends on the size of the egg.\n\n- **Small**: 5 minutes\n- **Medium**: 6 minutes\n- **Large**: 7 minutes\n\nStart when the water boils, and put the egg into cold water afterwards, or it goes on cooking in its shell.',
);
const named = (answer: WrittenAnswer) => ({
  answerId: answerId({ origin: answer.origin, messageId: answer.message.id, prompt, text: answer.text }),
  answer,
});
const pair: [ReturnType<typeof named>, ReturnType<typeof named>] = [named(short), named(long)];

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());

  test('a comparison without any review is in the list, on its own page, and goes out', async () => {
    const { driven, endpoint } = desk;
    const reason = 'It says what to do for each size.';
    const { preference } = await demand(driven, 'preference.save', { pair, better: 'second', reason });
    expect(preference).toMatchObject({ better: pair[1].answerId, revision: 1, status: 'final', reason });
    expect((await demand(driven, 'preference.find', { answerIds: [pair[0].answerId] })).preferences).toEqual([preference]);

    const page = await driven.openOurs('dashboard.html');
    await until('it is listed', () => page.$(`[data-review="${preference.id}"]`));
    await page.click(`[data-review="${preference.id}"]`);
    const better = () => page.evaluate(() => document.querySelector('.pair figure.better figcaption span')?.textContent ?? null);
    await until('it is open', async () => (await better()) === 'Second answer');
    expect(await page.$$eval('.pair .words', (all) => all.map(({ textContent }) => textContent))).toEqual([short.text, long.text]);

    await pressIn(page, /^Equally good$/);
    await until('the choice is another one', async () => (await better()) === null);
    await pressIn(page, /^Undo$/);
    await until('the choice is back', async () => (await better()) === 'Second answer');
    await pressIn(page, /^Delete comparison$/);
    await until('it is gone', async () => (await page.$('.pair')) === null);
    expect((await demand(driven, 'preference.find', { answerIds: [pair[0].answerId] })).preferences).toEqual([]);
    await pressIn(page, /^Undo$/);
    await until('it is back', () => page.$(`[data-review="${preference.id}"]`));
    await page.close();

    await drained(desk);
    const sent = ((await endpoint.stored()) as SyncEvent[]).findLast((event) => 'preference' in event);
    expect(sent).toMatchObject({ type: 'preference.saved', preference: { id: preference.id, better: pair[1].answerId, reason } });
    expect(sent?.answers.map(({ text }) => text)).toEqual([short.text, long.text]);
  });

  test('a review shows what its answer was compared with', async () => {
    const { driven } = desk;
    const review = await rate(driven, 'Seven minutes, always.');
    await demand(driven, 'preference.save', { pair: [{ answerId: review.answerId }, pair[1]], better: 'second', reason: '' });
    const page = await driven.openOurs(`dashboard.html#review/${review.id}`);
    const captions = await until('both texts are there', async () => {
      const found = await page.$$eval('.pair figcaption', (all) => all.map(({ textContent }) => textContent));
      return found.length === 2 && found;
    });
    expect(captions[0]).toContain('This answer');
    expect(captions[1]).toMatch(/^The other answer.*better/);
    await page.close();
  });
});
