/** Leaves behind the log that Chromium's database goes on with after a crash. */
import { deleteDB, openDB } from 'idb';
import { isFull } from './room.ts';

/** Beside ours: all databases of an origin share one log. */
const name = 'bluepencil-log';
/** LevelDB begins another log once it has written 4 MB to one (`write_buffer_size`). A value above 64 kB would go into a file of its own. */
const rows = 80;
const bytes = 60_000;

/**
 * LevelDB writes the head of an entry, then the entry. A crash between the two leaves half an entry, which is harmless until something is
 * written behind it: Chromium goes on in the same log (`reuse_logs`), at the start after finds a "checksum mismatch" there, and begins
 * an empty database in place of all. So at each start enough is written, and taken away again, that it begins another log and is done with this one.
 * Where there is no room for that, nothing is done.
 */
export async function renewLog(): Promise<void> {
  if (await isFull()) return;
  const filler = await openDB(name, 1, { upgrade: (db) => void db.createObjectStore('rows') });
  try {
    // In one go; what is written next moves to the new log.
    for (const count of [rows, 1]) {
      const tx = filler.transaction('rows', 'readwrite', { durability: 'strict' });
      for (let row = 0; row < count; row++) void tx.store.put(crypto.getRandomValues(new Uint8Array(bytes)), row).catch(() => {});
      await tx.done;
    }
  } finally {
    filler.close();
    await deleteDB(name);
  }
}
