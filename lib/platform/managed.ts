/** What an organisation's policy gives this browser. */
import { browser } from './browser.ts';

/** One value of the policy, as it is; undefined where there is none. */
export async function managed(key: string): Promise<unknown> {
  // Firefox refuses the whole area where no policy names this extension.
  const all: Record<string, unknown> = await browser.storage.managed.get(key).catch(() => ({}));
  return all[key];
}

/** Hears when the organisation's policy changes while the browser runs; Firefox reads it at its start only. */
export function onManaged(hear: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') hear();
  });
}
