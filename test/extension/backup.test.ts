/** Everything in one file, and back into a browser that knows nothing, as a person does it. */
import { copyFile, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportCommand } from '../../lib/cli/exportCommand.ts';
import { backup as words } from '../../lib/i18n/locales/en/backup.ts';
import { until } from '../setup/until.ts';
import { demand, records } from './ask.ts';
import { exportFiles } from './exported.ts';
import { launch, type Driven, type Kind } from './launch.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';
import { rate } from './reviews.ts';

const texts = ['One answer', 'Another answer'];
const secret = 'correct horse battery staple';

/** What the part of the page says. */
const says = (page: Page, wanted: RegExp): Promise<string> =>
  until(`the page says ${wanted}`, async () => {
    const said = await page.evaluate(() => document.querySelector<HTMLElement>('.backup')?.innerText ?? '');
    return wanted.test(said) ? said : null;
  });

async function type(page: Page, passphrase: string): Promise<void> {
  const field = await page.waitForSelector('.backup input[type="password"]', { visible: true });
  await field?.type(passphrase);
}

async function saved(driven: Driven, passphrase: string | null): Promise<string> {
  const page = await driven.openOurs('options.html');
  if (passphrase !== null) {
    await (await page.waitForSelector('.backup summary'))?.click();
    await type(page, passphrase);
  }
  const before = await readdir(driven.downloads);
  await pressIn(page, named(words['backup.save']));
  await says(page, /Given to your browser/);
  // A browser may keep the place with an empty file while it writes another.
  const path = await until('the file came down', async () => {
    const names = await readdir(driven.downloads);
    const name = names.find((one) => /^bluepencil-backup.*\.(gz|sealed)$/.test(one) && !before.includes(one));
    const isDone = name !== undefined && !names.some((one) => one.endsWith('.part')) && (await stat(join(driven.downloads, name))).size > 0;
    return isDone && join(driven.downloads, name);
  });
  await page.close();
  return path;
}

async function chosen(driven: Driven, file: string): Promise<Page> {
  const page = await driven.openOurs('options.html');
  const input = await page.waitForSelector('.backup input[type="file"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  return page;
}

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let first: Driven;
  let second: Driven;
  let backup: string;
  beforeAll(async () => {
    first = await launch(kind);
    for (const text of texts) await rate(first, text);
  });
  afterAll(async () => {
    await first?.close();
    await second?.close();
  });

  test('what is saved in one browser is in the list of another, and the same file again brings nothing', async () => {
    const open = await saved(first, null);
    // Other downloads take it away.
    await copyFile(open, (backup = join(first.profile, 'taken.jsonl.gz')));
    const sealed = await saved(first, secret);
    const reviews = await records(first, 'reviews');
    second = await launch(kind);
    const page = await chosen(second, sealed);
    await type(page, 'wrong');
    await pressIn(page, named(words['backup.open']));
    await says(page, /does not fit/);
    await page.evaluate(() => (document.querySelector<HTMLInputElement>('.backup input')!.value = ''));
    await type(page, secret);
    await pressIn(page, named(words['backup.open']));
    expect(await says(page, /holds 2 reviews/)).toContain('2 are new here.');
    expect(await records(second, 'reviews')).toEqual([]);
    await pressIn(page, named(words['backup.bring']));
    await says(page, /Restored: 2 reviews/);
    expect(await records(second, 'reviews')).toEqual(reviews);
    await page.close();

    const list = await second.openOurs('dashboard.html');
    for (const text of texts)
      await until(`${text} is listed`, () => list.evaluate((wanted) => document.body.innerText.includes(wanted), text));
    await list.close();

    const again = await chosen(second, open);
    await says(again, /here already/);
    await again.close();
  });

  test('the command line makes of a backup, to the byte, what the dashboard saves', async () => {
    const files = await exportFiles({ driven: first }, 'trl-sft');
    expect(files.length).toBeGreaterThan(1);
    const out = join(first.profile, 'made');
    const around = { say: () => {}, complain: (line: string) => expect.fail(line) };
    expect(await exportCommand(['--from', backup, '--format', 'trl-sft', '--out', out], around)).toBe(0);
    for (const { path, text } of files) expect(await readFile(join(out, basename(path)), 'utf8')).toBe(text);
  });

  test('the answers of a data set wait in the dashboard, masked where a policy wants that', async () => {
    await demand(second, 'policy.import', { text: JSON.stringify({ version: '1', privacy: { store: 'masked' } }) });
    // In Parquet: its reader is loaded by the page.
    const set = join(second.profile, 'capitals.parquet');
    const columnData = [
      { name: 'prompt', data: ['Capital of Peru?', 'Of Chile?'] },
      { name: 'completion', data: ['It is Lima.', 'Ask jane@mail.example.'] },
    ];
    await writeFile(set, new Uint8Array(parquetWriteBuffer({ columnData })));
    const page = await chosen(second, set);
    expect(await says(page, /2 answers to review/)).toContain('“capitals”');
    expect(await records(second, 'drafts')).toEqual([]);
    await pressIn(page, named(words['backup.bring']));
    await says(page, /Restored/);
    await page.close();
    expect(await records(second, 'drafts')).toHaveLength(2);
    expect(JSON.stringify(await records(second, 'answers'))).toMatch(/Ask \[EMAIL_1\]\./);
    const list = await second.openOurs('dashboard.html');
    await until('it is listed as a draft', () => list.evaluate(() => /It is Lima\.\s+nothing yet\s*draft/.test(document.body.innerText)));
    await list.close();
  });
});
