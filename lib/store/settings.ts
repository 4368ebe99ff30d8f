/** What the person set, in `meta`, and what must stay secret, in `secrets`. */
import type { Settings } from '../model/settings.ts';
import { uuid7 } from '../model/uuid.ts';
import { settingsSchema } from '../schema/settings.ts';
import { hash } from './answers.ts';
import type { Sound, Store, Writing } from './open.ts';
import { putSyncState, syncStateIn } from './syncState.ts';

/** The settings; at first use they are made, with a reviewer's id that stays. `now` is epoch ms. */
export async function readSettings(store: Store, now = Date.now()): Promise<Settings> {
  const stored = await store.read(['meta'], async (tx, sound) => settingsOf(sound, await tx.objectStore('meta').get('settings')));
  return stored ?? changeSettings(store, (settings) => settings, now);
}

/** Changes the settings in one transaction; returns them as they are now. */
export function changeSettings(store: Store, change: (settings: Settings) => Settings, now = Date.now()): Promise<Settings> {
  return store.write(['meta'], (tx, sound) => changeIn(tx, sound, change, now));
}

/**
 * Sets where reviews go. `url` is checked already; null turns sync off. `token: null` removes the token, undefined keeps it
 * unless the address changes: a token never goes to an endpoint that it was not given for. Another address is another
 * destination, which has to be approved and gets everything; what waited for the one before waits no longer.
 */
export function configureDestination(store: Store, wanted: { url: string | null; token?: string | null; now: number }): Promise<Settings> {
  const { url, token, now } = wanted;
  return store.write(['meta', 'secrets', 'outbox', 'batches'], async (tx, sound) => {
    const before = (await changeIn(tx, sound, (settings) => settings, now)).destination;
    const id = url === null ? null : `webhook-${hash(url).slice(0, 16)}`;
    if (before && before.id !== id) {
      await tx.objectStore('secrets').delete(tokenKey(before.id));
      for (const key of await tx.objectStore('outbox').index('byDestination').getAllKeys(before.id))
        await tx.objectStore('outbox').delete(key);
      const batches = IDBKeyRange.bound([before.id], [before.id, []]);
      for (const key of await tx.objectStore('batches').index('bySeq').getAllKeys(batches)) await tx.objectStore('batches').delete(key);
    }
    if (id === null || url === null) return changeIn(tx, sound, (settings) => ({ ...settings, destination: null }), now);
    if (token === null) await tx.objectStore('secrets').delete(tokenKey(id));
    else if (token !== undefined) await tx.objectStore('secrets').put({ key: tokenKey(id), value: token });
    const state = await syncStateIn(tx, sound, id);
    await putSyncState(tx, id, { ...state, attempts: 0, notBefore: 0, lastProblem: null, halted: false, behind: true });
    const approved = before?.id === id && before.approved;
    return changeIn(
      tx,
      sound,
      (settings) => ({ ...settings, destination: { id, connector: 'webhook', url, paused: false, approved } }),
      now,
    );
  });
}

/** The bearer token of a destination; null: none. Never leaves the background but in the request itself. */
export function readToken(store: Store, destinationId: string): Promise<string | null> {
  return store.read(['secrets'], async (tx) => {
    const value: unknown = (await tx.objectStore('secrets').get(tokenKey(destinationId)))?.value;
    return typeof value === 'string' ? value : null;
  });
}

const tokenKey = (destinationId: string): string => `token/${destinationId}`;

/** The settings of a record of `meta`; null: there are none, or they cannot be read. */
export const settingsOf = (sound: Sound, record: { value: unknown } | undefined): Settings | null =>
  sound('meta', 'settings', settingsSchema, record?.value);

async function changeIn(tx: Writing, sound: Sound, change: (settings: Settings) => Settings, now: number): Promise<Settings> {
  const record = await tx.objectStore('meta').get('settings');
  const before = settingsOf(sound, record) ?? {
    reviewer: { id: uuid7(now), role: 'reviewer' },
    destination: null,
    sites: { on: [], off: [] },
  };
  const after = settingsSchema.parse(change(before));
  await tx.objectStore('meta').put({ key: 'settings', value: after });
  return after;
}
