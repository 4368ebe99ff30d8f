/** What the settings page shows, and how it is read again. */
import { signal } from '@preact/signals';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { Settings } from '../../lib/model/settings.ts';
import type { OutboxRow, SyncStatus } from '../../lib/model/sync.ts';
import { builtInOrigins } from '../../lib/platform/origins.ts';
import { openStore } from '../../lib/store/open.ts';
import { rejectedRows } from '../../lib/store/outbox.ts';
import { exportQuarantine, listQuarantine } from '../../lib/store/quarantine.ts';
import type { SiteRow } from '../../components/settings/Sites.tsx';

const store = openStore();

export const settings = signal<Settings | null>(null);
export const sites = signal<SiteRow[]>([]);
export const status = signal<SyncStatus | null>(null);
export const refused = signal<OutboxRow[]>([]);
export const storage = signal<{ kept: boolean | null; used: number | null; damaged: number }>({ kept: null, used: null, damaged: 0 });
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
  const { destination, rejected } = next;
  refused.value = destination && rejected > 0 ? await rejectedRows(store, destination.id).catch(failed([])) : [];
}

/** Asks the browser to keep the data, which costs no question where `unlimitedStorage` is granted. */
export async function readStorage(): Promise<void> {
  const [kept, estimate, damaged] = await Promise.all([
    navigator.storage.persist().catch(() => null),
    navigator.storage.estimate().catch(() => null),
    listQuarantine(store).catch(failed([])),
  ]);
  storage.value = { kept, used: estimate?.usage ?? null, damaged: damaged.length };
}

/** The records that could not be read, as JSONL. */
export const damagedRecords = (): Promise<string> => exportQuarantine(store);

/** For `catch`: says the error and goes on with a value. */
const failed =
  <T>(value: T) =>
  (error: unknown): T => {
    problem.value = text('error.unexpected', { detail: String(error) });
    return value;
  };
