/** Starts a real browser with the built extension in it. The same few things work in Chromium and in Firefox. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch as start, type Browser, type Page } from 'puppeteer-core';
import { browserPath, type Kind } from '../setup/browsers.ts';
import { until } from '../setup/until.ts';

export type { Kind };

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
}

/** The folder of the build that needs no permission dialog. */
const build = (kind: Kind) => join(import.meta.dirname, '../../.output', kind === 'chromium' ? 'chrome-mv3-test' : 'firefox-mv3-test');

/** Firefox gives an extension a new address in each profile unless it is told one. */
const firefoxId = 'bluepencil@bluepencil.dev';
const firefoxUuid = '0b1c9a52-6f0e-4c55-9e55-b1e0e9c11000';

export async function launch(kind: Kind, options: LaunchOptions = {}): Promise<Driven> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'bluepencil-')));
  const downloads = options.downloads ?? join(profile, 'downloads');
  await mkdir(downloads, { recursive: true });
  const browser = await (kind === 'chromium' ? startChromium(profile, downloads, options) : startFirefox(profile, downloads, options));
  const id = await browser.installExtension(build(kind));
  const origin = kind === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${firefoxUuid}`;

  const newPage = async (size = options.size ?? { width: 1280, height: 900 }): Promise<Page> => {
    const page = await browser.newPage({ type: 'window' });
    if (!options.headed) await page.setViewport(size);
    return page;
  };
  const openOurs: Driven['openOurs'] = async (path, size) => {
    const page = await newPage(size);
    const url = `${origin}/${path}`;
    // In Firefox the navigation works, but its promise never settles for a page of an extension.
    const gone = page.goto(url).catch((error: unknown) => error);
    if (kind === 'chromium') {
      const failed = await gone;
      if (failed instanceof Error) throw failed;
    }
    await until(`${path} is loaded`, () => page.evaluate((at) => location.href.startsWith(at) && document.readyState === 'complete', url));
    return page;
  };

  const process = browser.process();
  const ended = new Promise<void>((resolve) => process?.once('exit', () => resolve()));
  return {
    kind,
    browser,
    profile,
    downloads,
    ours: await openOurs('options.html'),
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

function startFirefox(profile: string, downloadPath: string, { headed = false }: LaunchOptions): Promise<Browser> {
  return start({
    browser: 'firefox',
    executablePath: browserPath('firefox'),
    headless: !headed,
    userDataDir: profile,
    defaultViewport: null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: firefoxUuid }),
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.keepStorageOnUninstall': true,
      'browser.download.folderList': 2,
      'browser.download.dir': downloadPath,
      'browser.download.alwaysOpenPanel': false,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
}
