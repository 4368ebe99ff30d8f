/** Exports from the dashboard, as a person does. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { until } from '../setup/until.ts';

import type { Desk } from './desk.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';

/** One file that came down. */
export interface ExportedFile {
  path: string;
  text: string;
}

/** Chooses a format in the dashboard and saves its files. The main file comes first, its sidecar second, their card after them. */
export async function exportFiles(
  { driven }: Pick<Desk, 'driven'>,
  format: string,
  picture?: (name: string, page: Page) => Promise<void>,
): Promise<ExportedFile[]> {
  // What came down before is taken away: the browsers differ in what they do about a name that is there already.
  for (const name of await readdir(driven.downloads)) await rm(join(driven.downloads, name));
  const page = await driven.openOurs('dashboard.html');
  await pressIn(page, named(pages['dashboard.export']));
  await until('the formats are there', () => page.$('select[name=format]'));
  const [chosen] = await page.select('select[name=format]', format);
  if (chosen !== format) throw new Error(`There is no format ${format}`);
  // What is saved next is of this format.
  await page.waitForSelector(`.result[data-format=${format}][data-state=made]`);
  const save = await pressIn(page, /^Save /);
  const count = Number(/\d+(?= files)/.exec(save)?.[0] ?? 1);
  const names = await until(`${count} files came down`, async () => {
    const fresh = await readdir(driven.downloads);
    return fresh.length === count && fresh.every((name) => !/\.(crdownload|part)$/.test(name)) && fresh;
  });
  await picture?.(`7-export-${format}`, page);
  await page.close();
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(driven.downloads, name), text: await readFile(join(driven.downloads, name), 'utf8') })),
  );
  const place = ({ path }: ExportedFile): number => (path.endsWith('README.md') ? 2 : Number(path.includes('.meta.')));
  return files.toSorted((a, b) => place(a) - place(b));
}

/** The non-empty lines of the main file that an export in that format gives. */
export async function exported(desk: Pick<Desk, 'driven'>, format: string): Promise<string[]> {
  const [main] = await exportFiles(desk, format);
  return (main?.text ?? '').split('\n').filter(Boolean);
}
