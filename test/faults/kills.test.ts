/**
 * The browser is killed, all its processes at once, while reviews are written: what was shown as saved is there, and nothing is half
 * written. `npm run faults` kills 200 times; `BLUEPENCIL_SEED` names other moments.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Review } from '../../lib/model/review.ts';
import { endpointDraft } from '../endpoint/draft.ts';
import { until } from '../setup/until.ts';
import { demand } from '../extension/ask.ts';
import { launch, type Driven } from '../extension/launch.ts';
import { copied } from './copied.ts';
import { generator } from './random.ts';
import { findEach, halves } from './whole.ts';
import { startWriting, type Saved } from './writing.ts';

const runs = Number(process.env.BLUEPENCIL_FAULT_RUNS ?? 6);
const seed = Number(process.env.BLUEPENCIL_SEED ?? 20_261_123);
/** Kills in one profile: a store that has grown takes longer to look through than to write. */
const inOneProfile = 20;

let folder: string | null = null;
let driven: Driven | null = null;
afterAll(async () => {
  await driven?.close().catch(() => {});
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The whole process group: no child is left that could finish what the browser began. */
async function killAll({ browser }: Driven): Promise<void> {
  const process = browser.process();
  const ended = new Promise<void>((resolve) => process?.once('exit', () => resolve()));
  globalThis.process.kill(-process!.pid!, 'SIGKILL');
  await ended;
}

test(`what was saved survives ${runs} kills, and nothing is half written`, { timeout: 60_000 + runs * 30_000 }, async () => {
  const random = generator(seed);
  let saved: Saved[] = [];
  let acts = 0;
  for (let run = 0; run < runs; run++) {
    if (run % inOneProfile === 0) {
      await driven?.close();
      if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      folder = await mkdtemp(join(tmpdir(), 'bluepencil-kill-'));
      saved = [];
      driven = await launch('chromium', { profile: join(folder, 'profile') });
      // Where they would go; nothing leaves, since nobody has approved it.
      await demand(driven, 'sync.configure', { destination: endpointDraft('https://collector.example/') });
    }
    const moment = { seed: random(2 ** 31), people: 1 + random(6), after: 1 + random(120), ms: random(40) };
    const target = saved.length + moment.after;
    await startWriting(driven!, moment, (one) => void saved.push(one));
    await until(`${moment.after} were saved`, () => saved.length >= target);
    await pause(moment.ms);
    await killAll(driven!);
    driven = await launch('chromium', { profile: driven!.profile });

    const after = await copied(driven);
    const when = `kill ${run + 1} of ${runs} (seed ${seed}): ${JSON.stringify(moment)}`;
    expect(lost(saved, after.raw), when).toEqual([]);
    expect(await halves(after), when).toEqual([]);
    const words = new Map(saved.flatMap((one) => ('review' in one ? [[one.word, one.review.answerId] as const] : [])));
    await findEach(after.store, [...words].slice(-5));
    acts += saved.length - target + moment.after;
    await after.store.close();
  }
  console.log(`${runs} kills, ${acts} acts said to be saved: 0 lost, 0 half written (seed ${seed})`);
});

/** What was said to be saved and is not there as it was said. A draft may have become another draft or a revision since. */
function lost(saved: Saved[], raw: Record<string, Record<string, unknown>[]>): string[] {
  const rows = new Map([...raw.reviews!, ...raw.preferences!].map((row) => [`${String(row.id)}.${String(row.revision)}`, row]));
  const drafts = new Map((raw.drafts as unknown as Review[]).map((draft) => [draft.id, draft]));
  return saved.flatMap((one) => {
    const said = 'review' in one ? one.review : one.preference;
    const name = `${said.id}.${said.revision}`;
    const row = rows.get(name);
    if (said.status !== 'draft') return JSON.stringify(row) === JSON.stringify(said) ? [] : [`${name}: ${JSON.stringify(row ?? null)}`];
    const draft = drafts.get(said.id);
    return (draft && draft.updatedAt >= said.updatedAt) || row ? [] : [`draft ${name}`];
  });
}
