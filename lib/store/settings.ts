/** What the person set, in `meta`, and what must stay secret, in `secrets`. */
import { defaultPrivacy } from '../model/privacy.ts';
import { Refusal } from '../model/result.ts';
import type { Settings } from '../model/settings.ts';
import type { Destination, DestinationDraft } from '../model/sync.ts';
import { uuid7 } from '../model/uuid.ts';
import { settingsSchema } from '../schema/settings.ts';
import { hash } from './answers.ts';
import { actor, settingsNoted } from './noted.ts';
import type { Reading, Sound, Store, Writing } from './open.ts';
import { note, recordTables } from './record.ts';
import { eraseSent } from './sent.ts';
import { putSyncState, syncStateIn } from './syncState.ts';

/** The settings; at first use they are made, with a reviewer's id that stays. `now` is epoch ms. */
export async function readSettings(store: Store, now = Date.now()): Promise<Settings> {
  const stored = await store.read(['meta'], async (tx, sound) => settingsOf(sound, await tx.objectStore('meta').get('settings')));
  return stored ?? changeSettings(store, (settings) => settings, now);
}

/** Changes the settings in one transaction; returns them as they are now. */
export function changeSettings(store: Store, change: (settings: Settings) => Settings, now = Date.now()): Promise<Settings> {
  return store.write([...recordTables], (tx, sound) => changeIn(tx, sound, change, now));
}

/** A destination as it is to be kept: the connector has checked it. */
export interface WantedDestination extends DestinationDraft {
  /** Where things end up, in the connector's words: another place is another destination. */
  place: string;
  now: number;
}

/**
 * Sets a destination, a new one or the one with `id`, and returns its id. Another place is another destination, which has to be approved and gets
 * everything; what waited for the one before waits no longer, and its secrets are gone: they never go where they were not given for. Throws
 * `destination-twice` where the place is a destination's already, `no-destination` for an id that is none.
 */
export function setDestination(store: Store, wanted: WantedDestination): Promise<string> {
  const { connector, settings, secrets, place, now } = wanted;
  const id = `${connector}-${hash(place).slice(0, 16)}`;
  return store.write(['secrets', 'outbox', 'batches', ...recordTables], async (tx, sound) => {
    const { destinations, reviewer } = await changeIn(tx, sound, (all) => all, now);
    const before = destinations.find((one) => one.id === wanted.id);
    if (wanted.id !== undefined && !before) throw new Refusal('no-destination');
    if (before?.id !== id && destinations.some((one) => one.id === id)) throw new Refusal('destination-twice');
    if (before && before.id !== id) await forgetDestination(tx, before.id);
    const changed = await changeSecrets(tx, id, secrets);
    if (changed.length > 0) await note(tx, sound, [{ type: 'settings.changed', by: actor(reviewer), facts: { parts: changed } }], now);
    // What the endpoint said before may hold no longer.
    const { lastSentAt } = await syncStateIn(tx, sound, id);
    await putSyncState(tx, id, { attempts: 0, notBefore: 0, lastSentAt, lastProblem: null, halted: false, behind: true });
    // What was seen and let go is what leaves: in another shape it has to be seen again.
    const approved = before?.id === id && before.approved && same(before.settings, settings);
    const after: Destination = { id, connector, settings, paused: false, approved };
    const replaced = before ? destinations.map((one) => (one === before ? after : one)) : [...destinations, after];
    await changeIn(tx, sound, (all) => ({ ...all, destinations: replaced }), now);
    return id;
  });
}

/** Takes a destination away, with its secrets and all that waits for it. One that is none is no fault. */
export function removeDestination(store: Store, id: string, now = Date.now()): Promise<void> {
  return store.write(['secrets', 'outbox', 'batches', ...recordTables], async (tx, sound) => {
    await forgetDestination(tx, id);
    await changeIn(tx, sound, (all) => ({ ...all, destinations: all.destinations.filter((one) => one.id !== id) }), now);
  });
}

async function forgetDestination(tx: Writing, id: string): Promise<void> {
  await eraseSent(tx, null, id);
  for (const key of await secretKeys(tx, id)) await tx.objectStore('secrets').delete(key);
  // What was erased here waits until that destination is set again: nothing else would ever tell it.
  for (const { key, erased } of await tx.objectStore('outbox').index('byDestination').getAll(id))
    if (!erased) await tx.objectStore('outbox').delete(key);
  const batches = IDBKeyRange.bound([id], [id, []]);
  for (const key of await tx.objectStore('batches').index('bySeq').getAllKeys(batches)) await tx.objectStore('batches').delete(key);
}

/** The fields whose secret is another one now. */
async function changeSecrets(tx: Writing, id: string, secrets: DestinationDraft['secrets']): Promise<string[]> {
  const changed: string[] = [];
  for (const [field, value] of Object.entries(secrets)) {
    const key = secretKey(id, field);
    const before = (await tx.objectStore('secrets').get(key))?.value ?? null;
    if (value === before) continue;
    if (value === null) await tx.objectStore('secrets').delete(key);
    else await tx.objectStore('secrets').put({ key, value });
    changed.push(field);
  }
  return changed;
}

/** The secrets of a destination, by field. They never leave the background but in the request itself. */
export function readSecrets(store: Store, id: string): Promise<Record<string, string>> {
  return store.read(['secrets'], async (tx) => {
    const keys = await secretKeys(tx, id);
    const records = await Promise.all(keys.map((key) => tx.objectStore('secrets').get(key)));
    const values = records.map((record, at): [string, unknown] => [fieldOf(keys[at]!), record?.value]);
    return Object.fromEntries(values.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  });
}

/** Fields of a destination whose secret is kept, in a transaction over `secrets`. */
export const secretFields = async (tx: Reading, id: string): Promise<string[]> => (await secretKeys(tx, id)).map(fieldOf);

const secretKey = (id: string, field: string): string => `${field}/${id}`;
const fieldOf = (key: string): string => key.slice(0, key.indexOf('/'));
const secretKeys = async (tx: Reading, id: string): Promise<string[]> =>
  (await tx.objectStore('secrets').getAllKeys()).filter((key) => key.slice(key.indexOf('/') + 1) === id);

const same = (one: Record<string, string>, other: Record<string, string>): boolean =>
  Object.keys({ ...one, ...other }).every((field) => one[field] === other[field]);

/** The settings of a record of `meta`; null: there are none, or they cannot be read. */
export const settingsOf = (sound: Sound, record: { value: unknown } | undefined): Settings | null =>
  sound('meta', 'settings', settingsSchema, record?.value);

async function changeIn(tx: Writing, sound: Sound, change: (settings: Settings) => Settings, now: number): Promise<Settings> {
  const record = await tx.objectStore('meta').get('settings');
  const before = settingsOf(sound, record) ?? {
    reviewer: { id: uuid7(now), role: 'reviewer' },
    destinations: [],
    sites: { on: [], off: [] },
    adapters: [],
    policy: null,
    keys: {},
    retention: null,
    holds: [],
    privacy: defaultPrivacy,
  };
  const after = settingsSchema.parse(change(before));
  await tx.objectStore('meta').put({ key: 'settings', value: after });
  await note(tx, sound, settingsNoted(before, after), now);
  return after;
}
