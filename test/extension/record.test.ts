/** The record of what was done, as a person checks and saves it; after a crash, and when somebody changed what is on the disk. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditVerify } from '../../lib/cli/auditVerify.ts';
import { record as words } from '../../lib/i18n/locales/en/record.ts';
import type { ReviewChange } from '../../lib/model/review.ts';
import type { AuditRow, QuarantineRow } from '../../lib/store/tables.ts';
import { until } from '../setup/until.ts';
import { demand, records } from './ask.ts';
import { drained, setUp, type Desk } from './desk.ts';
import { exportFiles } from './exported.ts';
import { launch, type Driven, type Kind } from './launch.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';
import { answerWith, rate } from './reviews.ts';

/** What the page shows once it has checked. */
const shown = (page: Page): Promise<string> =>
  until('the record is checked', () =>
    page.evaluate(() => document.querySelector<HTMLElement>('.record [data-state="checked"]')?.innerText ?? null),
  );

async function checked(driven: Driven): Promise<string> {
  const page = await driven.openOurs('dashboard.html#record');
  const said = await shown(page);
  await page.close();
  return said;
}

/** Opens the section by day and by night, on a wide and a narrow screen: the accessibility rules that a machine can check hold. */
async function holdsRules(driven: Driven): Promise<void> {
  for (const [value, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    const page = await driven.openOurs('dashboard.html#record', { width, height: 900 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await shown(page);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${value} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is cut off at the side').toBe(true);
    await page.close();
  }
}

/** Changes one entry on the disk, past the extension's own code. */
const spoil = ({ ours }: Driven, seq: number): Promise<void> =>
  ours.evaluate(
    (key) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('bluepencil');
        opening.addEventListener('error', () => reject(new Error(String(opening.error))));
        opening.addEventListener('success', () => {
          const tx = opening.result.transaction('audit', 'readwrite');
          const getting = tx.objectStore('audit').get(key);
          getting.addEventListener('success', () => {
            const row = getting.result as { line: string };
            tx.objectStore('audit').put({ ...row, line: row.line.replace('"rating":1', '"rating":-1') });
          });
          tx.addEventListener('complete', () => (opening.result.close(), resolve()));
        });
      }),
    seq,
  );

async function verifyFile(path: string): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  return { code: await auditVerify([path], (line) => said.push(line.trim())), said };
}

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await setUp(kind)));
  afterAll(() => desk?.[Symbol.asyncDispose]());

  test('is intact, countersigned by the endpoint, and the command line says of its file what the page says', async () => {
    for (const text of ['One answer', 'Another answer']) await rate(desk.driven, text);
    await drained(desk);
    // Or it leaves when its undo time is over, and its receipt is the last entry.
    await demand(desk.driven, 'sync.pause', { destinationId: desk.destinationId, paused: true });
    await rate(desk.driven, 'An answer that has not left yet');
    const files = await exportFiles(desk, 'native');
    const noted = (await records<AuditRow>(desk.driven, 'audit')).at(-1)!;
    expect(JSON.parse(noted.line)).toMatchObject({
      type: 'export',
      facts: {
        format: 'native',
        rows: 3,
        files: files.map(({ path, text }) => ({ file: basename(path), bytes: Buffer.byteLength(text) })),
      },
    });
    const page = await desk.driven.openOurs('dashboard.html#record');
    expect(await shown(page)).toMatch(/^Intact: \d+ entries since/);
    await pressIn(page, named(words['record.save']));
    const name = await until('the file came down', async () =>
      (await readdir(desk.driven.downloads)).find((one) => /^bluepencil-record.*\.jsonl$/.test(one)),
    );
    await until('the page says so', () => page.evaluate(() => document.querySelector('.record output')?.textContent !== ''));
    const onPage = await shown(page);
    await page.close();
    if (kind === 'chromium') await holdsRules(desk.driven);

    const file = join(desk.driven.downloads, name);
    const { code, said } = await verifyFile(file);
    expect(code).toBe(0);
    expect(said.join('\n')).toContain('Countersigned by an endpoint up to entry');
    // The first two lines hold times, which the browser may write as its own country does.
    for (const line of said.slice(2)) expect(onPage).toContain(line);
    expect(onPage).toContain('All 3 revisions say what was noted.');

    const altered = join(desk.folder, 'altered.jsonl');
    await writeFile(altered, (await readFile(file, 'utf8')).replace('"rating":1', '"rating":-1'));
    const broken = await verifyFile(altered);
    expect([broken.code, broken.said[0]]).toEqual([1, expect.stringContaining('was changed after it was written')]);
    await demand(desk.driven, 'sync.pause', { destinationId: desk.destinationId, paused: false });
  });

  test('personal data is masked in what is sent and in what is exported, the same by the same placeholder', async () => {
    const personal = { mail: 'jane.miller@mail.example', iban: 'DE89 3704 0044 0532 0130 00', phone: '+49 30 901820' };
    const say = async (text: string, change: ReviewChange): Promise<void> => {
      const answer = answerWith(text);
      const prompt = `Who is ${personal.mail}?`;
      await demand(desk.driven, 'review.change', {
        answerId: 'as it was captured',
        answer: { ...answer, prompt: [{ role: 'user', text: prompt }] },
        change,
        final: true,
      });
    };
    const { mail, iban, phone } = personal;
    await say(`Write to ${mail}, pay ${iban}, call ${phone}.`, { kind: 'note', note: `${phone} is old` });
    await say(`Nobody is at ${mail}.`, { kind: 'correct', markdown: `Pay ${iban}, not ${mail}.` });
    await drained(desk);
    const sent = await readFile(join(desk.folder, 'endpoint.jsonl'), 'utf8');
    const saved = (await exportFiles(desk, 'native')).map(({ text }) => text).join('\n');
    for (const left of [sent, saved]) {
      for (const raw of Object.values(personal)) expect(left).not.toContain(raw);
      expect(left).toContain('Write to [EMAIL_1], pay [IBAN_1], call [PHONE_1].');
      expect(left).toContain('[PHONE_1] is old');
      expect(left).toContain('Pay [IBAN_1], not [EMAIL_1].');
    }
  });

  test('is intact after a crash in the middle of writing, and every stored revision has its entry', async () => {
    const before = (await records(desk.driven, 'audit')).length;
    const writing = Array.from({ length: 40 }, (_, index) => rate(desk.driven, `Written when it crashed: ${index}`).catch(() => null));
    await until('some are written', async () => (await records<AuditRow>(desk.driven, 'audit').catch(() => [])).length > before + 5);
    await desk.driven.kill();
    await Promise.allSettled(writing);
    desk.driven = await launch(kind, { profile: desk.driven.profile });
    const said = await checked(desk.driven);
    expect(said).toMatch(/^Intact: \d+ entries since/);
    const revisions = await records(desk.driven, 'reviews');
    expect(said).toContain(`All ${revisions.length} revisions say what was noted.`);
  });

  test('says which entry was changed on the disk', async () => {
    await rate(desk.driven, 'An answer to be changed');
    const rows = await records<AuditRow>(desk.driven, 'audit');
    const { seq } = rows.findLast(({ line }) => line.includes('"type":"review.created"'))!;
    await spoil(desk.driven, seq);
    if (kind === 'chromium') await holdsRules(desk.driven);
    expect(await checked(desk.driven)).toContain(`entry ${seq} was changed after it was written`);
  });
});

test('a database that the browser lost is said, and the record begins anew with an entry that says so', async () => {
  const desk = await setUp('chromium');
  try {
    await rate(desk.driven, 'A review that is about to be lost');
    await desk.driven.kill();
    await corrupt(join(desk.driven.profile, 'Default', 'IndexedDB'));
    desk.driven = await launch('chromium', { profile: desk.driven.profile });
    await rate(desk.driven, 'A review after the loss');
    const said = await checked(desk.driven);
    expect(said).toMatch(/^Intact: [\s\S]+At entry 1 the record began anew/);
    expect(said).toMatch(/says that another record was here before, of at least \d+ entr/);
    const [first] = await records<AuditRow>(desk.driven, 'audit');
    expect(JSON.parse(first!.line)).toMatchObject({ type: 'chain.reset', facts: { because: 'lost' } });
    expect(await records<QuarantineRow>(desk.driven, 'quarantine')).toMatchObject([{ table: 'database' }]);
  } finally {
    await desk[Symbol.asyncDispose]();
  }
});

/** Turns bits in the files that say where the data of each database is. */
async function corrupt(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/MANIFEST-\d+$/.test(name)) continue;
    const bytes = await readFile(join(folder, name));
    await writeFile(
      join(folder, name),
      bytes.map((byte, at) => (at % 3 === 0 ? byte ^ 0x5a : byte)),
    );
  }
}
