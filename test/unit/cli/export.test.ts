import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportCommand } from '../../../lib/cli/exportCommand.ts';
import type { Exported } from '../../../lib/export/format.ts';
import { formats } from '../../../lib/export/formats/index.ts';
import { makeExport, type MakeOptions } from '../../../lib/export/make.ts';
import { noteOfMasks } from '../../../lib/export/masked.ts';
import type { Kind } from '../../../lib/model/privacy.ts';
import type { ReviewFilter } from '../../../lib/model/reviewed.ts';
import { createFinder } from '../../../lib/privacy/find.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { comparedAnswers } from '../../../lib/store/compared.ts';
import { mergeMasks, readMasks } from '../../../lib/store/masks.ts';
import type { Store } from '../../../lib/store/open.ts';
import { changePreference, type Named } from '../../../lib/store/preferences.ts';
import { reviewedAnswers } from '../../../lib/store/reviewed.ts';
import { changeSettings } from '../../../lib/store/settings.ts';
import { backedUp } from '../backup/files.ts';
import { act, answer, compare, flag, freshStore, isoAt, named, noon, preferring, variants } from '../sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const root = join(import.meta.dirname, '../../..');
let store: Store;
let backup: string;
let runs = 0;

/** Reviews of several people, revised, withdrawn, hostile and with personal data; captured in another order than that of their ids. */
async function filled(): Promise<Store> {
  const made = freshStore();
  await changeSettings(made, (settings) => ({
    ...settings,
    privacy: { ...settings.privacy, words: [{ label: 'WORD', words: ['Acme'] }] },
  }));
  for (let n = 0; n < 24; n++) {
    const text = `Write to p${n % 5}@mail.example of Acme.\n\n**Answer** ${n}, \ud83d and "quoted", =1+1`;
    const given = answer({
      text,
      id: `answer-${(n * 7) % 24}`,
      markdown: text,
      capturedAt: isoAt(((n * 5) % 24) * 1000),
      provider: n % 3 ? 'openai' : null,
      conversation: { id: `c${n % 6}` },
      message: { id: `m${n}`, ordinal: 1, variant: null },
      prompt: [{ role: 'user', text: `Question ${n} of p${n % 5}@mail.example` }],
    });
    const by = (who: string, now: number) => ({ answer: given, reviewer: { id: who, role: 'reviewer' }, now: noon + now });
    const rating = n % 4 ? 1 : -1;
    await changeReview(made, act({ ...by('a', n), change: { kind: 'rate', rating } }));
    if (n % 2) await changeReview(made, act({ ...by('b', n + 50), change: { kind: 'correct', markdown: `Better ${n}.` } }));
    const span = { quote: { exact: 'Write', prefix: '', suffix: text.slice(5, 37) }, position: { start: 0, end: 5 } };
    if (n % 3 === 0)
      await changeReview(made, act({ ...by('a', n + 90), change: { kind: 'flag', flag: flag({ span, severity: 'minor' }) } }));
    for (const [criterion, points] of Object.entries({ correct: 4, complete: 3, clear: 5, useful: 1 }))
      if (n % 5 === 0) await changeReview(made, act({ ...by('a', n + 99), change: { kind: 'score', criterion, points } }));
    if (n % 7 === 0) await changeReview(made, act({ ...by('a', n + 200), change: { kind: 'withdraw' } }));
  }
  // Pairs that several people compared, named in any order, and one who took it back.
  const pairs = [variants(), variants(['Ten.', 'Eleven is more.'])];
  for (const [at, [first, second]] of pairs.entries())
    for (const [nth, who] of ['reviewer-1', 'reviewer-2', 'reviewer-3', 'reviewer-4'].entries()) {
      const pair = (nth % 2 ? [named(second), named(first)] : [named(first), named(second)]) as [Named, Named];
      const reviewer = { id: who, role: nth === 2 ? 'adjudicator' : 'reviewer' };
      const how = { reviewer, now: noon + nth * 10_000 - at };
      const said = await changePreference(
        made,
        compare({ pair, better: nth === 3 ? 'second' : 'first', reason: `mail ${who}@mail.example` }, how),
      );
      if (nth === 1) await changePreference(made, preferring({ kind: 'withdraw', id: said.id }, how));
    }
  return made;
}

beforeAll(async () => {
  store = await filled();
  backup = saved('backup.jsonl.gz', await backedUp(store));
});

function saved(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
/** Exit code, what was said and complained of, and the files by name. */
async function run(from: string, ...more: string[]) {
  const out = join(folder, `out-${++runs}`);
  const said: string[] = [];
  const complaints: string[] = [];
  const around = { say: (line: string) => said.push(line), complain: (line: string) => complaints.push(line), today: '2026-03-12' };
  const code = await exportCommand(['--from', from, '--out', out, ...more], { ...around, passphrase: 'a b c' });
  return { code, said, complaints, out, files: filesIn(out) };
}
function filesIn(place: string): Record<string, string> {
  mkdirSync(place, { recursive: true });
  const names = readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(names.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'latin1')]));
}

/** A letter a byte: files may hold any. */
const bytes = (data: string | Uint8Array): string => Buffer.from(data as string).toString('latin1');

/** What the dashboard saves. */
async function dashboard(id: string, options: MakeOptions = {}, filter: ReviewFilter = {}): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const counts = new Map<Kind, number>();
  async function* everything(): AsyncGenerator<Exported> {
    yield* reviewedAnswers(store, filter);
    yield* comparedAnswers(store, filter);
  }
  const { rows } = await makeExport(
    formats.find((one) => one.id === id)!,
    everything,
    { write: (file, data) => void (files[file] = (files[file] ?? '') + bytes(data)) },
    {
      ...options,
      name: 'bluepencil-2026-03-12',
      masking: {
        find: createFinder({ words: [{ label: 'WORD', words: ['Acme'] }] }, null),
        counts,
        read: (one) => readMasks(store, one),
        keep: (many) => mergeMasks(store, many),
      },
    },
  );
  const said = rows > 0 && noteOfMasks('bluepencil-2026-03-12', counts);
  return said ? { ...files, [said.file]: bytes(said.data) } : files;
}

describe('the command line makes the bytes of the dashboard', () => {
  test.each(formats.map(({ id }) => id))('%s', async (id) => {
    const { files, code } = await run(backup, '--format', id);
    const expected = await dashboard(id);
    expect(files).toEqual(expected);
    expect(code).toBe(Object.keys(expected).length > 0 ? 0 : 1);
    expect(Object.values(files).join()).not.toMatch(/@mail|Acme/);
  });

  test('with every choice', async () => {
    // The exports above gave placeholders, which a backup keeps.
    const later = saved('later.jsonl.gz', await backedUp(store));
    const choices = ['--conflicts', 'majority', '--split', '20,20', '--sample', '80', '--seed', 'x', '--max-tokens', '5000'];
    const filters = ['--text', 'question', '--since', isoAt(-1), '--until', isoAt(10_000_000), '--site', answer().site];
    const { files } = await run(later, '--format', 'trl-sft', ...choices, ...filters, '--provider', 'openai', '--provider', 'unknown');
    const options: MakeOptions = {
      conflicts: 'majority',
      split: { validation: 20, test: 20 },
      sample: { percent: 80, seed: 'x' },
      maxTokens: 5000,
    };
    const filter: ReviewFilter = { text: 'question', from: isoAt(-1), to: isoAt(10_000_000), site: [answer().site] };
    expect(files).toEqual(await dashboard('trl-sft', { ...options, providers: ['openai', ''] }, filter));
    expect(Object.keys(files)).toHaveLength(8);
  });

  test('from a sealed backup, from an unpacked one, and from the native format, which it gives back as it was', async () => {
    const whole = (await run(backup, '--format', 'native', '--unmasked')).files['bluepencil-2026-03-12.native.jsonl'] ?? '';
    expect(whole.split('\n').length).toBeGreaterThan(20);
    const bytes = await backedUp(store, 'a b c');
    for (const [name, content] of Object.entries({
      'b.sealed': bytes,
      'b.jsonl': gunzipSync(readFileSync(backup)),
      'n.jsonl': Buffer.from(whole.trimEnd(), 'latin1'),
    })) {
      const { files } = await run(saved(name, content), '--format', 'native', '--unmasked');
      expect(files['bluepencil-2026-03-12.native.jsonl']).toBe(whole);
      expect(files['bluepencil-2026-03-12.masked.json']).toContain('"masked": false');
    }
  });
});

test('several formats have a folder each', async () => {
  const { out, said, code } = await run(backup, '--format', 'llama-factory-kto,llama-factory-alpaca', '--format', 'csv');
  expect([code, readdirSync(out)]).toEqual([0, ['csv', 'llama-factory-alpaca', 'llama-factory-kto']]);
  expect(readdirSync(join(out, 'llama-factory-kto'))).toContain('dataset_info.json');
  expect(said.join('\n')).toMatch(/llama-factory-kto: \d+ rows\. About [\d,]+ tokens/);
  expect(said.join('\n')).toMatch(/\d+ reviews? gives? no row/);
});

describe('what is wrong is said with its option and what to do, and nothing is left behind', () => {
  test.each([
    [['--format', 'csv', '--frm', 'x'], /--frm.*--help/],
    [[], /--format is missing.*trl-preference/],
    [['--format', 'xls'], /--format xls: there is no such format\. There are native, csv/],
    [['--format', 'csv', '--split', '60,50'], /--split 60,50: .*below 100/],
    [['--format', 'csv', '--max-tokens', '0'], /--max-tokens 0: use a whole number/],
    [['--format', 'csv', '--split', '10'], /--split 10: give two numbers/],
    [['--format', 'csv', '--sample', '-3'], /--sample/],
    [['--format', 'csv', '--seed', '3'], /--seed .*--sample 10/],
    [['--format', 'csv', '--verdict', 'fine'], /--verdict fine: use approved, /],
    [['--format', 'csv', '--conflicts', 'none'], /--conflicts none: use latest, majority, adjudicated/],
    [['--format', 'csv', '--since', '12.3.2026'], /--since 12\.3\.2026: use a day such as/],
    [['--format', 'csv', '--name', '../x'], /--name \.\.\/x: use letters/],
    [['--format', 'csv', '--policy', '/nowhere'], /--policy \/nowhere cannot be read/],
  ])('%j', async (args, words) => {
    const { code, complaints, files } = await run(backup, ...args);
    expect(complaints.join()).toMatch(words);
    expect([code, files]).toEqual([2, {}]);
  });

  test.each([
    ['nothing', '', /empty/],
    ['no backup', 'hello', /not a backup/],
    ['cut off', () => readFileSync(backup).subarray(0, 900), /cut off|damaged/],
    ['a native line that is none', '{"format":"bluepencil-1","answer":{}}\n', /Line 1 .*answer\./],
  ])('a file that is %s', async (_, content, words) => {
    const { complaints, files, code } = await run(saved('bad', typeof content === 'function' ? content() : content), '--format', 'csv');
    expect(complaints.join()).toMatch(words);
    expect([code > 0, files]).toEqual([true, {}]);
  });

  test('a wrong passphrase, a policy that wants masks, and files that are there', async () => {
    const sealed = saved('c.sealed', await backedUp(store, 'other'));
    expect((await run(sealed, '--format', 'csv')).complaints.join()).toContain('passphrase does not fit');
    const policy = saved('policy.json', JSON.stringify({ version: '1', privacy: { export: 'masked' } }));
    const fixed = await run(backup, '--format', 'csv', '--unmasked', '--policy', policy);
    expect([fixed.complaints.join(), fixed.files]).toEqual([expect.stringContaining('--unmasked: the policy wants'), {}]);
    const { out, files } = await run(backup, '--format', 'csv');
    const again = await run(backup, '--format', 'csv', '--out', out);
    expect(again.complaints.join()).toContain('--overwrite');
    expect(filesIn(out)).toEqual(files);
    expect((await run(backup, '--format', 'csv', '--out', out, '--overwrite')).code).toBe(0);
  });

  test('0 rows', async () => {
    const { code, said, files } = await run(backup, '--format', 'csv', '--site', 'nowhere');
    expect([code, said[0], files]).toEqual([1, 'csv: No review is as you asked.', {}]);
  });
});

test('as a command', () => {
  const out = join(folder, 'command');
  const args = ['--from', backup, '--format', 'trl-kto', '--out', out, '--name', 'x', '--json'];
  const { status, stderr, stdout } = spawnSync(process.execPath, ['test/setup/node24.mjs', 'lib/cli/export.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ format: 'trl-kto', main: ['x.trl-kto.jsonl'] });
  expect(readdirSync(out)).toContain('x.trl-kto.jsonl');
});

test('help', async () => {
  const { code, said } = await run(backup, '--help');
  expect([code, said[0]]).toEqual([0, expect.stringContaining('npm run export -- --from FILE')]);
});
