import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '../../../lib/backup/lines.ts';
import { isSealed, openBackup } from '../../../lib/backup/read.ts';
import { sealing } from '../../../lib/backup/seal.ts';
import { backupTables, databaseVersion, everyRow, tablesOfBackup } from '../../../lib/store/everything.ts';
import { migrations } from '../../../lib/store/migrations.ts';
import type { Store, Table } from '../../../lib/store/open.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { act, answer, freshStore, hashOf, noon, review } from '../sample.ts';
import { backedUp, bytesOf, contentsOf, readAll, restored } from './files.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const everything = Object.keys(tablesOfBackup) as Table[];
const secret = 'correct horse battery staple';

let store: Store;
let plain: Bytes;
let sealed: Bytes;
beforeAll(async () => {
  store = freshStore();
  // Noise, so that the file has several chunks.
  for (let n = 0; n < 4; n++) {
    const text = Array.from(crypto.getRandomValues(new Uint32Array(8000)), (word) => word.toString(36)).join(' ');
    await changeReview(store, act({ answer: answer({ text, message: { id: `m${n}`, ordinal: n, variant: null } }), now: noon + n }));
  }
  plain = await backedUp(store);
  sealed = await backedUp(store, secret);
});

const codeOf = (step: Promise<unknown>): Promise<unknown> =>
  step.then(
    () => null,
    (error: { code?: unknown }) => error.code ?? error,
  );

/** Restores into a store that holds something, which must be as before; the code of the refusal. */
async function refusal(bytes: Bytes, passphrase?: string): Promise<unknown> {
  const target = freshStore();
  await changeReview(target, act());
  const before = await contentsOf(target, everything);
  const code = await codeOf(restored(target, bytes, passphrase));
  if (code !== null) expect(await contentsOf(target, everything)).toEqual(before);
  return code;
}

const gzip = async (text: string | Bytes): Promise<Bytes> =>
  new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
const header = `${JSON.stringify({ format: 'bluepencil-backup', version: 1, database: 1, app: '1', at: '2026-11-23T00:00:00.000Z' })}\n`;
const withLine = (line: string): Promise<Bytes> => gzip(`${header}${line}\n`);
const row = (table: string, record: unknown): string => JSON.stringify({ table, record });

test('every table of the newest database is in the list', async () => {
  const names = await freshStore().read(['meta'], async (tx) => [
    ...(tx.db as unknown as { objectStoreNames: Iterable<string> }).objectStoreNames,
  ]);
  expect(names.toSorted()).toEqual(everything.toSorted());
  expect(databaseVersion).toBe(migrations.length);
});

describe('a file that was changed', () => {
  test('any byte: refused and nothing is changed, or it says the same', async () => {
    const said = await readAll(plain);
    await fc.assert(
      fc.asyncProperty(fc.nat(plain.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const other = plain.slice();
        other[at] = (other[at] ?? 0) ^ flip;
        // Gzip has bytes that say nothing of the content, such as its time.
        const read = await readAll(other).catch(() => null);
        if (read) expect(read).toEqual(said);
        else expect(await refusal(other)).toMatch(/^backup-/);
      }),
      {
        numRuns: 60,
        examples: [
          [0, 255],
          [plain.length - 1, 1],
        ],
      },
    );
  });

  test('any byte of a sealed one: refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const other = sealed.slice();
        other[at] = (other[at] ?? 0) ^ flip;
        expect(await codeOf(readAll(other, secret))).toMatch(/^backup-/);
      }),
      { numRuns: 12, examples: [[sealed.length - 1, 1]] },
    );
  });

  test('cut anywhere: refused and nothing is changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(plain.length - 1), async (length) => {
        expect(await refusal(plain.slice(0, length))).toMatch(/^backup-/);
      }),
      { numRuns: 30, examples: [[0], [1], [2], [plain.length - 1]] },
    );
    for (const length of [5, 200, 300, 70_000, sealed.length - 1])
      expect(await refusal(sealed.slice(0, length), secret)).toMatch(/^backup-/);
  });

  test('sealed: what is wrong has words of its own', async () => {
    const start = sealed.indexOf(10) + 1 + 16;
    const chunk = 65_536 + 16;
    expect(sealed.length).toBeGreaterThan(start + 2 * chunk);
    const part = (n: number): Bytes => sealed.slice(start + n * chunk, start + (n + 1) * chunk);
    const joined = async (...parts: Bytes[]): Promise<Bytes> => new Uint8Array(await new Blob(parts).arrayBuffer());
    const head = sealed.slice(0, start);
    expect(await refusal(sealed, 'wrong')).toBe('backup-passphrase');
    expect(await refusal(sealed)).toBe('backup-passphrase');
    expect(await refusal(await joined(head, part(1), part(0), sealed.slice(start + 2 * chunk)), secret)).toBe('backup-order');
    expect(await refusal(await joined(head, part(0), part(1)), secret)).toBe('backup-cut');
    const changed = sealed.slice();
    changed[start + 100] = (changed[start + 100] ?? 0) ^ 1;
    expect(await refusal(changed, secret)).toBe('backup-damaged');
    expect(await refusal(await joined(sealed, new Uint8Array(40)), secret)).toMatch(/^backup-(cut|damaged)$/);
  });

  test('rounds that would keep a computer busy are not begun', async () => {
    const text = new TextDecoder('latin1').decode(sealed).replace('"rounds":600000', '"rounds":99999999999');
    expect(
      await refusal(
        Uint8Array.from(text, (char) => char.charCodeAt(0)),
        secret,
      ),
    ).toBe('backup-damaged');
  });
});

const strange = {
  id: 'reviews/1',
  table: 'reviews',
  key: 1,
  record: JSON.parse('{"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":null}') as unknown,
  problem: 'x',
  at: 1,
};

describe('a file that is none of ours, or hostile', () => {
  test.each<[string, string, () => Promise<Bytes> | Bytes]>([
    ['nothing', 'backup-empty', () => new Uint8Array(0)],
    ['a picture', 'backup-not-ours', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
    ['other JSON', 'backup-not-ours', () => gzip('{"a":1}\n')],
    ['gzip of nothing', 'backup-cut', () => gzip('')],
    ['no end', 'backup-cut', () => gzip(header)],
    ['no end of the line', 'backup-cut', () => gzip(`${header}{`)],
    ['a newer file', 'backup-newer-file', () => gzip(header.replace('"version":1', '"version":2,"new":1'))],
    ['a newer database', 'backup-newer-database', () => bytesOf(everyRow(store), { database: databaseVersion + 1 })],
    ['an unknown table', 'backup-record', () => withLine(row('secrets', { key: 'token/x', value: 'y' }))],
    ['a record that is none', 'backup-record', () => withLine(row('reviews', { ...review(), rating: 7 }))],
    ['no JSON', 'backup-record', () => withLine('{"table":')],
    ['no UTF-8', 'backup-record', () => gzip(Uint8Array.from(`${header}"\xff"\n`, (char) => char.charCodeAt(0)))],
    ['a name that every object has', 'backup-record', () => withLine(`{"table":"reviews","record":{"__proto__":{"polluted":true}}}`)],
    ['a million brackets', 'backup-record', () => withLine(`{"table":"quarantine","record":${'['.repeat(1e6)}${']'.repeat(1e6)}}`)],
    ['the same twice', 'backup-record', () => withLine(`${row('reviews', review())}\n${row('reviews', review())}`)],
    ['tables in another order', 'backup-record', () => withLine(`${row('answers', answer())}\n${row('reviews', review())}`)],
    ['the same member twice', 'backup-record', () => withLine(`{"table":"meta","table":"secrets","record":{}}`)],
    ['a number beyond numbers', 'backup-record', () => withLine(row('audit', { seq: 0 }).replace('0', '1e999'))],
    ['a revision beyond numbers', 'backup-record', () => withLine(row('reviews', review()).replace('"revision":1', '"revision":1e400'))],
    [
      'more tags than there may be',
      'backup-record',
      () => withLine(row('reviews', review({ tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }))),
    ],
    [
      'members that objects have',
      'backup-damaged',
      () => withLine(`${row('quarantine', strange)}\n${JSON.stringify({ rows: 1, sha256: '0'.repeat(64) })}`),
    ],
    ['a sum of something else', 'backup-damaged', () => withLine(JSON.stringify({ rows: 0, sha256: '0'.repeat(64) }))],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await refusal(await bytes())).toBe(code);
    expect((Object.prototype as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('more lines behind the last one', async () => {
    const text = await new Response(new Blob([plain]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    expect(await refusal(await gzip(`${text}{}\n`))).toBe('backup-damaged');
    expect(await refusal(await gzip(text))).toBeNull();
  });

  test('one that somebody has unpacked is read as it lies, and judged by the same rules', async () => {
    const text = await new Response(new Blob([plain]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    const bytes = (content: string): Bytes => new TextEncoder().encode(content);
    const target = freshStore();
    await restored(target, bytes(text));
    const packed = freshStore();
    await restored(packed, plain);
    const tables = ['answers', 'reviews', 'heads', 'counts'] as const;
    expect(await contentsOf(target, [...tables])).toEqual(await contentsOf(packed, [...tables]));
    expect(await refusal(bytes(text.slice(0, -200)))).toBe('backup-cut');
    expect(await refusal(bytes(text.replace('"rating":1', '"rating":-1')))).toBe('backup-damaged');
    expect(await refusal(bytes(text.replace('"rating":1', '"rating":7')))).toBe('backup-record');
    expect(await refusal(bytes(text.replaceAll('\n', '\r\n')))).toBe('backup-damaged');
    expect(await refusal(bytes(text.replace('"version":1', '"version":2')))).toBe('backup-newer-file');
  });

  test('a line without an end is given up, whether it packs well or not', async () => {
    expect(await refusal(await gzip(`${header}"${'a'.repeat(20_000_000)}`))).toBe('backup-bomb');
    const part = new Uint8Array(1024 * 1024).fill(97);
    let parts = 0;
    let stopped = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => (parts++, controller.enqueue(part)),
      cancel: () => void (stopped = true),
    });
    expect(await codeOf(linesOf(endless).next())).toBe('backup-line');
    expect({ stopped, few: parts < 100 }).toEqual({ stopped: true, few: true });
  });

  describe('a bomb is given up soon after it begins to unpack, and what is real is not', () => {
    const megabyte = 'a'.repeat(1024 * 1024);
    /** So many rows of one megabyte each, all valid: only that they pack so well is suspicious. */
    const rows = (count: number): string[] =>
      Array.from({ length: count }, (_, n) =>
        row('answers', answer({ id: n.toString(16).padStart(64, '0'), text: megabyte, markdown: '' })),
      );

    test('of valid rows', async () => {
      const file = await withLine(rows(80).join('\n'));
      expect(file.length).toBeLessThan(120_000);
      let read = 0;
      const { rows: found } = await openBackup(new Blob([file]), { database: databaseVersion, tables: backupTables });
      const end = await codeOf(
        (async () => {
          for await (const { size } of found) read += size;
        })(),
      );
      expect(end).toBe('backup-bomb');
      expect(read).toBeLessThan(60 * 1024 * 1024);
      expect(await refusal(file)).toBe('backup-bomb');
    });

    test('sealed as well', async () => {
      const to: Bytes[] = [];
      const packed = new Blob([await withLine(rows(80).join('\n'))]).stream();
      await packed.pipeThrough(await sealing(secret)).pipeTo(new WritableStream({ write: (part) => void to.push(part) }));
      expect(await refusal(new Uint8Array(await new Blob(to).arrayBuffer()), secret)).toBe('backup-bomb');
    });

    test('hundreds of revisions with the same long correction are no bomb', async () => {
      const words = Array.from({ length: 5000 }, () => Math.floor(Math.random() * 1e6).toString(36))
        .join(' ')
        .slice(0, 25_000);
      const revisions = Array.from({ length: 800 }, (_, n) =>
        row('reviews', review({ revision: n + 1, correction: { markdown: words }, note: String(n) })),
      );
      const lines = `${header}${revisions.join('\n')}\n`;
      const file = await gzip(`${lines}${JSON.stringify({ rows: revisions.length, sha256: hashOf(lines) })}\n`);
      expect(lines.length / file.length).toBeGreaterThan(50);
      const { rows: found } = await openBackup(new Blob([file]), { database: databaseVersion, tables: backupTables });
      let count = 0;
      for await (const one of found) count += one ? 1 : 0;
      expect(count).toBe(revisions.length);
    });
  });

  test('a person who stops it is not told that the file is bad', async () => {
    const stop = new AbortController();
    const { rows } = await openBackup(new Blob([plain]), { database: databaseVersion, tables: backupTables, signal: stop.signal });
    await rows.next();
    stop.abort();
    await expect(async () => {
      for await (const one of rows) void one;
    }).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('it is seen from its first bytes whether a passphrase is needed', async () => {
    expect(await isSealed(new Blob([plain]))).toBe(false);
    expect(await isSealed(new Blob([sealed]))).toBe(true);
  });
});
