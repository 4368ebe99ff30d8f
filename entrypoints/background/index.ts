/** The background: every listener is registered before the first await, for the browser wakes us for exactly those. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { defineBackground } from 'wxt/utils/define-background';
import { speakAs } from '../../lib/i18n/load.ts';
import { push, sendToFrame } from '../../lib/messaging/send.ts';
import { serve } from '../../lib/messaging/serve.ts';
import { browser } from '../../lib/platform/browser.ts';
import { chosenFolder, downloads } from '../../lib/platform/folders.ts';
import { onManaged } from '../../lib/platform/managed.ts';
import type { ParsePhone } from '../../lib/privacy/phones.ts';
import { parsers } from '../../lib/schema/messages.ts';
import { readFolder } from '../../lib/store/folders.ts';
import { openStore } from '../../lib/store/open.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import { connectors } from '../../lib/sync/connectors/index.ts';
import { createSync } from '../../lib/sync/sync.ts';
import { eraseByRule, eraseRest } from './erase.ts';
import { explain } from './explain.ts';
import { createHandlers } from './handlers.ts';
import { indexSoon, onAlarms, scheduleKeeping, scheduleSync } from './jobs.ts';
import { welcomeAtInstall } from './install.ts';
import { maskBefore } from './maskStored.ts';
import { serveMenus } from './menus.ts';
import { reviewSelection } from './passages.ts';
import { notePolicy, tellSettings } from './policy.ts';
import { createPrivate } from './private.ts';
import { privacyOf } from './privacy.ts';
import { keepRecordEnd } from './record.ts';
import { renewAtStart } from './renew.ts';
import { createSites } from './sites.ts';
import { tellReviews } from './tell.ts';

export default defineBackground(() => {
  const words = speakAs(browser.i18n.getUILanguage());
  const store = openStore();
  const keepEnd = keepRecordEnd(store);
  const sites = createSites({
    read: async () => (await readSettings(store)).sites,
    change: async (edit) => (await changeSettings(store, (settings) => ({ ...settings, sites: edit(settings.sites) }))).sites,
  });
  const sync = createSync({
    store,
    fetch: globalThis.fetch.bind(globalThis),
    connectors,
    privacy: () => privacyOf(store),
    parsePhone: parsePhoneNumberFromString as ParsePhone,
    now: () => Date.now(),
    random: Math.random,
    schedule: scheduleSync,
    locks: navigator.locks,
    permitted: (origins, permissions) => browser.permissions.contains({ origins: origins.map(hostPattern), permissions }),
    folder: async (key) => {
      if (key === null) return downloads;
      const handle = await readFolder(store, key);
      return handle && chosenFolder(handle);
    },
    received: () => void tellReviews(),
    changed: () => {
      void keepEnd();
      void sync.status().then((status) => push('sync.changed', { status }));
    },
  });

  serve(createHandlers({ store, sync, sites, words, kept: createPrivate() }), parsers, explain, words);
  serveMenus(words);
  welcomeAtInstall();
  onManaged(() => {
    void tellSettings();
    void notePolicy(store).then(() => maskBefore(store));
  });
  onAlarms(
    () => void sync.run(),
    () => void eraseByRule(store).catch(notErased),
  );
  browser.permissions.onAdded.addListener(() => void sites.onPermissionAdded());
  browser.permissions.onRemoved.addListener(() => void sites.register());
  browser.runtime.onInstalled.addListener(() => void sites.register());
  browser.runtime.onStartup.addListener(() => void sites.register());
  browser.commands.onCommand.addListener((name) => {
    if (name === 'focus-next') void focusNext();
    if (name === 'review-selection') void reviewInActiveTab();
  });

  void renewAtStart(store);
  // Alarms vanish on update, and disable then enable fires neither of the events above: each start looks for itself.
  void sites.register().then(() => sites.serveOpenTabs());
  void sync.run();
  void notePolicy(store);
  void scheduleKeeping();
  void eraseRest(store)
    .catch(notErased)
    .then(() => maskBefore(store));
  indexSoon(store);
});

/** What is left is done at the next start, or the next day. */
const notErased = (error: unknown): void => console.warn(`Not erased yet: ${String(error)}`);

const hostPattern = (origin: string): string => `${new URL(origin).protocol}//${new URL(origin).hostname}/*`;

/** Where nothing is selected the shortcut does nothing: there is no place to say so. */
async function reviewInActiveTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await reviewSelection(tab.id).catch((error: unknown) => console.info(`Nothing to review: ${String(error)}`));
}

/** Asks each frame of the active tab, the top one first, until one has an answer to focus. */
async function focusNext(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const tabId = tab.id;
  const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true }).catch(() => []);
  for (const { frameId } of frames.toSorted((one, other) => one.frameId - other.frameId)) {
    const reply = await sendToFrame(tabId, frameId, 'page.focusNext', {});
    if (reply.ok && reply.value.focused) return;
  }
}
