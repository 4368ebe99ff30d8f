/** Asking for a host, in the click: a browser asks the person only while it handles their input, so nothing may be awaited before. */
import { browser } from './browser.ts';
import { patternOf } from './origins.ts';
import { session } from './session.ts';

/** Where a page leaves "turn this site on" before the browser's dialog, which may close it; `permissions.onAdded` finishes it. */
export const siteIntentKey = 'site-intent';

/** Asks to reach an origin, all its ports; true where it is permitted already, without asking. */
export function askForHost(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin, true)] });
}

/** Asks for a permission that is not a host's. */
export const askForPermissions = (permissions: 'downloads'[]): Promise<boolean> => browser.permissions.request({ permissions });

/** Asks to work on a site, for a page that may not live to hear the answer. */
export async function askForSite(origin: string): Promise<boolean> {
  // Not awaited: both go to the browser in this order, and the request still belongs to the click.
  const noted = session.set(siteIntentKey, { intent: origin });
  const granted = await askForHost(origin);
  await noted;
  if (!granted) await session.remove(siteIntentKey);
  return granted;
}
