/** Is there room to write? Where there is none a person hears it before they type, not after. */
import { Refusal } from '../model/result.ts';
import type { Store } from './open.ts';

/** Bytes to have before somebody begins to write: Chromium's database fills a log of 4 MB, and then makes a table of it (LevelDB's `write_buffer_size`). */
const toBegin = 8_000_000;
/** Bytes to have for one act: where a write finds the disk full, Chromium closes the database, and nothing can be read any more either. */
const toSave = 1_000_000;
/** Bytes of the probe, random ones: both browsers compress. */
const probed = 16_384;

/** Bytes in use, and those that the browser has left for us (in Chromium those left on the disk); null: it does not say. */
export async function space(): Promise<{ used: number | null; room: number | null }> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate().catch(() => null)) ?? {};
  return { used: usage ?? null, room: quota === undefined || usage === undefined ? null : Math.max(0, quota - usage) };
}

/** True where the browser says that there is no room; where it says nothing, there may be. */
export const isFull = async (): Promise<boolean> => ((await space()).room ?? Infinity) < toBegin;

/** Refuses with `storage-full` what would find no room. */
export async function demandRoom(): Promise<void> {
  if (((await space()).room ?? Infinity) < toSave) throw new Refusal('storage-full');
}

/** Before somebody begins to write: refuses with `storage-full`, and with what else would keep it from being saved, for it writes something. */
export async function probe(store: Store): Promise<void> {
  if (await isFull()) throw new Refusal('storage-full');
  const value = crypto.getRandomValues(new Uint8Array(probed));
  // Over the one before: it takes its place, and the browser's own limit counts it once.
  await store.write(['meta'], (tx) => tx.objectStore('meta').put({ key: 'probe', value }));
}
