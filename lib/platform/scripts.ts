/** Puts the content script where review is on, and nowhere else. Everything is registered at run time: off means nothing is injected. */
import { browser } from './browser.ts';
import { builtInOrigins, isOn, patternOf } from './origins.ts';

const id = 'review';
const file = '/review.js';
/** Loaded only when the review script asks, or a person. */
const onDemand = {
  controls: '/controls.js',
  panels: '/panels.js',
  passages: '/passages.js',
  teach: '/teach.js',
  doctor: '/doctor.js',
  compose: '/compose.js',
};
export type OnDemand = keyof typeof onDemand;
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

/** Runs the review script, or one that it asked for, in one frame. Throws where the browser lets nobody in. */
export async function injectFrame(tabId: number, frameId: number, script?: OnDemand): Promise<void> {
  const files = [(script ? onDemand[script] : file) as never];
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files });
}

/** Runs a script in every frame of a tab that lets us in. Throws where none does. */
export async function injectTab(tabId: number, script: OnDemand): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [onDemand[script] as never] });
}

/** Sends a message to every frame of one tab; nobody there is no failure. */
export async function tellTab(tabId: number, message: { name: string; data: unknown }): Promise<void> {
  await browser.tabs.sendMessage(tabId, message).catch(() => null);
}

/** Sends a message to every frame of every tab that may hear it, or of those of an origin, or of private windows or all others; nobody there is no failure. */
export async function tellTabs(
  message: { name: string; data: unknown },
  { origin, incognito }: { origin?: string; incognito?: boolean } = {},
): Promise<void> {
  const tabs = await browser.tabs.query(origin ? { url: patternOf(origin, true) } : {});
  const those = incognito === undefined ? tabs : tabs.filter((tab) => tab.incognito === incognito);
  await Promise.all(those.map(async ({ id: tabId }) => tabId !== undefined && browser.tabs.sendMessage(tabId, message).catch(() => null)));
}
