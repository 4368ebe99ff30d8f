import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { linked, origin } from '../../../lib/audit/entry.ts';
import { recordFormat, verify } from '../../../lib/audit/verify.ts';
import { auditVerify } from '../../../lib/cli/auditVerify.ts';
import { recordWords } from '../../../lib/i18n/record.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { noteAct } from '../../../lib/store/noteAct.ts';
import { readHead, recordLines } from '../../../lib/store/record.ts';
import { chain, linesOf } from '../audit/chain.ts';
import { act, all, answer, freshStore, noon } from '../sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'record-'));
afterAll(() => rmSync(folder, { recursive: true }));
const root = join(import.meta.dirname, '../../..');
const saved = (lines: string[]): string => {
  const file = join(folder, 'record.jsonl');
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return file;
};
/** Exit code and what was said. */
async function run(...args: string[]): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  const code = await auditVerify(args, (line) => said.push(line.trim()));
  return { code, said };
}
const whole = chain(1000);

describe('npm run audit:verify', () => {
  test('says that a record is intact, since when, and where it ends', async () => {
    const { code, said } = await run(saved(linesOf(whole)));
    expect(code).toBe(0);
    expect(said[0]).toMatch(/^Intact: 1,000 entries since Mar 12, 2026/);
    expect(said).toContain(`1000:${whole.at(-1)?.hash}`);
    expect(said.join()).toContain('No endpoint has countersigned it');
  });

  test.each([
    ['changed', linesOf(whole).with(499, linesOf(whole)[499]!.replace('"r500"', '"r501"')), 'entry 500 was changed', ''],
    ['taken out', linesOf(whole).toSpliced(499, 2), 'before entry 502 is missing', 'line 500'],
    ['cut off', linesOf(whole).slice(0, 500), 'the end is missing, from entry 501 on', ''],
    ['empty', [], 'the end is missing, from entry 1 on', ''],
  ])('says what was done to one: %s', async (_, lines, headline, line) => {
    const { code, said } = await run(saved(lines));
    expect(code).toBe(1);
    expect(said[0]).toContain(headline);
    expect(said.slice(1).join('\n')).toContain(line);
  });

  test('knows an entry that was noted before', async () => {
    const file = saved(linesOf(whole));
    expect((await run(file, `500:${whole[499]?.hash}`)).code).toBe(0);
    expect(await run(file, `500:${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
    expect(await run(file, `1001:${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
  });

  test('does not call a record intact that was cut in between, or begun behind another one', async () => {
    const head = whole.slice(0, 10);
    const entry = { ...whole[0]!, seq: 11, type: 'chain.reset' as const };
    const begun = linked(entry, origin);
    const closing = linked({ ...whole[999]!, seq: 12 }, begun.hash);
    const { code, said } = await run(saved(linesOf([...head, begun, closing])));
    expect([code, said[0]]).toEqual([1, 'Not in one piece: at entry 11 the record began anew.']);
    expect((await run(saved(linesOf([linked({ ...entry, seq: 1 }, origin), ...whole.slice(1)])))).code).toBe(1);
  });

  test('says how it is used, and what cannot be read', async () => {
    for (const args of [[], ['--help'], [saved([]), 'abc'], ['a', '1:2', 'b']]) {
      const { code, said } = await run(...args);
      expect([code, said[0]]).toEqual([2, expect.stringContaining('npm run audit:verify -- FILE')]);
    }
    const { code, said } = await run(join(folder, 'nowhere.jsonl'));
    expect([code, said[0]]).toEqual([2, expect.stringContaining('cannot be read')]);
  });

  test('as a command: exit code and words', () => {
    const file = saved(linesOf(whole.slice(0, 5)));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['test/setup/node24.mjs', 'lib/cli/audit.ts', file], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect([status, stdout.split('\n')[0]]).toEqual([1, 'Not intact: the end is missing, from entry 6 on.']);
  });
});

test('page and command line agree, whole or broken', async () => {
  const store = freshStore();
  for (const text of ['a', 'b', 'c', 'd']) await changeReview(store, act({ answer: answer({ text }) }));
  await noteAct(store, { type: 'export', facts: { format: recordFormat } }, noon);
  const onPage = async () => {
    const words = recordWords(await verify(recordLines(store), { head: await readHead(store) }));
    return [words.headline, ...words.lines, ...(words.head ? [words.head] : [])];
  };
  const inFile = async () => (await run(saved(await all(recordLines(store))))).said;
  expect((await inFile())[0]).toMatch(/^Intact: 6 entries/);
  expect(await onPage()).toEqual(await inFile());
  const spoils: ((line: string) => string | null)[] = [
    (line) => line.replace('"act":"rate"', '"act":"flag"'),
    (line) => `${line} `,
    () => null,
  ];
  for (const spoil of spoils) {
    await store.write(['audit'], async (tx) => {
      const row = await tx.objectStore('audit').get(3);
      const line = row && spoil(row.line);
      await (row && typeof line === 'string' ? tx.objectStore('audit').put({ ...row, line }) : tx.objectStore('audit').delete(3));
    });
    expect((await inFile())[0]).toMatch(/^Not intact/);
    expect(await onPage()).toEqual(await inFile());
  }
});
