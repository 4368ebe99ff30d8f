/** A backup of 100,000 reviews and its restore, in a real Chromium: time beside reading the same rows and writing them as JSON, and memory above idle. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../extension/launch.ts';
import { until } from '../setup/until.ts';
import type { BackupBench } from './backupPage.ts';
import { bundle } from './browser.ts';
import type { Result } from './result.ts';
import type { Bench } from './storePage.ts';

const count = Number(process.env.BLUEPENCIL_BENCH_REVIEWS ?? 100_000);
const part = 5000;
/** Milliseconds that a step may last. */
const patience = 1_800_000;

declare const bench: Bench;
declare const backup: BackupBench;

/** Needs `npm run build:test`. Filling the database takes minutes. */
export async function benchBackup(): Promise<Result[]> {
  const driven = await launch('chromium');
  try {
    const page = driven.ours;
    for (const name of ['storePage.ts', 'backupPage.ts'])
      await page.evaluate(await bundle(`import ${JSON.stringify(join(import.meta.dirname, name))};`));
    for (let at = 0; at < count; at += part) {
      await page.evaluate((from, to) => bench.begin('fill', from, to), at, Math.min(count, at + part));
      await until(`${at} reviews are there`, () => page.evaluate(() => bench.ended()), patience);
    }
    const json = await job(page, 'stringify');
    const steps = { save: await watched(page, 'save'), check: await watched(page, 'check'), restore: await watched(page, 'bring') };
    const differences = await job(page, 'differences');
    if (differences > 0) throw new Error(`${differences} rows are not as they were`);
    const about = `backup of ${count.toLocaleString('en')} reviews, ${Math.round((await job(page, 'size')) / 1e6)} MB`;
    return Object.entries(steps).flatMap(([name, { ms, above, idle }]) => [
      { name: `${about}: ${name}, beside JSON.stringify of the same rows`, value: ms, unit: 'ms', baseline: json, ratio: ms / json },
      { name: `${about}: heap of ${name} above idle`, value: above, unit: 'MB', baseline: idle, ratio: above / idle },
    ]);
  } finally {
    await driven.close();
  }
}

type Name = Parameters<BackupBench['begin']>[0];

async function job(page: Page, name: Name, look: () => Promise<void> = async () => {}): Promise<number> {
  await page.evaluate((called) => backup.begin(called), name);
  const ask = async () => {
    await look();
    return page.evaluate(() => backup.ended());
  };
  const ended = await until(`${name} is done`, ask, patience);
  if (ended && 'error' in ended) throw new Error(ended.error);
  return ended?.value ?? 0;
}

/** What a step takes, and how far the heap goes above what is in use before it. */
async function watched(page: Page, name: Name): Promise<{ ms: number; above: number; idle: number }> {
  const heap = async (): Promise<number> => ((await page.metrics()).JSHeapUsedSize ?? 0) / 1e6;
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  const idle = await heap();
  let peak = idle;
  const ms = await job(page, name, async () => void (peak = Math.max(peak, await heap())));
  return { ms, above: peak - idle, idle };
}
