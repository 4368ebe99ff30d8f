/** A Chromium for code that is measured or tried inside a page, without the extension around it. */
import { build } from 'vite';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { browserPath } from '../setup/browsers.ts';

/** Starts a headless Chromium that asks nobody for anything. */
export function openChromium(): Promise<Browser> {
  return launch({
    executablePath: browserPath('chromium'),
    protocolTimeout: 300_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // For measuring: `gc()` between rounds, and a clock finer than 0.1 ms.
      '--js-flags=--expose-gc',
      '--enable-blink-features=MeasureMemory',
    ],
  });
}

/** A module's source as one script that runs in any page. Imports are absolute paths. */
export async function bundle(source: string): Promise<string> {
  const built = await build({
    logLevel: 'error',
    configFile: false,
    plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? '\0entry' : null), load: (id) => (id === '\0entry' ? source : null) }],
    build: { write: false, minify: true, rollupOptions: { input: 'entry', output: { format: 'iife' } } },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as { output: { code?: string }[] };
  return output[0]!.code!;
}

/** Opens markup at an address, from memory: nothing else is fetched, and the page's own scripts do not run unless wanted. */
export async function openAt(browser: Browser, url: string, html: string, scripts = false): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(scripts);
  await page.setRequestInterception(true);
  page.on(
    'request',
    (request) =>
      void (request.isNavigationRequest() && request.frame() === page.mainFrame()
        ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html })
        : request.abort()),
  );
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}
