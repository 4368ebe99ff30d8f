/** Endpoints fail. The status says so in words, nothing is lost, and each event is stored once when the endpoint is back. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import type { Word } from '../../lib/model/words.ts';
import type { Review } from '../../lib/model/review.ts';
import type { SyncProblem } from '../../lib/model/sync.ts';
import { endpointDraft } from '../endpoint/draft.ts';
import type { Fault } from '../endpoint/endpoint.ts';
import { until } from '../setup/until.ts';
import { call, demand } from './ask.ts';
import { drained, firstOf, setUp, token, type Desk } from './desk.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';
import { rate } from './reviews.ts';

let desk: Desk;
let options: Page;
beforeAll(async () => {
  desk = await setUp('chromium');
  options = await desk.driven.openOurs('options.html');
});
afterAll(() => desk?.[Symbol.asyncDispose]());

const faults: [Fault, SyncProblem['code']][] = [
  ['500', 'server-error'],
  ['html', 'not-json'],
  ['down', 'offline'],
  ['401', 'unauthorized'],
  ['slow', 'timeout'],
  // The endpoint has it, but the sender cannot know: it has to send again, and the endpoint has to see that it is the same.
  ['lost', 'offline'],
];

describe('one review while the endpoint fails in every way', () => {
  let review: Review;
  beforeAll(async () => {
    desk.endpoint.fault = '500';
    review = await rate(desk.driven, 'An answer that has to arrive in the end.');
  });

  test.each(faults)('"%s" is said in words: %s, and the review waits', async (fault, code) => {
    const { driven, endpoint } = desk;
    endpoint.fault = fault;
    const tried = endpoint.requests.length;
    const status = await until(
      `the problem is ${code}`,
      async () => {
        const status = firstOf(await demand(driven, 'sync.now', {}));
        return status.lastProblem?.code === code && (fault === 'down' || endpoint.requests.length > tried) && status;
      },
      60_000,
    );
    expect(status.waiting).toBe(1);
    const words = (pages as Record<string, Word>)[`problem.${code}`];
    // Up to what is filled in.
    const [start = ''] = (typeof words === 'string' ? words : (words?.other ?? '')).split('{');
    expect(start, 'there are words for it').not.toBe('');
    await until(`the options page says "${start}"`, () =>
      options.evaluate((shown) => document.body.innerText.includes(shown), start.trim()),
    );
  });

  test('what waits is saved as a file that holds it', async () => {
    await pressIn(options, named(pages['options.unsent']));
    const { downloads } = desk.driven;
    const name = await until('it came down', async () => (await readdir(downloads)).find((file) => file.endsWith('.native.jsonl')));
    const lines = (await readFile(join(downloads, name), 'utf8')).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { counts: string }).counts)).toEqual([review.id]);
  });

  test('when it is back, the review arrives and is stored once', async () => {
    desk.endpoint.fault = 'none';
    await drained(desk);
    const copies = (await desk.endpoint.stored()).filter((event) => event.review.id === review.id);
    expect(copies).toHaveLength(1);
    expect(firstOf(await demand(desk.driven, 'sync.status', {}))).toMatchObject({ waiting: 0, lastProblem: null });
  });
});

test('what the endpoint refuses for good stays visible, and the rest arrives', async () => {
  const { driven, endpoint } = desk;
  endpoint.fault = 'some';
  endpoint.refuses = ({ answer }) => answer.text.includes('unwanted');
  await rate(driven, 'An unwanted answer');
  const wanted = await rate(driven, 'A wanted answer');
  await drained(desk);
  expect(firstOf(await demand(driven, 'sync.status', {})).rejected).toBe(1);
  expect((await endpoint.stored()).some((event) => event.review.id === wanted.id)).toBe(true);
  endpoint.fault = 'none';
});

test('every request carries the token, and every batch an idempotency key', () => {
  for (const { authorization, key } of desk.endpoint.requests) {
    expect(authorization).toBe(`Bearer ${token}`);
    expect(key).toMatch(/^"[^"]+"$/);
  }
});

test.each([
  ['no address', endpointDraft('not an address'), 'endpoint-not-url'],
  ['an address without https', endpointDraft('http://collector.example/reviews'), 'endpoint-not-https'],
  ['an address with a password in it', endpointDraft('https://me:secret@collector.example/'), 'endpoint-has-credentials'],
  ['a token with a line break', endpointDraft('https://collector.example/', 'abc\ndef'), 'token-line-break'],
])('%s is refused in words, and what was set stays', async (_, destination, code) => {
  const before = await demand(desk.driven, 'sync.status', {});
  const result = await call(desk.driven, 'sync.configure', { destination });
  expect(result).toMatchObject({ ok: false, error: { code } });
  if (!result.ok) expect(result.error.message).not.toBe(code);
  expect(await demand(desk.driven, 'sync.status', {})).toEqual(before);
});
