/** Where the reviews are, in words. */
import { beforeAll, expect, test } from 'vitest';
import { destinationWords, problemWords, statusWords } from '../../../components/settings/words.ts';
import { connectors } from '../../../lib/i18n/locales/en/connectors.ts';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { when } from '../../../lib/i18n/dates.ts';
import type { DestinationStatus } from '../../../lib/model/sync.ts';

beforeAll(() => speak('en', pages, connectors));

const now = Date.parse('2026-03-12T10:43:00Z');
const minute = 60_000;
const status = (change: Partial<DestinationStatus> = {}): DestinationStatus => ({
  destination: { id: 'webhook-1', connector: 'webhook', settings: { url: 'https://collector.example/' }, paused: false, approved: true },
  secrets: ['token'],
  waiting: 0,
  rejected: 0,
  oldestWaitingAt: null,
  lastSentAt: null,
  lookedAt: null,
  lastProblem: null,
  nextTryAt: null,
  sending: false,
  disabled: false,
  ...change,
});

test('without an endpoint it says where the reviews are', () => {
  expect(statusWords({ destinations: [] }, now)).toEqual({ line: pages['sync.none'], problem: null, tone: 'none' });
});

test('before the first review there is nothing to send', () => {
  expect(destinationWords(status(), now)).toEqual({ line: 'Nothing to send yet', problem: null, tone: 'good' });
});

test('when all is sent it says when', () => {
  const at = now - minute;
  expect(destinationWords(status({ lastSentAt: at }), now).line).toBe(`All reviews sent · last sent ${when(at, now)}`);
});

test('from where something comes, it says when it was asked last', () => {
  const at = now - minute;
  expect(destinationWords(status({ lastSentAt: at, lookedAt: now }), now).line).toBe(
    `All reviews sent · last sent ${when(at, now)} · last received ${when(now, now)}`,
  );
});

test('what waits is counted, with its age, the last success and the next try', () => {
  const [sent, next] = [now - 200 * minute, now + 2 * minute];
  const words = destinationWords(status({ waiting: 3, oldestWaitingAt: now - 180 * minute, lastSentAt: sent, nextTryAt: next }), now);
  expect(words).toEqual({
    line: `3 waiting, oldest 3 hr · last sent ${when(sent, now)} · next try ${when(next, now)}`,
    problem: null,
    tone: 'warn',
  });
});

test('a try that is due is not announced for the past', () => {
  expect(destinationWords(status({ waiting: 1, oldestWaitingAt: now, nextTryAt: now - 1 }), now).line).toBe('1 waiting');
});

test('a pause and a payload that nobody has seen hold everything, so no next try is promised', () => {
  const destination = status().destination;
  const held = { waiting: 2, nextTryAt: now + minute, destination: { ...destination, paused: true } };
  expect(destinationWords(status(held), now).line).toBe('2 waiting · paused');
  const unseen = { waiting: 2, nextTryAt: now + minute, destination: { ...destination, approved: false } };
  expect(destinationWords(status(unseen), now).line).toBe(`2 waiting · ${pages['sync.unseen']}`);
});

test('what was refused and what went wrong is said, and is bad', () => {
  const lastProblem = { code: 'unauthorized', status: 401, detail: 'Token expired', at: '2026-03-12T10:42:00Z' } as const;
  const words = destinationWords(status({ waiting: 1, rejected: 2, lastProblem }), now);
  expect(words.line).toBe('1 waiting · 2 refused by the endpoint');
  expect(words.problem).toBe('The endpoint did not accept the token (401). Enter a valid token, save it, then send again. Token expired');
  expect(words.tone).toBe('bad');
});

test('where something was refused, nobody says that all was sent', () => {
  expect(destinationWords(status({ rejected: 1, lastSentAt: now }), now).line).toBe(
    `1 refused by the endpoint · last sent ${when(now, now)}`,
  );
});

test('several are summed up: what waits anywhere, the oldest, the newest, the next, and what went wrong first', () => {
  const lastProblem = { code: 'offline', status: null, detail: '', at: '2026-03-12T10:42:00Z' } as const;
  const [sent, next] = [now - 2 * minute, now + 3 * minute];
  const one = status({ waiting: 2, oldestWaitingAt: now - 60 * minute, lastSentAt: now - 9 * minute, nextTryAt: now + 9 * minute });
  const other = status({ waiting: 1, oldestWaitingAt: now - 180 * minute, lastSentAt: sent, nextTryAt: next, lastProblem });
  const words = statusWords({ destinations: [one, other] }, now);
  expect(words.line).toBe(`3 waiting, oldest 3 hr · last sent ${when(sent, now)} · next try ${when(next, now)}`);
  expect(words).toMatchObject({ problem: pages['problem.offline'], tone: 'bad' });
  const paused = { ...one, destination: { ...one.destination, paused: true } };
  expect(statusWords({ destinations: [paused, one] }, now).line).not.toContain('paused');
  expect(statusWords({ destinations: [paused, paused] }, now).line).toContain('paused');
});

test('no brackets stand empty, and no code is without words', () => {
  const codes = [
    'offline',
    'timeout',
    'unauthorized',
    'forbidden',
    'not-found',
    'gone',
    'busy',
    'server-error',
    'redirected',
    'not-json',
    'refused',
    'too-large',
    'no-permission',
    'bad-settings',
    'incomplete-reply',
  ] as const;
  for (const code of codes) {
    const words = problemWords({ code, status: null, detail: '' });
    expect(words).not.toBe(code);
    expect(words).not.toMatch(/[{}]|\(\)/);
  }
});
