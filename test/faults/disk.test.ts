/** The disk under the profile is full, or ends in half an entry after a crash: nothing that could be kept is lost. */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endpointDraft } from '../endpoint/draft.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { until } from '../setup/until.ts';
import { demand, records } from '../extension/ask.ts';
import { pressBeside, shownText } from '../extension/controls.ts';
import { allFinal, openChat, setUp } from '../extension/desk.ts';
import { launch } from '../extension/launch.ts';
import { named } from '../extension/names.ts';
import { rate } from '../extension/reviews.ts';
import { copied } from './copied.ts';
import { filesOf } from './damage.ts';
import { halves } from './whole.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'bluepencil-disk-'))));
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Why a disk of its own cannot be had here; null: it can. */
const unmountable = (): string | null => {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return String(error).trim().split('\n').at(-1) ?? '';
  }
};

const why = unmountable();
if (why !== null) console.warn(`Skipped: a full disk. A small disk of its own (tmpfs) needs Linux and root here: ${why}`);

test.skipIf(why !== null)(
  'a full disk is said before anybody types; old reviews stay readable, and new ones are saved once there is room',
  async () => {
    const disk = join(folder, 'disk');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', disk]);
    const desk = await setUp('chromium', { profile: join(disk, 'profile'), downloads: join(folder, 'downloads') });
    try {
      const chat = await openChat(desk, 'assistant-ui');
      const [first, second] = await allFinal(chat, 2);
      await pressBeside(chat, first!.id, named(overlay['rail.up']));
      await until('"Saved" is shown', async () => (await shownText(chat)).includes(overlay.saved));
      const before = await records(desk.driven, 'reviews');

      fill(join(disk, 'filler'));
      for (const act of ['rail.up', 'rail.correct'] as const) {
        await pressBeside(chat, second!.id, named(overlay[act]));
        await until(`${act} is refused in words`, async () => (await shownText(chat)).includes(pages['error.storage-full']));
      }
      expect(
        chat.page.frames().some((one) => one.url().includes('editor.html')),
        'nobody types in vain',
      ).toBe(false);
      expect(await records(desk.driven, 'reviews')).toEqual(before);
      expect((await demand(desk.driven, 'store.health', {})).health).toMatchObject({ reviews: { final: 1 }, kept: true });
      expect((await demand(desk.driven, 'store.health', {})).health.room).toBeLessThan(1_000_000);

      await rm(join(disk, 'filler'));
      await pressBeside(chat, second!.id, named(overlay['rail.up']));
      await until('it is saved', async () => (await records(desk.driven, 'reviews')).length === 2);
      expect(await halves(await copied(desk.driven))).toEqual([]);
    } finally {
      await desk[Symbol.asyncDispose]();
      execFileSync('umount', [disk]);
    }
  },
);

/** Writes until nothing more fits. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  for (const size of [1 << 20, 1 << 10]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch {
      // Full.
    }
  }
  closeSync(file);
}

/** The head of an entry of 799 bytes, without those: the two are written one after the other (LevelDB's `log_writer.cc`). */
const torn = Buffer.from([0x35, 0x55, 0x98, 0xde, 799 & 255, 799 >> 8, 1]);

test('a log that ends in half an entry is left behind before anything is lost', async () => {
  const profile = join(folder, 'profile');
  let driven = await launch('chromium', { profile });
  try {
    await demand(driven, 'sync.configure', { destination: endpointDraft('https://collector.example/') });
    await rate(driven, 'Saved before the crash');
    await driven.kill();
    const [log] = await filesOf(profile, 'log');
    await appendFile(log!, torn);

    driven = await launch('chromium', { profile });
    await until('the log is another one', async () => !(await filesOf(profile, 'log')).includes(log!));
    await rate(driven, 'Saved after the crash');
    await driven.kill();

    driven = await launch('chromium', { profile });
    const after = await copied(driven);
    expect(after.raw.answers?.map(({ text }) => text).toSorted()).toEqual(['Saved after the crash', 'Saved before the crash']);
    expect(await halves(after)).toEqual([]);
  } finally {
    await driven.close();
  }
});
