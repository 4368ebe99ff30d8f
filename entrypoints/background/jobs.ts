/** What happens by itself. Alarms only: the worker may be gone before any timer. */
import { browser } from '../../lib/platform/browser.ts';
import { indexWaiting } from '../../lib/store/indexing.ts';
import type { Store } from '../../lib/store/open.ts';

const syncAlarm = 'sync';
const keepingAlarm = 'keeping';

/** The furthest alarm, ms: on a clock that was set back a later one would stay away. */
const furthest = 3_600_000;

/** Sets the alarm for the next run (epoch ms), or clears it. Browsers make it at least 30 s away in packed extensions. */
export async function scheduleSync(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(syncAlarm);
  else await browser.alarms.create(syncAlarm, { when: Math.min(Math.max(at, Date.now() + 500), Date.now() + furthest) });
}

/** Runs `sync` whenever its alarm fires, and `keep` once a day. */
export function onAlarms(sync: () => void, keep: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === syncAlarm) sync();
    if (name === keepingAlarm) keep();
  });
}

/** Sets the daily alarm, unless it is set: an update takes it away. */
export async function scheduleKeeping(): Promise<void> {
  if (!(await browser.alarms.get(keepingAlarm))) await browser.alarms.create(keepingAlarm, { delayInMinutes: 1, periodInMinutes: 24 * 60 });
}

/** Indexes the words of reviews when enough of them wait. What fails or is cut off waits for the next time, and is found meanwhile all the same. */
export const indexSoon = (store: Store): void =>
  void indexWaiting(store).catch((error: unknown) => console.info(`Not indexed yet: ${String(error)}`));
