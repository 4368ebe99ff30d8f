/** What the settings page shows, and how it is read again. */
import { signal } from '@preact/signals';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { StorageHealth } from '../../lib/model/health.ts';
import type { Settings } from '../../lib/model/settings.ts';
import type { OutboxRow, SyncStatus } from '../../lib/model/sync.ts';
import { builtInOrigins } from '../../lib/platform/origins.ts';
import { askToKeep } from '../../lib/platform/kept.ts';
import { noteAct } from '../../lib/store/noteAct.ts';
import { openStore } from '../../lib/store/open.ts';
import { rejectedRows } from '../../lib/store/outbox.ts';
import { exportQuarantine, listQuarantine } from '../../lib/store/quarantine.ts';
import type { QuarantineRow } from '../../lib/store/tables.ts';
import type { SiteRow } from '../../components/settings/Sites.tsx';

export const store = openStore();

export const settings = signal<Settings | null>(null);
export const sites = signal<SiteRow[]>([]);
export const status = signal<SyncStatus | null>(null);
/** What was refused for good, by destination. */
export const refused = signal<Record<string, OutboxRow[]>>({});
/** Null until it is read. `aside` are the first of the records that were set aside. */
export const storage = signal<{ health: StorageHealth; aside: QuarantineRow[] } | null>(null);
/** Why the database does not open, in words; null: it does. */
export const broken = signal<string | null>(null);
/** What went wrong while reading, in words. */
export const problem = signal<string | null>(null);
/** Epoch ms; ages in words are counted from here. */
export const now = signal(Date.now());

export async function readSettings(): Promise<void> {
  const reply = await send('settings.get', {});
  if (!reply.ok) {
    problem.value = reply.error.message;
    return;
  }
  settings.value = reply.value.settings;
  const origins = [...new Set([...builtInOrigins, ...reply.value.settings.sites.on])];
  const rows = await Promise.all(
    origins.map(async (origin): Promise<SiteRow | null> => {
      const site = await send('site.state', { origin });
      return site.ok ? { origin, ...site.value } : null;
    }),
  );
  sites.value = rows.filter((row) => row !== null);
}

export async function readStatus(): Promise<void> {
  const reply = await send('sync.status', {});
  if (reply.ok) await take(reply.value.status);
  else problem.value = reply.error.message;
}

/** Takes a status that somebody else read. */
export async function take(next: SyncStatus): Promise<void> {
  now.value = Date.now();
  status.value = next;
  const some = next.destinations.filter(({ rejected }) => rejected > 0);
  const rows = some.map(async ({ destination: { id } }) => [id, await rejectedRows(store, id).catch(failed([]))] as const);
  refused.value = Object.fromEntries(await Promise.all(rows));
}

/** Asks the browser to keep the data, and reads how it is kept. */
export async function readStorage(): Promise<void> {
  await askToKeep();
  const reply = await send('store.health', {});
  broken.value = !reply.ok && reply.error.code === 'database-broken' ? reply.error.message : null;
  if (!reply.ok) {
    problem.value = reply.error.message;
    return;
  }
  const { health } = reply.value;
  const aside = health.setAside > 0 ? await listQuarantine(store).catch(failed([])) : [];
  storage.value = { health, aside: aside.filter(({ table }) => table !== 'database').slice(0, shown) };
}

/** Records that were set aside that the page lists; the file has all. */
const shown = 100;

/** The records that could not be read, as JSONL; that they were taken out is noted. */
export async function damagedRecords(): Promise<string> {
  await noteAct(store, { type: 'export', facts: { format: 'unreadable', rows: storage.value?.health.setAside ?? 0 } }).catch(failed(null));
  return exportQuarantine(store);
}

/** For `catch`: says the error and goes on with a value. */
const failed =
  <T>(value: T) =>
  (error: unknown): T => {
    problem.value = text('error.unexpected', { detail: String(error) });
    return value;
  };
