import { beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, unknown>();
const told = vi.fn(async () => ({ ok: true, value: null }));
vi.mock('../../../lib/platform/session.ts', () => ({
  session: {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: unknown) => void kept.set(key, value),
    all: async () => Object.fromEntries(kept),
    remove: async (key: string) => void kept.delete(key),
  },
}));
vi.mock('../../../lib/messaging/send.ts', () => ({ sendToFrame: told }));
const { beginEditor, openEditor, tellEditor } = await import('../../../entrypoints/background/editors.ts');

const content = { kind: 'content' as const, tabId: 3, frameId: 2, url: 'https://chat.example/', tabUrl: null, incognito: false };
const frame = { kind: 'page' as const, tabId: 3, frameId: 9, url: 'chrome-extension://ours/editor.html', tabUrl: null, incognito: false };
const waiting = { answerId: 'a', mode: 'correct' as const } as never;

beforeEach(() => {
  kept.clear();
  told.mockClear();
});

test('a nonce opens its answer once', async () => {
  const nonce = await openEditor(waiting, content);
  expect(await beginEditor(nonce, frame)).toEqual(waiting);
  await expect(beginEditor(nonce, frame)).rejects.toMatchObject({ code: 'editor-unknown' });
});

test('a guessed nonce, and one of another tab, open nothing', async () => {
  const nonce = await openEditor(waiting, content);
  await expect(beginEditor('guess', frame)).rejects.toMatchObject({ code: 'editor-unknown' });
  await expect(beginEditor(nonce, { ...frame, tabId: 4 })).rejects.toMatchObject({ code: 'editor-unknown' });
  expect(await beginEditor(nonce, frame)).toEqual(waiting);
});

test('what the editor says goes to the frame that opened it, until it is done', async () => {
  const nonce = await openEditor(waiting, content);
  await beginEditor(nonce, frame);
  await tellEditor({ nonce, height: 300 }, frame);
  expect(told).toHaveBeenCalledWith(3, 2, 'editor.told', { nonce, height: 300 });
  await tellEditor({ nonce, done: 'saved' }, frame);
  await expect(tellEditor({ nonce, height: 1 }, frame)).rejects.toMatchObject({ code: 'editor-unknown' });
});
