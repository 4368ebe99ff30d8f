/** What lives as long as the browser runs, and dies with it. Content scripts cannot read it. */
import { browser } from './browser.ts';

/** JSON only; the whole area holds about 10 MB. */
export const session = {
  async get<T>(key: string): Promise<T | null> {
    return ((await browser.storage.session.get(key))[key] as T | undefined) ?? null;
  },
  async set(key: string, value: unknown): Promise<void> {
    await browser.storage.session.set({ [key]: value });
  },
  all(): Promise<Record<string, unknown>> {
    return browser.storage.session.get(null);
  },
  async remove(key: string): Promise<void> {
    await browser.storage.session.remove(key);
  },
};
