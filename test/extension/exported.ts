/** Exports from the dashboard, as a person does. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { formats } from '../../lib/export/formats/index.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { until } from '../setup/until.ts';

import type { Desk } from './desk.ts';
import { named, startingWith } from './names.ts';
import { pressIn } from './ours.ts';

/** One file that came down. */
export interface ExportedFile {
  path: string;
  text: string;
}

/** Chooses a format in the dashboard and saves its files. The main file comes first, its sidecar second. */
export async function exportFiles(
  { driven }: Pick<Desk, 'driven'>,
  format: string,
  picture?: (name: string, page: Page) => Promise<void>,
): Promise<ExportedFile[]> {
  const label = formats.find(({ id }) => id === format)?.label;
  if (!label) throw new Error(`There is no format ${format}`);
  // What came down before is taken away: the browsers differ in what they do about a name that is there already.
  for (const name of await readdir(driven.downloads)) await rm(join(driven.downloads, name));
  const page = await driven.openOurs('dashboard.html');
  await pressIn(page, named(pages['dashboard.export']));
  const words = pages[label as keyof typeof pages];
  await pressIn(page, startingWith(typeof words === 'string' ? words : words.other));
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
  return files.toSorted((a, b) => Number(a.path.includes('.meta.')) - Number(b.path.includes('.meta.')));
}

/** The non-empty lines of the main file that an export in that format gives. */
export async function exported(desk: Pick<Desk, 'driven'>, format: string): Promise<string[]> {
  const [main] = await exportFiles(desk, format);
  return (main?.text ?? '').split('\n').filter(Boolean);
}
