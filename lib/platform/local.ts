/** What outlives the browser beside the database. Content scripts can read it: nothing that is secret, and nothing of a review. */
import { browser } from './browser.ts';

/** JSON only. */
export const local = {
  async get<T>(key: string): Promise<T | null> {
    return ((await browser.storage.local.get(key))[key] as T | undefined) ?? null;
  },
  async set(key: string, value: unknown): Promise<void> {
    await browser.storage.local.set({ [key]: value });
  },
};
