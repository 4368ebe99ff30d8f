/** The store of the built extension with 100,000 reviews in it, in a real Chromium: each step beside the bare calls that it needs, and beside Dexie. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../extension/launch.ts';
import { until } from '../setup/until.ts';
import { bundle } from './browser.ts';
import type { Result } from './result.ts';
import type { Bench, Measured } from './storePage.ts';

const count = Number(process.env.BLUEPENCIL_BENCH_REVIEWS ?? 100_000);
/** Reviews that are made in one call into the page. */
const part = 5000;

declare const bench: Bench;

/** Needs `npm run build:test`. Filling the database takes minutes. */
export async function benchStore(): Promise<Result[]> {
  const driven = await launch('chromium');
  try {
    // The background of the extension has the database open too: as it is for people.
    const page = driven.ours;
    await page.evaluate(await bundle(`import '${join(import.meta.dirname, 'storePage.ts')}';`));
    let fill = 0;
    let index = 0;
    for (let at = 0; at < count; at += part) {
      fill += await job<number>(page, 'fill', at, Math.min(count, at + part));
      index += await job<number>(page, 'index');
    }
    const all = await job<Measured[]>(page, 'measure', count);
    const line = (name: string, value: number, baseline: number): Result => ({
      name,
      value,
      unit: 'ms',
      baseline,
      ratio: value / baseline,
    });
    const reviews = count.toLocaleString('en');
    return [
      line(`${reviews} reviews: index all words, beside writing them`, index, fill),
      ...all.flatMap(({ name, ours, raw, dexie }) => [
        line(`${reviews} reviews: ${name}, beside the bare calls`, ours, raw),
        ...(dexie === null ? [] : [line(`${reviews} reviews: ${name}, beside Dexie`, ours, dexie)]),
      ]),
    ];
  } finally {
    await driven.close();
  }
}

async function job<T>(page: Page, name: Parameters<Bench['begin']>[0], ...numbers: number[]): Promise<T> {
  await page.evaluate((called, given) => bench.begin(called, ...given), name, numbers);
  const ended = await until(`${name} ${numbers.join(' ')} is done`, () => page.evaluate(() => bench.ended()), 1_800_000);
  if (ended && 'error' in ended) throw new Error(ended.error);
  return ended?.value as T;
}
