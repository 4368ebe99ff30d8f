/** What happens by itself. Alarms only: the worker may be gone before any timer. */
import { browser } from '../../lib/platform/browser.ts';

const syncAlarm = 'sync';

/** Sets the alarm for the next run (epoch ms), or clears it. Browsers make it at least 30 s away in packed extensions. */
export async function scheduleSync(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(syncAlarm);
  else await browser.alarms.create(syncAlarm, { when: Math.max(at, Date.now() + 500) });
}

/** Runs `sync` whenever its alarm fires. */
export function onSyncAlarm(sync: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === syncAlarm) sync();
  });
}
