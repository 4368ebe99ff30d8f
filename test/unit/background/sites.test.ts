import { beforeEach, expect, test, vi } from 'vitest';
import type { Settings } from '../../../lib/model/settings.ts';

const scripts = {
  registerScripts: vi.fn(async () => {}),
  injectOpenTabs: vi.fn(async () => {}),
  permitted: vi.fn(async () => true),
  tellTabs: vi.fn(async () => {}),
};
const kept = new Map<string, unknown>();
vi.mock('../../../lib/platform/scripts.ts', () => scripts);
const push = vi.fn();
vi.mock('../../../lib/messaging/send.ts', () => ({ push }));
vi.mock('../../../lib/platform/session.ts', () => ({
  session: {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: unknown) => void kept.set(key, value),
    remove: async (key: string) => void kept.delete(key),
  },
}));
const { createSites, originsOf } = await import('../../../entrypoints/background/sites.ts');

let choice: Settings['sites'];
const make = () => createSites({ read: async () => choice, change: async (edit) => (choice = edit(choice)) });

beforeEach(() => {
  choice = { on: [], off: [] };
  kept.clear();
  vi.clearAllMocks();
  scripts.permitted.mockResolvedValue(true);
});

test('a site that is turned on is stored, registered, and served where it is open', async () => {
  await make().enable(['https://chat.example']);
  expect(choice).toEqual({ on: ['https://chat.example'], off: [] });
  expect(scripts.registerScripts).toHaveBeenCalledWith(choice);
  expect(scripts.injectOpenTabs).toHaveBeenCalledWith('https://chat.example');
});

test('a built-in site is noted only while it is off', async () => {
  const sites = make();
  await sites.disable(['https://claude.ai']);
  expect(choice).toEqual({ on: [], off: ['https://claude.ai'] });
  expect(scripts.tellTabs).toHaveBeenCalledWith({ name: 'page.stop', data: {} }, { origin: 'https://claude.ai' });
  expect(push).toHaveBeenCalledWith('page.changed', { url: 'https://claude.ai' });
  await sites.enable(['https://claude.ai']);
  expect(choice).toEqual({ on: [], off: [] });
});

test('without the permission nothing changes, and the refusal names the site', async () => {
  scripts.permitted.mockResolvedValue(false);
  await expect(make().enable(['https://chat.example'])).rejects.toMatchObject({
    code: 'site-not-permitted',
    params: { origin: 'https://chat.example' },
  });
  expect(choice).toEqual({ on: [], off: [] });
  expect(scripts.registerScripts).not.toHaveBeenCalled();
});

test('a frame works where its own origin is on, or the page around it', async () => {
  const sites = make();
  await sites.enable(['https://chat.example']);
  expect(await sites.worksIn('https://chat.example', null)).toBe(true);
  expect(await sites.worksIn('https://widget.example', 'https://chat.example/x')).toBe(true);
  expect(await sites.worksIn('https://widget.example', 'https://other.example/')).toBe(false);
  expect(await sites.worksIn('https://claude.ai', null)).toBe(true);
});

test('what the popup began before the permission dialog is finished when the permission comes', async () => {
  kept.set('site-intent', { intent: 'https://chat.example' });
  await make().onPermissionAdded();
  expect(choice.on).toEqual(['https://chat.example']);
  expect(kept.size).toBe(0);
});

test('a failed registration does not block the next one', async () => {
  scripts.registerScripts.mockRejectedValueOnce(new Error('busy'));
  const sites = make();
  await expect(sites.register()).rejects.toThrow('busy');
  await expect(sites.register()).resolves.toBeUndefined();
});

test('only web addresses can be turned on', () => {
  expect(originsOf(['https://a.example/path', 'http://localhost:1/'])).toEqual(['https://a.example', 'http://localhost:1']);
  expect(() => originsOf('file:///etc')).toThrow(expect.objectContaining({ code: 'bad-request' }));
});

test('open tabs are served once after a start, where review is on and permitted', async () => {
  choice = { on: ['https://chat.example', 'https://gone.example'], off: ['https://claude.ai'] };
  scripts.permitted.mockImplementation(async (...asked: unknown[]) => asked[0] !== 'https://gone.example');
  await make().serveOpenTabs();
  const served = scripts.injectOpenTabs.mock.calls.map((asked: unknown[]) => asked[0]);
  expect(served).toContain('https://chat.example');
  expect(served).toContain('https://chatgpt.com');
  expect(served).not.toContain('https://gone.example');
  expect(served).not.toContain('https://claude.ai');
  // The worker wakes again and again; the tabs are served already.
  await make().serveOpenTabs();
  expect(scripts.injectOpenTabs).toHaveBeenCalledTimes(served.length);
});
