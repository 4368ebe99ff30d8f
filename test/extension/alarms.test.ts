/** What waits leaves by itself, after everything that takes a browser's alarms away: nobody presses anything here. */
import type { Browser, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { until } from '../setup/until.ts';
import { setUp, type Desk } from './desk.ts';
import type { Driven, Kind } from './launch.ts';
import { rate } from './reviews.ts';

declare const chrome: {
  alarms: { clearAll(): Promise<boolean>; getAll(): Promise<{ name: string }[]> };
  runtime: { reload(): void; id: string };
  developerPrivate: { updateProfileConfiguration(wanted: { inDeveloperMode: boolean }): Promise<void> };
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
};

/** As an update does it: everything of the extension ends and begins again. */
async function reload({ driven }: Desk): Promise<void> {
  // Without it Chromium turns off what it has from a folder when that is loaded again.
  if (driven.kind === 'chromium')
    await (await extensionsOf(driven)).evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  // The page goes with it.
  await driven.ours.evaluate(() => chrome.alarms.clearAll().then(() => chrome.runtime.reload())).catch(() => {});
}

/** As a person does it, in the browser's list of extensions. */
async function turnOffAndOn({ driven }: Desk): Promise<void> {
  const id = await driven.ours.evaluate(() => chrome.alarms.clearAll().then(() => chrome.runtime.id));
  if (driven.kind === 'firefox') return inFirefoxItself(driven.browser, id);
  await (
    await extensionsOf(driven)
  ).evaluate(async (ours) => {
    await chrome.management.setEnabled(ours, false);
    await chrome.management.setEnabled(ours, true);
  }, id);
}

/** Chromium's list of extensions, which may do what a person does there. */
async function extensionsOf({ browser }: Driven): Promise<Page> {
  const list = await browser.newPage({ type: 'window' });
  await list.goto('chrome://extensions');
  return list;
}

async function inFirefoxItself(browser: Browser, id: string): Promise<void> {
  interface Tree {
    result: { contexts: { context: string }[] };
  }
  const { connection } = browser as unknown as { connection: { send(method: string, params: object): Promise<Tree> } };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  await connection.send('script.evaluate', {
    target: { context: result.contexts[0]!.context },
    awaitPromise: true,
    expression: `(async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const ours = await AddonManager.getAddonByID(${JSON.stringify(id)});
      await ours.disable();
      await ours.enable();
    })()`,
  });
}

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  test.each([
    ['reloaded as by an update', reload],
    ['turned off and on', turnOffAndOn],
  ])('the extension is %s', async (_, happens) => {
    const desk = await setUp(kind);
    try {
      const { id, revision } = await rate(desk.driven, 'Waits until it can be undone no longer');
      await happens(desk);
      expect(await desk.endpoint.stored()).toEqual([]);
      await until(
        'it has left by itself',
        async () => (await desk.endpoint.stored()).some((event) => event.id === `${id}.${revision}`),
        60_000,
      );
    } finally {
      await desk[Symbol.asyncDispose]();
    }
  });
});
