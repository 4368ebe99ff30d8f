/** Reviews that go into files on this computer: a folder where the browser has folders to choose from, the downloads everywhere. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { connectors as words } from '../../lib/i18n/locales/en/connectors.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { until } from '../setup/until.ts';
import { demand, records } from './ask.ts';
import { firstOf } from './desk.ts';
import { launch, type Driven, type Kind } from './launch.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';
import { rate } from './reviews.ts';

/** What stands in the settings about where reviews go. */
const says = (page: Page, wanted: RegExp): Promise<string> =>
  until(`the page says ${wanted}`, async () => {
    const said = await page.evaluate(() => document.querySelector('main')?.innerText ?? '');
    return wanted.test(said) ? said : null;
  });

async function choosesFiles(page: Page): Promise<void> {
  const kind = await page.waitForSelector('select[name="connector"]');
  await kind?.select('folder');
}

/** Saves the form; another place is there then. */
async function saves(driven: Driven, page: Page, folder: RegExp): Promise<void> {
  await pressIn(page, named(pages['options.save']));
  await until(`reviews go to ${folder}`, async () => {
    const { status } = await demand(driven, 'sync.status', {});
    return status.destinations.some(({ destination }) => folder.test(destination.settings.folder ?? ''));
  });
}

/** Sees the first payload and lets it go. */
async function approves(page: Page): Promise<void> {
  await says(page, new RegExp(pages['sync.unseen']));
  await pressIn(page, named(pages['options.see']));
  await pressIn(page, named(pages['options.send']));
}

const drained = (driven: Driven): Promise<unknown> =>
  until('nothing waits any more', async () => firstOf(await demand(driven, 'sync.now', {})).waiting === 0);

const idsIn = (texts: string[]): string[] =>
  texts.flatMap((text) => text.trimEnd().split('\n')).map((line) => (JSON.parse(line) as { id: string }).id);

/** The browser's picker cannot be pressed by a driver: it gives a folder of the browser's own file system, which is used in the same way. */
async function picks(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => {
    const picked = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(wanted, { create: true });
    Object.assign(globalThis, { showDirectoryPicker: picked });
  }, name);
  await pressIn(page, named(words['connector.folder.pick']));
  await until('it is chosen', () =>
    page.evaluate((wanted) => document.querySelector('[data-name="folder"]')?.textContent === wanted, name),
  );
}

const filesIn = (page: Page, name: string): Promise<{ name: string; text: string }[]> =>
  page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const files: { name: string; text: string }[] = [];
    for await (const entry of (await root.getDirectoryHandle(wanted)).values())
      files.push({ name: entry.name, text: await (await (entry as FileSystemFileHandle).getFile()).text() });
    return files;
  }, name);

test('a folder that was chosen gets a line for each review, also after a restart; one that is gone is said, and another chosen', async () => {
  const driven = await launch('chromium');
  let now = driven;
  try {
    const page = await driven.openOurs('options.html');
    await choosesFiles(page);
    await picks(page, 'Reviews');
    await pressIn(page, named(pages['options.test']));
    await says(page, new RegExp(pages['sync.test.works']));
    await saves(driven, page, /Reviews$/);
    const first = await rate(driven, 'An answer for the folder');
    await approves(page);
    await drained(driven);
    await driven.kill();

    now = await launch('chromium', { profile: driven.profile });
    const second = await rate(now, 'One after the restart');
    await drained(now);
    const [tried, file, ...others] = (await filesIn(now.ours, 'Reviews')).toSorted((one, other) => other.name.localeCompare(one.name));
    expect([tried, others]).toEqual([{ name: 'bluepencil-test.jsonl', text: '' }, []]);
    expect(file?.name).toMatch(/^bluepencil-[0-9a-f]{8}-.*Z\.jsonl$/);
    expect(idsIn([file!.text])).toEqual([`${first.id}.1`, `${second.id}.1`]);

    await now.ours.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('Reviews', { recursive: true }));
    const third = await rate(now, 'One that has nowhere to go');
    await until('the folder is missed', async () => firstOf(await demand(now, 'sync.now', {})).lastProblem?.code === 'folder-gone');
    const again = await now.openOurs('options.html');
    await says(again, new RegExp(words['problem.folder-gone'].replace('{detail}', 'Reviews')));
    await picks(again, 'Reviews again');
    await saves(now, again, /Reviews again$/);
    await approves(again);
    await drained(now);
    expect(idsIn((await filesIn(now.ours, 'Reviews again')).map(({ text }) => text))).toContain(`${third.id}.1`);
    const kept = (await records<{ key: string }>(now, 'meta')).filter(({ key }) => key.startsWith('folders/'));
    expect(kept, 'the folder that nothing goes into any more is forgotten').toHaveLength(1);
  } finally {
    await now.close();
  }
});

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  test('without a folder a file comes down into the downloads', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'bluepencil-'));
    const driven = await launchSaving(kind, profile);
    try {
      const page = await driven.openOurs('options.html');
      await choosesFiles(page);
      await says(page, new RegExp(words['connector.folder.downloads']));
      await pressIn(page, named(pages['options.test']));
      await says(page, new RegExp(pages['sync.test.works']));
      await saves(driven, page, /^$/);
      const [one, other] = [await rate(driven, 'An answer “with” Ärger 😀'), await rate(driven, 'Another')];
      await approves(page);
      await drained(driven);
      const folder = join(driven.downloads, 'Bluepencil');
      const names = await until('a file came down', () => existsSync(folder) && readdirSync(folder));
      expect(names.splice(names.indexOf('bluepencil-test.jsonl'), 1)).toEqual(['bluepencil-test.jsonl']);
      const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
      expect(idsIn(texts).toSorted()).toEqual([`${one.id}.1`, `${other.id}.1`].toSorted());
      expect(texts.join('')).toContain('An answer “with” Ärger 😀');
      for (const name of names) expect(name).toMatch(/^bluepencil-\d{4}-\d\d-\d\d-[\w-]+\.jsonl$/);
    } finally {
      await driven.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

/** A browser that names downloads as it always does: a driver would have Chromium name them by their address. */
async function launchSaving(kind: Kind, profile: string): Promise<Driven> {
  if (kind === 'firefox') return launch(kind, { profile });
  await mkdir(join(profile, 'Default'));
  const download = { default_directory: join(profile, 'downloads'), prompt_for_download: false };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ download }));
  const driven = await launch(kind, { profile });
  const session = await driven.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
  return driven;
}
