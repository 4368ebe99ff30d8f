/** Private windows in the background: who is believed to stand in one, and when what they left is gone. */
import { beforeEach, expect, test, vi } from 'vitest';
import { act, answer } from '../sample.ts';

const kept = new Map<string, unknown>();
let windows: { incognito: boolean }[] = [];
let closed: () => void = () => {};
vi.mock('../../../lib/platform/session.ts', () => ({
  session: {
    all: async () => Object.fromEntries(kept),
    set: async (key: string, value: unknown) => void kept.set(key, value),
    remove: async (key: string) => void kept.delete(key),
  },
}));
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: { windows: { getAll: async () => windows, onRemoved: { addListener: (listener: () => void) => (closed = listener) } } },
}));
const { createPrivate, isPrivate } = await import('../../../entrypoints/background/private.ts');

const from = (kind: 'content' | 'page', incognito: boolean) => ({ kind, tabId: 1, frameId: 0, url: '', tabUrl: null, incognito });
const ids = (): string[] => [...kept.keys()];

beforeEach(() => {
  kept.clear();
  windows = [{ incognito: false }, { incognito: true }];
});

test('the browser says whose window it is; a page of ours beside it says so itself, a page’s script is not asked', () => {
  expect(isPrivate(from('content', true), false)).toBe(true);
  expect(isPrivate(from('content', false), true)).toBe(false);
  expect(isPrivate(from('page', false), true)).toBe(true);
  expect(isPrivate(from('page', false))).toBe(false);
});

test('reviews stay while a private window is open, and go with the last one', async () => {
  const store = createPrivate();
  await store.change(act());
  closed();
  // Whatever closing a window sets off has run by then.
  await new Promise(setImmediate);
  expect(await store.find(answer().origin, [{ id: answer().id }])).not.toEqual({});
  windows = [{ incognito: false }];
  closed();
  await vi.waitFor(() => expect(ids()).toEqual([]));
});

test('what was left while the worker slept is gone at its next start; so is an act that comes in late', async () => {
  kept.set('private:editor:1', {});
  kept.set('editor:2', {});
  windows = [];
  const store = createPrivate();
  await vi.waitFor(() => expect(ids()).toEqual(['editor:2']));
  await store.change(act());
  await vi.waitFor(() => expect(ids()).toEqual(['editor:2']));
});
