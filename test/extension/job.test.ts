/** The whole job, as the demo does it, in both browsers; then what came out of it is read. */
import { describe, expect, test } from 'vitest';
import { conversations } from '../chat-uis/conversations.ts';
import { key } from '../chat-uis/shown.ts';
import { doTheJob } from '../demo/flow.ts';
import { formats as exportFormats } from '../../lib/export/formats/index.ts';
import { makeExport } from '../../lib/export/make.ts';
import { formats } from '../../lib/i18n/locales/en/formats.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import type { Answer } from '../../lib/model/answer.ts';
import { records } from './ask.ts';
import { setUp, type Desk } from './desk.ts';
import { exported } from './exported.ts';
import type { Kind } from './launch.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';
import { newestOf } from './stored.ts';

/** Leaves an export whose disk does not answer, and makes it again once it does. */
async function cancels({ driven }: Desk): Promise<void> {
  const page = await driven.openOurs('dashboard.html');
  await page.evaluate(() => {
    const { prototype } = FileSystemFileHandle;
    const whole = Object.getOwnPropertyDescriptor(prototype, 'createWritable') ?? {};
    const disk = { answers: () => void Object.defineProperty(prototype, 'createWritable', whole) };
    Object.assign(globalThis, { disk });
    Object.defineProperty(prototype, 'createWritable', { configurable: true, value: () => new Promise(() => {}) });
  });
  await pressIn(page, named(pages['dashboard.export']));
  await pressIn(page, named(formats['export.cancel']));
  await page.waitForSelector('.result[data-state=stopped]');
  await page.evaluate(() => (globalThis as unknown as { disk: { answers(): void } }).disk.answers());
  await pressIn(page, named(formats['export.again']));
  await page.waitForSelector('.result[data-state=made]');
  await page.close();
}

/** The lines of the main file, made from what is stored without the browser's own page. */
async function madeHere({ driven }: Desk, id: string): Promise<string[]> {
  const format = exportFormats.find((one) => one.id === id);
  if (!format) throw new Error(`There is no format ${id}`);
  const answers = (await records<Answer>(driven, 'answers')).toSorted((one, other) => (one.capturedAt < other.capturedAt ? -1 : 1));
  const found = await Promise.all(answers.map(async (answer) => ({ answer, newest: await newestOf(driven, answer.id) })));
  const lines: string[] = [];
  let main: string | null = null;
  const write = (file: string, data: string): void => void ((main ??= file) === file && lines.push(data.trimEnd()));
  async function* items() {
    for (const { answer, newest } of found) if (newest) yield { answer, reviews: [newest], counts: newest };
  }
  await makeExport(format, items, { write });
  return lines;
}

const quiet = { say: () => {}, picture: async () => {} };
const [early, , late] = conversations.moon;
const corrected = late.answer.replace('13 seconds', '1.3 seconds');

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  test('ask, rate, flag a passage, correct, send, export', async () => {
    await using desk = await setUp(kind, { approved: false });
    const stored = await doTheJob(desk, null, quiet);

    const thumb = stored.find(({ answer }) => key(answer.markdown) === key(early.answer));
    expect(thumb).toMatchObject({ type: 'review.final', review: { rating: 1, status: 'final' } });
    const correction = stored.findLast(({ answer }) => key(answer.markdown) === key(late.answer));
    expect(correction?.answer.markdown).toBe(late.answer);
    expect(correction?.answer.prompt.at(-1)).toEqual({ role: 'user', text: late.prompt });
    expect(correction?.review.correction?.markdown).toBe(corrected);
    const [flag] = correction?.review.flags ?? [];
    expect(flag).toMatchObject({ category: 'wrong', span: { quote: { exact: 'about 13 seconds' } } });
    const { start, end } = flag!.span!.position;
    expect(correction?.answer.text.slice(start, end)).toBe('about 13 seconds');

    const sft = (await exported(desk, 'trl-sft')).map((line) => JSON.parse(line));
    const completions = sft.map(({ completion }) => completion[0].content);
    expect(completions).toHaveLength(2);
    expect(completions).toEqual(expect.arrayContaining([early.answer, corrected]));
    for (const row of sft) expect(Object.keys(row).toSorted()).toEqual(['completion', 'prompt']);
    const pairs = (await exported(desk, 'trl-preference')).map((line) => JSON.parse(line));
    expect(pairs.map(({ chosen, rejected }) => [chosen[0].content, rejected[0].content])).toEqual([[corrected, late.answer]]);
    await cancels(desk);
    const again = await exported(desk, 'trl-sft');
    expect(again).toHaveLength(2);
    expect(again).toEqual(await madeHere(desk, 'trl-sft'));
  });
});
