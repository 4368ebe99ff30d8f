/**
 * A profile that Firefox has started with once, for the browsers of a test run to copy: it holds Firefox's own compiled start, which takes a third of
 * the work of each start away. Nothing of ours was ever in it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { browserPath } from './browsers.ts';

/** The variable that holds its path for the workers. */
export const warmProfile = 'BLUEPENCIL_WARM_FIREFOX';

/** Once before all tests; what it gives back takes the profile away. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[warmProfile]) return undefined;
  const profile = await mkdtemp(join(tmpdir(), 'bluepencil-warm-'));
  const browser = await launch({ browser: 'firefox', executablePath: browserPath('firefox'), headless: true, userDataDir: profile });
  await (await browser.newPage()).goto('data:text/html,');
  await browser.close();
  process.env[warmProfile] = profile;
  return () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
