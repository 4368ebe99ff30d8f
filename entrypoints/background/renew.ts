/** What the database needs after a crash, done at each start of the browser: nobody knows how the last one ended. */
import { session } from '../../lib/platform/session.ts';
import type { Store } from '../../lib/store/open.ts';
import { readHead } from '../../lib/store/record.ts';
import { renewLog } from '../../lib/store/renew.ts';

const key = 'log-renewed';

/** Once in a run of the browser, and in Chromium only: Firefox keeps us in SQLite, which drops what was half written. */
export async function renewAtStart(store: Store): Promise<void> {
  if (import.meta.env.FIREFOX || (await session.get<boolean>(key))) return;
  // Ours is opened first: that a database was lost is told to the first who opens one, and to nobody else. A damaged one opens at the second try only.
  const isOpen = await readHead(store).then(
    () => true,
    () => false,
  );
  if (!isOpen) return;
  await renewLog().catch((error: unknown) => console.info(`The log of the database is the one before: ${String(error)}`));
  await session.set(key, true);
}
