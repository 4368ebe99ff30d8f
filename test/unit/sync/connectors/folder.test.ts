/** A folder as the browser gives it: files that are written as a whole, by a sender that may die before or after any of that. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Folder } from '../../../../lib/sync/connector.ts';
import { folder } from '../../../../lib/sync/connectors/folder.ts';
import { noon } from '../../sample.ts';
import { World } from '../world.ts';
import { batchOf, context, idsOf, preferred, reviewed } from './server.ts';

const hour = 3_600_000;
const chosen = folder.settings.parse({ folder: '0a1b2c3d/Our reviews' });
const inDownloads = folder.settings.parse({});

/** `fails` is thrown by the next write, after it was done where `late`. */
function disk() {
  const files = new Map<string, string>();
  const state = { fails: null as Error | null, late: false, now: noon };
  const at: Folder = {
    async last(prefix) {
      const name = [...files.keys()]
        .filter((one) => one.startsWith(prefix))
        .toSorted()
        .at(-1);
      return name === undefined ? null : { name, text: files.get(name)! };
    },
    async write(name, text) {
      const { fails, late } = state;
      state.fails = null;
      if (!fails || late) files.set(name, text);
      if (fails) throw fails;
    },
  };
  const given = { ...context(chosen), now: () => state.now, folder: async () => at };
  return { files, state, at, given };
}

const idsIn = (files: Iterable<string>): string[] =>
  [...files].flatMap((text) => text.split('\n').slice(0, -1)).map((line) => (JSON.parse(line) as { id: string }).id);

describe('a chosen folder', () => {
  test('gets an event a line; what comes later goes behind, on another day into another file', async () => {
    const { files, state, given } = disk();
    const batch = batchOf(reviewed(1), preferred(2));
    expect(await folder.send(batch, given)).toEqual({
      accepted: idsOf(batch).map((id) => ({ id, duplicate: false })),
      rejected: [],
      unknown: [],
      failure: null,
    });
    expect([...files.keys()]).toEqual(['bluepencil-0a1b2c3d-2026-03-12T10-00-00-000Z.jsonl']);
    expect(
      [...files.values()][0]!
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    ).toEqual(batch.events);

    state.now += hour;
    await folder.send(batchOf(reviewed(3)), given);
    expect(files).toHaveLength(1);
    state.now += 24 * hour;
    await folder.send(batchOf(reviewed(4)), given);
    expect([...files.values()].map((text) => idsIn([text]).length)).toEqual([3, 1]);
  });

  test('begins another file when one is full', async () => {
    const { files, given } = disk();
    const note = 'x'.repeat(900_000);
    for (const number of [1, 2, 3]) await folder.send(batchOf(reviewed(number, { note })), given);
    expect([...files.values()].map((text) => idsIn([text]).length)).toEqual([2, 1]);
  });

  test('whatever fails, wherever the sender dies and whatever the clock says: each event stands there once, and names never go back', async () => {
    const step = fc.record({
      fails: fc.array(fc.constantFrom('before', 'after'), { maxLength: 3 }),
      jump: fc.constantFrom(0, 1000, 25 * hour, -30 * hour, -400 * 24 * hour),
      size: fc.integer({ min: 1, max: 3 }),
      isMoved: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { files, state, given } = disk();
        const [said, moved, names]: [string[], string[], string[]] = [[], [], []];
        for (const { fails, jump, size, isMoved } of steps) {
          const batch = batchOf(...Array.from({ length: size }, (_, at) => reviewed(said.length + at)));
          for (const when of fails) {
            Object.assign(state, { fails: new Error('The disk is full'), late: when === 'after' });
            const { failure } = await folder.send(batch, given);
            // What stands there already is said to, and is not written again.
            if (failure === null) expect(fails).toContain('after');
            state.now += jump;
          }
          Object.assign(state, { fails: null });
          const { accepted } = await folder.send(batch, given);
          expect(accepted.map(({ id }) => id)).toEqual(idsOf(batch));
          said.push(...idsOf(batch));
          const [last] = [...files.keys()].toSorted().slice(-1);
          names.push(last!);
          // Whoever works on the files takes all but the last away.
          if (isMoved) for (const [name, text] of files) if (name !== last && files.delete(name)) moved.push(text);
          state.now += jump;
        }
        expect(idsIn([...moved, ...files.values()]).toSorted()).toEqual(said.toSorted());
        expect(names).toEqual(names.toSorted());
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['NotAllowedError', 'folder-closed', 'halt', 'Our reviews'],
    ['NotFoundError', 'folder-gone', 'halt', 'Our reviews'],
    ['QuotaExceededError', 'not-written', 'retry', 'The disk is full'],
  ])('%s is %s', async (name, code, cure, detail) => {
    const { state, given } = disk();
    const error = new DOMException('The disk is full', name);
    state.fails = error;
    expect(await folder.send(batchOf(reviewed(1)), given)).toMatchObject({ accepted: [], failure: { code, cure, detail } });
    state.fails = error;
    expect(await folder.test(given)).toMatchObject({ code, cure, detail });
    expect(await folder.test(given)).toBeNull();
  });

  test('that is not known any more is said to be gone', async () => {
    const { given } = disk();
    expect(await folder.test({ ...given, folder: async () => null })).toMatchObject({ code: 'folder-gone', cure: 'halt' });
  });

  test('is named by a key and a name, or not at all', () => {
    for (const wrong of ['Our reviews', '/x', '0a1b2c3d/', '../../etc'])
      expect(folder.settings.safeParse({ folder: wrong }).error?.issues[0]).toMatchObject({
        path: ['folder'],
        message: 'field-not-a-folder',
      });
    expect(chosen.folder).toEqual({ key: '0a1b2c3d', name: 'Our reviews' });
  });
});

describe('the downloads', () => {
  test('get a file for each batch; one that is tried again is written over itself', async () => {
    const { files, state, given } = disk();
    const context = { ...given, settings: inDownloads };
    const batch = batchOf(reviewed(1), reviewed(2));
    Object.assign(state, { fails: new Error('Interrupted'), late: true });
    expect((await folder.send(batch, context)).failure).toMatchObject({ code: 'not-written', cure: 'retry' });
    state.now += 48 * hour;
    await folder.send(batch, context);
    await folder.send(batchOf(reviewed(3)), context);
    expect(files).toHaveLength(2);
    expect(idsIn(files.values())).toEqual([...idsOf(batch), ...idsOf(batchOf(reviewed(3)))]);
    for (const name of files.keys()) expect(name).toMatch(/^bluepencil-\d{4}-\d\d-\d\d-[\w-]+\.jsonl$/);
  });

  test('get at most one file an hour, unless a person asks', async () => {
    const { files, at } = disk();
    const world = new World({ folder: async () => at });
    const id = await world.sync.configure({ connector: 'folder', settings: {}, secrets: {} });
    await world.sync.approve(id);
    await world.review(1);
    await world.sync.run();
    await world.review(2);
    await world.sync.run();
    expect(files).toHaveLength(1);
    expect((await world.status())?.nextTryAt).toBe(world.now + hour);
    await world.sync.runNow();
    expect(files).toHaveLength(2);
    await world.review(3);
    await world.review(4);
    await world.untilIdle();
    expect([...files.values()].map((text) => idsIn([text]).length)).toEqual([1, 1, 2]);
    expect(world.now).toBe(noon + hour);
  });

  test('are asked for as a permission', async () => {
    const { at } = disk();
    const world = new World({ folder: async () => at, permitted: async (_, permissions) => permissions.length === 0 });
    const draft = { connector: 'folder', settings: {}, secrets: {} };
    expect(await world.sync.test(draft)).toMatchObject({ works: false, problem: { code: 'no-permission', detail: 'downloads' } });
    expect(await world.sync.test({ ...draft, settings: { folder: '0a1b2c3d/Reviews' } })).toMatchObject({ works: true });
  });
});

test('the person sees the lines and where they will stand', () => {
  const batch = batchOf(reviewed(1));
  expect(folder.preview(batch, chosen)).toMatchObject({ url: 'Our reviews/bluepencil-0a1b2c3d-….jsonl', headers: {} });
  expect(JSON.parse(folder.preview(batch, chosen).body)).toEqual(batch.events[0]);
  expect(folder.preview(batch, inDownloads).url).toMatch(/^bluepencil-/);
});
