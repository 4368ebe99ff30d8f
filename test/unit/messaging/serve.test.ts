import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Handlers, Parsers } from '../../../lib/messaging/serve.ts';
import { senders } from '../../../lib/messaging/senders.ts';

type Listener = (message: unknown, sender: unknown, reply: (result: unknown) => void) => unknown;

const listeners: Listener[] = [];
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours${path}`,
      onMessage: {
        addListener: (listener: Listener) => listeners.push(listener),
        removeListener: (listener: Listener) => listeners.splice(listeners.indexOf(listener), 1),
      },
    },
  },
}));
const { serve, serveFrame, onPush } = await import('../../../lib/messaging/serve.ts');

const page = {
  id: 'ours',
  url: 'chrome-extension://ours/options.html',
  origin: 'chrome-extension://ours',
  tab: { id: 7, url: 'chrome-extension://ours/options.html' },
  frameId: 0,
};
const content = {
  id: 'ours',
  url: 'https://chat.example/c/1',
  origin: 'https://chat.example',
  tab: { id: 3, url: 'https://chat.example/' },
  frameId: 2,
};
const handler = vi.fn();
const every = <T>(make: (name: string) => T) => Object.fromEntries(Object.keys(senders).map((name) => [name, make(name)]));

/** Sends to the first listener; undefined if it does not answer at all. */
const ask = (name: string, data: unknown, sender: object) =>
  new Promise((resolve) => {
    if (listeners[0]?.({ name, data }, sender, resolve) !== true) resolve(undefined);
  });

beforeEach(() => {
  handler.mockReset();
  serve(every(() => handler) as unknown as Handlers, every(() => (data: unknown) => data) as unknown as Parsers, (error) => ({
    code: 'boom',
    message: String(error),
  }));
});
afterEach(() => void listeners.splice(0));

test('a page is served, with who it is', async () => {
  handler.mockReturnValue({ status: 1 });
  expect(await ask('sync.status', {}, page)).toEqual({ ok: true, value: { status: 1 } });
  expect(handler).toHaveBeenCalledWith({}, { kind: 'page', tabId: 7, frameId: 0, url: page.url, tabUrl: page.url, incognito: false });
});

test('a content script is served what is its own, and refused the rest before any handler runs', async () => {
  handler.mockReturnValue({});
  expect(await ask('reviews.find', {}, content)).toMatchObject({ ok: true });
  handler.mockClear();
  for (const name of ['sync.configure', 'site.enable', 'editor.begin', 'sync.preview']) {
    expect(await ask(name, {}, content)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  }
  expect(handler).not.toHaveBeenCalled();
});

test('a page that only looks like ours is content', async () => {
  expect(
    await ask('site.enable', {}, { ...content, url: 'https://chrome-extension.example/', origin: 'https://chrome-extension.example' }),
  ).toMatchObject({ error: { code: 'not-allowed' } });
});

test('another extension and unknown names get no answer', async () => {
  expect(await ask('sync.status', {}, { ...page, id: 'theirs' })).toBeUndefined();
  expect(await ask('toString', {}, page)).toBeUndefined();
  expect(await ask('page.changed', {}, page)).toBeUndefined();
});

test('what a handler throws becomes a reply', async () => {
  handler.mockRejectedValue(new Error('no'));
  expect(await ask('sync.now', {}, page)).toEqual({ ok: false, error: { code: 'boom', message: 'Error: no' } });
});

test('a frame stops answering when its signal ends', async () => {
  listeners.splice(0);
  const end = new AbortController();
  serveFrame({ 'page.reveal': () => ({ found: true }) }, end.signal);
  expect(await ask('page.reveal', {}, page)).toEqual({ ok: true, value: { found: true } });
  expect(await ask('constructor', {}, page)).toBeUndefined();
  end.abort();
  expect(listeners).toEqual([]);
});

test('a push is heard by name until it is stopped', () => {
  listeners.splice(0);
  const heard = vi.fn();
  const stop = onPush('reviews.changed', heard);
  for (const listener of listeners) listener({ name: 'reviews.changed', data: { answerId: 'a' } }, page, () => {});
  for (const listener of listeners) listener({ name: 'other', data: 1 }, page, () => {});
  expect(heard.mock.calls).toEqual([[{ answerId: 'a' }]]);
  stop();
  expect(listeners).toEqual([]);
});
