/** The disk damages what stands on it: that is said, nothing is hidden, and a backup brings everything back. */
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verify } from '../../lib/audit/verify.ts';
import { health } from '../../lib/i18n/locales/en/health.ts';
import { keeping } from '../../lib/i18n/locales/en/keeping.ts';
import { checkContents } from '../../lib/store/contents.ts';
import { readHead, recordLines } from '../../lib/store/record.ts';
import type { AuditRow } from '../../lib/store/tables.ts';
import { until } from '../setup/until.ts';
import { call, demand, records } from '../extension/ask.ts';
import { launch } from '../extension/launch.ts';
import { named } from '../extension/names.ts';
import { pressIn } from '../extension/ours.ts';
import { rate } from '../extension/reviews.ts';
import { copied } from './copied.ts';
import { damage, filesOf, restored, saved } from './damage.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'bluepencil-damage-'))));
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

test('damaged files are said in words, the record begins anew and says so, and the backup brings everything back', async () => {
  const profile = join(folder, 'profile');
  const downloads = join(folder, 'downloads');
  let driven = await launch('chromium', { profile, downloads });
  try {
    for (const text of ['One answer', 'Another answer']) await rate(driven, text);
    const before = await records(driven, 'reviews');
    const file = await saved(driven);
    await driven.kill();
    // At the next start what was in the log goes into a table.
    driven = await launch('chromium', { profile, downloads });
    await until('there is a table', async () => (await filesOf(profile, 'ldb')).length > 0);
    await driven.kill();
    for (const path of [...(await filesOf(profile, 'ldb')), ...(await filesOf(profile, 'log'))]) await damage(path);

    driven = await launch('chromium', { profile, downloads });
    await until('it works again', async () => (await call(driven, 'store.health', {})).ok);
    await until('it is noticed', async () => (await demand(driven, 'store.health', {})).health.lostAt);
    expect((await demand(driven, 'store.health', {})).health).toMatchObject({ reviews: { final: 0 }, setAside: 0 });
    const said = health['health.lost'].replace('{at}', '');
    for (const page of ['options.html', 'dashboard.html']) {
      const opened = await driven.openOurs(page);
      await until(`${page} says so`, () => opened.evaluate((shown) => document.body.innerText.includes(shown), said));
      await opened.close();
    }
    const [entry] = await records<AuditRow>(driven, 'audit');
    expect(JSON.parse(entry!.line)).toMatchObject({ type: 'chain.reset', facts: { because: 'lost' } });

    await restored(driven, file);
    expect(await records(driven, 'reviews')).toEqual(before);
    const { store } = await copied(driven);
    // One new beginning: behind the record of the backup, or, where the loss was noted already, at the start of what goes on.
    const { broken, resets } = await verify(recordLines(store), { head: await readHead(store) });
    expect({ broken, resets: resets.length }).toEqual({ broken: null, resets: 1 });
    expect(await checkContents(store)).toMatchObject({ changed: [], missing: [], unnoted: 0 });
  } finally {
    await driven.close();
  }
});

test('a database that does not open is said, nothing is blank; it is begun anew, the record says so, and the backup brings everything back', async () => {
  const profile = join(folder, 'profile');
  const downloads = join(folder, 'downloads');
  let driven = await launch('firefox', { profile, downloads });
  try {
    for (const text of ['One answer', 'Another answer']) await rate(driven, text);
    const before = await records(driven, 'reviews');
    const file = await saved(driven);
    await driven.kill();
    // As after a newer Firefox wrote it: this one opens it no more.
    const files = readdirSync(profile, { recursive: true, encoding: 'utf8' });
    const ours = files.filter((name) => /moz-extension[^^]*idb.*\.sqlite$/.test(name));
    expect(ours).not.toEqual([]);
    for (const name of ours) {
      const db = new DatabaseSync(join(profile, name));
      db.exec('PRAGMA user_version = 999999');
      db.close();
    }

    driven = await launch('firefox', { profile, downloads });
    expect(await call(driven, 'store.health', {})).toMatchObject({ ok: false, error: { code: 'database-broken' } });
    const dashboard = await driven.openOurs('dashboard.html');
    await until('the dashboard says so', () => dashboard.evaluate(() => document.querySelector('.trouble')?.textContent));
    await dashboard.close();
    const options = await driven.openOurs('options.html');
    const says = (words: string): Promise<true> =>
      until(`it says "${words}"`, () => options.evaluate((shown) => document.body.innerText.includes(shown), words));
    await says(health['broken.title']);
    await pressIn(options, named(health['broken.save']));
    await says(health['broken.none']);
    await pressIn(options, named(health['broken.anew']));
    await pressIn(options, named(keeping['erase.now']));
    await says(health['broken.done']);
    await options.close();
    const entries = (await records<AuditRow>(driven, 'audit')).map(({ line }) => JSON.parse(line));
    expect(entries).toContainEqual(
      expect.objectContaining({ type: 'chain.reset', facts: expect.objectContaining({ because: 'begun-anew' }) }),
    );

    await restored(driven, file);
    expect(await records(driven, 'reviews')).toEqual(before);
  } finally {
    await driven.close();
  }
});
