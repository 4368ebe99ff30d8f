/** The background: every listener is registered before the first await, for the browser wakes us for exactly those. */
import { defineBackground } from 'wxt/utils/define-background';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { speak } from '../../lib/i18n/text.ts';
import { push, sendToFrame } from '../../lib/messaging/send.ts';
import { serve } from '../../lib/messaging/serve.ts';
import { browser } from '../../lib/platform/browser.ts';
import { parsers } from '../../lib/schema/messages.ts';
import { openStore } from '../../lib/store/open.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import { connectors } from '../../lib/sync/connectors/index.ts';
import { createSync } from '../../lib/sync/sync.ts';
import { explain } from './explain.ts';
import { createHandlers } from './handlers.ts';
import { onSyncAlarm, scheduleSync } from './jobs.ts';
import { createSites } from './sites.ts';

export default defineBackground(() => {
  speak('en', overlay, pages);
  const store = openStore();
  const sites = createSites({
    read: async () => (await readSettings(store)).sites,
    change: async (edit) => (await changeSettings(store, (settings) => ({ ...settings, sites: edit(settings.sites) }))).sites,
  });
  const sync = createSync({
    store,
    fetch: globalThis.fetch.bind(globalThis),
    connectors,
    now: Date.now,
    random: Math.random,
    schedule: scheduleSync,
    locks: navigator.locks,
    permitted: (origins) => browser.permissions.contains({ origins: origins.map(hostPattern) }),
    changed: () => void sync.status().then((status) => push('sync.changed', { status })),
  });

  serve(createHandlers({ store, sync, sites }), parsers, explain);
  onSyncAlarm(() => void sync.run());
  browser.permissions.onAdded.addListener(() => void sites.onPermissionAdded());
  browser.permissions.onRemoved.addListener(() => void sites.register());
  browser.runtime.onInstalled.addListener(() => void sites.register());
  browser.runtime.onStartup.addListener(() => void sites.register());
  browser.commands.onCommand.addListener((name) => {
    if (name === 'focus-next') void focusNext();
  });

  // Alarms vanish on update, and disable then enable fires neither of the events above: each start looks for itself.
  void sites.register();
  void sync.run();
});

const hostPattern = (origin: string): string => `${new URL(origin).protocol}//${new URL(origin).hostname}/*`;

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
