/** Files of a profile, damaged; and a backup, saved and brought back as a person does it. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { backup as words } from '../../lib/i18n/locales/en/backup.ts';
import { until } from '../setup/until.ts';
import type { Driven } from '../extension/launch.ts';
import { named } from '../extension/names.ts';
import { pressIn } from '../extension/ours.ts';

/** The files of our database in a profile of Chromium: its log, or its tables. */
export async function filesOf(profile: string, kind: 'log' | 'ldb'): Promise<string[]> {
  const place = join(profile, 'Default', 'IndexedDB');
  const all = await readdir(place, { recursive: true });
  return all.filter((name) => name.startsWith('chrome-extension_') && name.endsWith(`.${kind}`)).map((name) => join(place, name));
}

/** Turns bits all over a file. */
export async function damage(path: string): Promise<void> {
  const bytes = await readFile(path);
  await writeFile(
    path,
    bytes.map((byte, at) => (at % 7 === 0 ? byte ^ 0x5a : byte)),
  );
}

/** Saves a backup as a person does; its file. */
export async function saved(driven: Driven): Promise<string> {
  const page = await driven.openOurs('options.html');
  await pressIn(page, named(words['backup.save']));
  await says(page, /Given to your browser/);
  const name = await until('the file came down', async () =>
    (await readdir(driven.downloads)).find((one) => /^bluepencil-backup.*\.gz$/.test(one)),
  );
  await page.close();
  return join(driven.downloads, name);
}

/** Brings a backup back as a person does. */
export async function restored(driven: Driven, file: string): Promise<void> {
  const page = await driven.openOurs('options.html');
  const input = await page.waitForSelector('.backup input[type="file"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  await says(page, /holds 2 reviews/);
  await pressIn(page, named(words['backup.bring']));
  await says(page, /Restored: 2 reviews/);
  await page.close();
}

/** What the part of the page about backups says. */
const says = (page: Page, wanted: RegExp): Promise<true> =>
  until(`the page says ${wanted}`, () =>
    page.evaluate((pattern) => new RegExp(pattern).test(document.querySelector<HTMLElement>('.backup')?.innerText ?? ''), wanted.source),
  );
