/** Endpoints fail. The status says so in words, nothing is lost, and each event is stored once when the endpoint is back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import type { SyncProblem } from '../../lib/model/sync.ts';
import type { Fault } from '../endpoint/endpoint.ts';
import { until } from '../setup/until.ts';
import { call, demand } from './ask.ts';
import { drained, setUp, token, type Desk } from './desk.ts';
import { rate } from './reviews.ts';

let desk: Desk;
beforeAll(async () => void (desk = await setUp('chromium')));
afterAll(() => desk?.[Symbol.asyncDispose]());

const faults: [Fault, SyncProblem['code'][]][] = [
  ['500', ['server-error']],
  ['html', ['not-json']],
  ['down', ['offline']],
  ['lost', ['offline']],
  ['slow', ['timeout']],
  ['401', ['unauthorized']],
];

test.each(faults)('an endpoint that is "%s" is said in words, and the review arrives once when it is back', async (fault, codes) => {
  const { driven, endpoint } = desk;
  endpoint.fault = fault;
  const review = await rate(driven, `An answer while the endpoint is ${fault}`);
  const problem = await until(`the problem of "${fault}" is known`, async () => {
    const { status } = await demand(driven, 'sync.now', {});
    return status.lastProblem && codes.includes(status.lastProblem.code) && status.lastProblem;
  }, 90_000);
  expect((await demand(driven, 'sync.status', {})).status.waiting).toBe(1);
  expect(Object.keys(pages)).toContain(`problem.${problem.code}`);
  const shown = sentence(problem);
  await until(`the options page says "${shown}"`, () => driven.ours.evaluate((words) => document.body.innerText.includes(words), shown));

  endpoint.fault = 'none';
  await drained(desk);
  const copies = (await endpoint.stored()).filter((event) => event.review.id === review.id);
  expect(copies).toHaveLength(1);
  expect((await demand(driven, 'sync.status', {})).status).toMatchObject({ waiting: 0, lastProblem: null });
});

test('what the endpoint refuses for good stays visible, and the rest arrives', async () => {
  const { driven, endpoint } = desk;
  endpoint.fault = 'some';
  endpoint.refuses = ({ answer }) => answer.text.includes('unwanted');
  await rate(driven, 'An unwanted answer');
  const wanted = await rate(driven, 'A wanted answer');
  await drained(desk);
  expect((await demand(driven, 'sync.status', {})).status.rejected).toBe(1);
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
  ['no address', { url: 'not an address' }, 'endpoint-not-url'],
  ['an address without https', { url: 'http://collector.example/reviews' }, 'endpoint-not-https'],
  ['an address with a password in it', { url: 'https://me:secret@collector.example/' }, 'endpoint-has-credentials'],
  ['a token with a line break', { url: 'https://collector.example/', token: 'abc\ndef' }, 'token-line-break'],
])('%s is refused in words, and what was set stays', async (_, wanted, code) => {
  const before = await demand(desk.driven, 'sync.status', {});
  const result = await call(desk.driven, 'sync.configure', wanted);
  expect(result).toMatchObject({ ok: false, error: { code } });
  if (!result.ok) expect(result.error.message).not.toBe(code);
  expect(await demand(desk.driven, 'sync.status', {})).toEqual(before);
});

/** The part of a problem's words that stands before what is filled in. */
function sentence({ code }: SyncProblem): string {
  const word = (pages as Record<string, string>)[`problem.${code}`] ?? code;
  return word.split('{')[0]?.trim() ?? word;
}
