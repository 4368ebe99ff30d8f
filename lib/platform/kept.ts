/** Whether the browser promised to keep what we store when the disk gets full. */
import { browser } from './browser.ts';

/**
 * True where it did. Chromium says no to `persisted()` for every extension, but exempts those with `unlimitedStorage` from eviction
 * (developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies); Firefox has them persist.
 */
export async function isKept(): Promise<boolean | null> {
  if (!import.meta.env.FIREFOX && (await browser.permissions.contains({ permissions: ['unlimitedStorage'] }))) return true;
  return navigator.storage.persisted().catch(() => null);
}

/** Asks it to, from a page: workers may not. Where `unlimitedStorage` is granted this costs no question. */
export async function askToKeep(): Promise<void> {
  await navigator.storage.persist().catch(() => false);
}
