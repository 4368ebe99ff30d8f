/** Puts the content script where review is on, and nowhere else. Everything is registered at run time: off means nothing is injected. */
import { browser } from './browser.ts';
import { builtInOrigins, isOn, patternOf } from './origins.ts';

const id = 'review';
const file = '/content-scripts/review.js';
const firefox = import.meta.env.FIREFOX;

/** Registers the script for exactly the origins that are on and permitted. Safe to call again and again. */
export async function registerScripts(sites: { on: string[]; off: string[] }): Promise<void> {
  const wanted: string[] = [];
  for (const origin of new Set([...builtInOrigins, ...sites.on])) {
    if (isOn(origin, sites) && (await permitted(origin))) wanted.push(patternOf(origin, firefox));
  }
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (wanted.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    js: [file],
    matches: [...new Set(wanted)].toSorted(),
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** May we run there? A pattern without the port, for a permission never has one in either browser's dialog. */
export function permitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin, true)] });
}

/** Runs the script in the open tabs of an origin; it leaves by itself where it is there already. */
export async function injectOpenTabs(origin: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: patternOf(origin, true) });
  await Promise.all(
    tabs.map(async ({ id: tabId, url }) => {
      if (tabId === undefined || (url && new URL(url).origin !== origin)) return;
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [file as never] }).catch((error: unknown) => {
        // A tab that is being closed or shows an error page cannot be served; it is not there to be reviewed either.
        console.warn(`Bluepencil could not start in tab ${tabId}: ${String(error)}`);
      });
    }),
  );
}

/** Sends a message to every frame of every tab that may hear it; nobody there is no failure. */
export async function tellTabs(message: { name: string; data: unknown }, origin?: string): Promise<void> {
  const tabs = await browser.tabs.query(origin ? { url: patternOf(origin, true) } : {});
  await Promise.all(tabs.map(async ({ id: tabId }) => tabId !== undefined && browser.tabs.sendMessage(tabId, message).catch(() => null)));
}
