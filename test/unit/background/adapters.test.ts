import { beforeEach, expect, test, vi } from 'vitest';
import type { Sender } from '../../../lib/messaging/serve.ts';
import type { Settings } from '../../../lib/model/settings.ts';
import type { SiteAdapter } from '../../../lib/model/site.ts';

let settings: Pick<Settings, 'adapters'>;
let policy: unknown;
const tellTabs = vi.fn(async () => {});
vi.mock('../../../lib/platform/scripts.ts', () => ({ tellTabs, tellTab: vi.fn(), injectTab: vi.fn() }));
vi.mock('../../../lib/platform/managed.ts', () => ({ managed: async () => policy }));
vi.mock('../../../lib/store/settings.ts', () => ({
  readSettings: async () => settings,
  changeSettings: async (_: unknown, change: (before: typeof settings) => typeof settings) => (settings = change(settings)),
}));
const { createAdapters } = await import('../../../entrypoints/background/adapters.ts');

const hook = { select: '.a', seen: '2026-11-22', grade: 'taught' as const };
const adapter = (id: string, origins: string[]): SiteAdapter => ({
  id,
  provider: null,
  origins,
  layouts: [{ id: 'taught', answer: [hook], prompt: [], body: [], leaveOut: [], messageId: [], streaming: [], finished: [], model: [] }],
});
const from = (url: string, tabUrl = url): Sender => ({ kind: 'content', tabId: 1, frameId: 0, url, tabUrl, incognito: false });
const make = () => createAdapters({} as never);

beforeEach(() => {
  settings = { adapters: [] };
  policy = undefined;
  vi.clearAllMocks();
});

test('what a page taught is kept, used first, and told to every open page', async () => {
  const { handlers, all } = make();
  await handlers['adapter.save']({ adapter: adapter('taught-chatgpt-com', ['https://chatgpt.com']) }, from('https://chatgpt.com/c/1'));
  expect(settings.adapters).toMatchObject([{ source: 'taught', on: true, adapter: { id: 'taught-chatgpt-com' } }]);
  expect((await all())[0]!.id).toBe('taught-chatgpt-com');
  expect(tellTabs).toHaveBeenCalledWith({ name: 'page.settings', data: {} });
  const { adapters } = await handlers['adapter.for']({ url: 'https://chatgpt.com/c/1' }, from(''));
  expect(adapters.map(({ id }) => id)).toEqual(['taught-chatgpt-com', 'chatgpt']);
});

test.each([
  ['another site', adapter('a', ['https://bank.example'])],
  ['more than its own site', adapter('a', ['https://chat.example', 'https://bank.example'])],
  ['every site by a mark', { ...adapter('a', ['https://chat.example']), marks: [hook] }],
])('a page cannot speak for %s', async (_, wrong) => {
  const { handlers } = make();
  await expect(handlers['adapter.save']({ adapter: wrong }, from('https://chat.example/'))).rejects.toMatchObject({ code: 'bad-request' });
  expect(settings.adapters).toEqual([]);
});

test('a frame without an address of its own speaks for the page around it', async () => {
  await make().handlers['adapter.save'](
    { adapter: adapter('a', ['https://chat.example']) },
    from('about:srcdoc', 'https://chat.example/x'),
  );
  expect(settings.adapters).toHaveLength(1);
});

test('what the policy carries comes first and is listed apart', async () => {
  policy = [adapter('fixed', ['https://chat.example'])];
  const { handlers, all } = make();
  expect((await all())[0]!.id).toBe('fixed');
  expect(await handlers['adapter.list']({}, from(''))).toMatchObject({ own: [], fixed: [{ id: 'fixed' }] });
});

test('removing what is gone is said', async () => {
  await expect(make().handlers['adapter.remove']({ id: 'x' }, from(''))).rejects.toMatchObject({ code: 'adapter-gone' });
});
