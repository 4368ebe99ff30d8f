/** Starts a real browser with the built extension in it. The same few things work in Chromium and in Firefox. */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch as start, type Browser, type Page } from 'puppeteer-core';
import { browserPath, type Kind } from '../setup/browsers.ts';
import { until } from '../setup/until.ts';
import { warmProfile } from '../setup/warmFirefox.ts';

export type { Kind };

/** What of the extension's API is used inside the page of the extension. */
declare const chrome: {
  scripting: { getRegisteredContentScripts(): Promise<object[]> };
  tabs: {
    query(query: object): Promise<{ id?: number; url?: string }[]>;
    remove(tabId: number): Promise<void>;
    onUpdated: { addListener(heard: (tabId: number, change: { url?: string }) => void): void };
  };
};

/** A browser that runs the extension. */
export interface Driven {
  kind: Kind;
  browser: Browser;
  /** A page of the extension, for messages and for reading the database. */
  ours: Page;
  profile: string;
  /** The folder that downloads go to. */
  downloads: string;
  /** Opens an address in a window of its own, so that no page is ever in the background. */
  open(url: string, size?: { width: number; height: number }): Promise<Page>;
  /** Opens a page of the extension, `dashboard.html`. */
  openOurs(path: string, size?: { width: number; height: number }): Promise<Page>;
  /** Ends the browser as a crash does: SIGKILL, with nothing said before. The profile stays. */
  kill(): Promise<void>;
  /** Ends the browser and removes a profile that was made here. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** A folder that outlives the browser; a new one in the temporary folder if absent. */
  profile?: string;
  /** Where downloads go; a folder inside the profile if absent. */
  downloads?: string;
  /** A window on the screen. */
  headed?: boolean;
  /** CSS pixels of a page's viewport. */
  size?: { width: number; height: number };
  /** The person has let the extension into private windows. */
  incognito?: boolean;
  /** The folder of another build than the one for tests. */
  build?: string;
}

/** The folder of the build that needs no permission dialog. */
export const buildOf = (kind: Kind): string =>
  join(import.meta.dirname, '../../.output', kind === 'chromium' ? 'chrome-mv3-test' : 'firefox-mv3-test');

/** Firefox gives an extension a new address in each profile unless it is told one. */
const firefoxId = 'bluepencil@bluepencil.dev';
const firefoxUuid = '0b1c9a52-6f0e-4c55-9e55-b1e0e9c11000';

export async function launch(kind: Kind, options: LaunchOptions = {}): Promise<Driven> {
  const isNew = !options.profile || !existsSync(options.profile);
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'bluepencil-')));
  const downloads = options.downloads ?? join(profile, 'downloads');
  await mkdir(downloads, { recursive: true });
  const browser = await (kind === 'chromium' ? startChromium(profile, downloads, options) : startFirefox(profile, downloads, options));
  const id = await install(kind, browser, options);
  const origin = kind === 'chromium' ? `chrome-extension://${String(id)}` : `moz-extension://${firefoxUuid}`;

  const newPage = async (size = options.size ?? { width: 1280, height: 900 }): Promise<Page> => {
    const make = (): Promise<Page> => browser.newPage({ type: 'window' });
    // A busy Firefox may say too late that a window has opened, and the driver then takes it for none.
    const page = await (kind === 'chromium' ? make() : make().catch(make));
    if (!options.headed) await page.setViewport(size);
    if (kind === 'chromium') endKeysWithFrames(page);
    return page;
  };
  const openOurs: Driven['openOurs'] = async (path, size) => {
    const url = `${origin}/${path}`;
    const loaded = (page: Page, limit: number): Promise<unknown> =>
      until(
        `${path} is loaded`,
        async () => {
          const seen = await page.evaluate(() => `${location.href} ${document.readyState}`);
          if (seen.startsWith(url) && seen.endsWith(' complete')) return true;
          throw new Error(seen);
        },
        limit,
      );
    // Right after a start Firefox may lose a navigation to an extension that it has just been given, and with it the window.
    for (let left = kind === 'chromium' ? 0 : 3; ; left--) {
      const page = await newPage(size);
      // In Firefox the navigation works, but its promise never settles well for a page of an extension.
      const gone = page.goto(url).catch((error: unknown) => error);
      const failed = kind === 'chromium' ? await gone : null;
      if (failed instanceof Error) throw failed;
      const isLoaded = await loaded(page, left ? 10_000 : 30_000).then(
        () => true,
        (error: unknown) => {
          if (!left) throw error;
        },
      );
      if (isLoaded) return page;
      await page.close().catch(() => {});
    }
  };

  // One that stands still: the options would be drawn anew at each review.
  const ours = await openOurs('image.html').catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  await (isNew ? closeWelcome(ours) : closeLateWelcome(ours));
  if (!isNew && kind === 'chromium') await isRegistered(ours);
  const process = browser.process();
  const ended = new Promise<void>((resolve) => process?.once('exit', () => resolve())).then(() => putBack(profile));
  return {
    kind,
    browser,
    profile,
    downloads,
    ours,
    openOurs,
    async open(url, size) {
      const page = await newPage(size);
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async kill() {
      process?.kill('SIGKILL');
      await ended;
    },
    async close() {
      await browser.close();
      await ended;
      if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * The driver puts back a profile's own preferences when Firefox has ended, and does not say when: a Firefox that starts before that loses what it was
 * told, the extension's address too.
 */
async function putBack(profile: string): Promise<void> {
  const aside = ['prefs.js', 'user.js'].map((file) => join(profile, `${file}.puppeteer`));
  await until('the profile has its own preferences back', () => !aside.some((file) => existsSync(file)));
}

/** Of a key that closes the frame it is pressed in Chromium may never say that it went down or came up: without this the press would wait for ever. */
function endKeysWithFrames(page: Page): void {
  const { keyboard } = page;
  const orGone = async (pressed: Promise<void>): Promise<void> => {
    const gone = Promise.withResolvers<void>();
    const end = (): void => gone.resolve();
    page.once('framedetached', end);
    await Promise.race([pressed, gone.promise]);
    page.off('framedetached', end);
  };
  const [down, up] = [keyboard.down.bind(keyboard), keyboard.up.bind(keyboard)];
  keyboard.down = (key, options) => orGone(down(key, options));
  keyboard.up = (key) => orGone(up(key));
}

/** Puppeteer knows only Chromium's way to let an extension into private windows. */
function install(kind: Kind, browser: Browser, { build = buildOf(kind), incognito = false }: LaunchOptions): Promise<unknown> {
  if (kind === 'chromium') return browser.installExtension(build, { enabledInIncognito: incognito });
  if (!incognito) return browser.installExtension(build);
  const { connection } = browser as unknown as { connection: { send(method: string, params: object): Promise<unknown> } };
  return connection.send('webExtension.install', {
    extensionData: { type: 'path', path: build },
    'moz:allowPrivateBrowsing': true,
  });
}

/** The welcome page comes up in the window in front: what a test opens there would be hidden behind it. Firefox does not always open it. */
async function closeWelcome(ours: Page): Promise<void> {
  const close = (): Promise<boolean> =>
    ours.evaluate(async () => {
      const welcome = (await chrome.tabs.query({})).find(({ url }) => url?.endsWith('/welcome.html'));
      if (welcome?.id !== undefined) await chrome.tabs.remove(welcome.id);
      return welcome !== undefined;
    });
  await until('the welcome page has come up', close, 5000).catch(() => null);
}

/** The driver loads the extension a second time into a profile that has it: until that one has said where it works, no page would get its script. */
async function isRegistered(ours: Page): Promise<void> {
  await until('the extension has said where it works', () =>
    ours.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0),
  );
}

/** After a crash a browser may take us for newly installed or not: whenever the welcome page comes up, it is closed. */
async function closeLateWelcome(ours: Page): Promise<void> {
  await ours.evaluate(async () => {
    const closeIf = async (id: number | undefined, url: string | undefined): Promise<void> => {
      if (id !== undefined && url?.endsWith('/welcome.html')) await chrome.tabs.remove(id).catch(() => {});
    };
    chrome.tabs.onUpdated.addListener((id, { url }) => void closeIf(id, url));
    for (const { id, url } of await chrome.tabs.query({})) await closeIf(id, url);
  });
}

function startChromium(profile: string, downloadPath: string, { headed = false }: LaunchOptions): Promise<Browser> {
  return start({
    executablePath: browserPath('chromium'),
    headless: !headed,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: null,
    // On a screen the browser asks as it always does.
    ...(headed ? {} : { downloadBehavior: { policy: 'allow', downloadPath } }),
    args: [
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--hide-crash-restore-bubble',
      ...(headed ? [] : ['--disable-gpu']),
      // Chromium refuses to run its sandbox as root, which is what containers are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    ...(headed ? { ignoreDefaultArgs: ['--enable-automation'] } : {}),
  });
}

async function startFirefox(profile: string, downloadPath: string, { headed = false }: LaunchOptions): Promise<Browser> {
  const warm = process.env[warmProfile];
  // Only for tests: whoever starts it to look at it gets a profile of its own making.
  if (warm && !existsSync(join(profile, 'prefs.js')))
    await cp(warm, profile, { recursive: true, filter: (path) => !path.endsWith('lock') });
  return start({
    browser: 'firefox',
    executablePath: browserPath('firefox'),
    headless: !headed,
    userDataDir: profile,
    defaultViewport: null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: firefoxUuid }),
      'dom.ipc.processPrelaunch.enabled': false,
      'browser.sessionstore.interval': 3_600_000,
      'browser.sessionstore.resume_from_crash': false,
      'browser.pagethumbnails.capturing_disabled': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.keepStorageOnUninstall': true,
      'browser.download.folderList': 2,
      'browser.download.dir': downloadPath,
      'browser.download.alwaysOpenPanel': false,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
}
