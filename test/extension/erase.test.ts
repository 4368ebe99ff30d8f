/** Erased as a person does it: open pages show it at once, and what is left of everything is looked for in the browser's own files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keeping as words } from '../../lib/i18n/locales/en/keeping.ts';
import type { Review } from '../../lib/model/review.ts';
import { until } from '../setup/until.ts';
import { records } from './ask.ts';
import { launch, type Driven, type Kind } from './launch.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';
import { rate } from './reviews.ts';

/** Random, so that no compression takes it apart; every other text has a sign that makes the browser write all of it in UTF-16. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const random = (): string => Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => letters[byte % letters.length]).join('');
const markers = Array.from({ length: 8 }, random);
const texts = markers.map(
  (marker, at) => `${at % 2 ? 'Zoë says “' : 'Ada says '}${marker} ${Array.from({ length: 40 }, random).join(' ')}`,
);

/** Where the browsers keep the databases of extensions. */
async function filesOf({ kind, profile }: Driven): Promise<string[]> {
  const home = join(profile, kind === 'chromium' ? 'Default/IndexedDB' : 'storage/default');
  const found = await readdir(home, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile() && /extension/.test(one.parentPath)).map((one) => join(one.parentPath, one.name));
}

/** Which markers the raw files hold, in either encoding. */
async function inFiles(driven: Driven): Promise<string[]> {
  const found = new Set<string>();
  for (const file of await filesOf(driven)) {
    // Files come and go while the browser runs.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    for (const marker of markers) if (bytes.includes(marker, 0, 'utf8') || bytes.includes(marker, 0, 'utf16le')) found.add(marker);
  }
  return [...found];
}

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let driven: Driven;
  const reviews: Review[] = [];
  beforeAll(async () => {
    driven = await launch(kind);
    for (const text of texts) reviews.push(await rate(driven, text));
  });
  afterAll(() => driven?.close());

  test('one answer goes from the dashboard, all else from the settings, and no file has a word of what went', async () => {
    // Firefox may keep some apart or compress across their ends: those that can be found are enough.
    expect((await inFiles(driven)).length).toBeGreaterThan(markers.length / 4);
    const list = await driven.openOurs(`dashboard.html#review/${reviews[0]!.id}`);
    const rows = () => list.evaluate(() => document.querySelectorAll('.row:not(.head)').length);
    await until('all are listed', async () => (await rows()) === texts.length);
    await pressIn(list, named(words['erase.askAnswer']));
    await pressIn(list, named(words['erase.do'].one.replace('{n}', '1')));
    await pressIn(list, named(words['erase.now']));
    await until('its row is gone', async () => (await rows()) === texts.length - 1);
    expect(JSON.stringify(await records(driven, 'answers'))).not.toContain(markers[0]);
    await until('no file has a word of it', async () => !(await inFiles(driven)).includes(markers[0]!));
    expect((await records(driven, 'answers')).length).toBe(7);

    const page = await driven.openOurs('options.html');
    await pressIn(page, named(words['erase.ask']));
    await pressIn(page, named(words['erase.do'].other.replace('{n}', '7')));
    // Others on this page are called so too.
    await (await page.waitForSelector('.keeping .erase .button.main'))?.click();
    expect((await records(driven, 'answers')).length).toBe(7);
    await pressIn(page, named(words['erase.ask']));
    await pressIn(page, named(words['erase.do'].other.replace('{n}', '7')));
    await pressIn(page, named(words['erase.now']));
    await until('the list is empty too', async () => (await rows()) === 0);
    await until('no file has a word of it', async () => (await inFiles(driven)).length === 0);
    expect(await records(driven, 'answers')).toEqual([]);
    const lines = (await records<{ line: string }>(driven, 'audit')).map(({ line }) => JSON.parse(line) as { type: string });
    expect(lines.filter(({ type }) => type === 'erase')).toHaveLength(2);
    await page.close();
    await list.close();
  });
});
