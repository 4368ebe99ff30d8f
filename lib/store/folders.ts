/** The folders that a person chose to have files written into, in `meta`: a handle of the browser each, that no other place could keep. */
import type { Store } from './open.ts';

const prefix = 'folders/';
const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** Keeps a folder under a key. */
export async function putFolder(store: Store, key: string, handle: FileSystemDirectoryHandle): Promise<void> {
  await store.write(['meta'], (tx) => tx.objectStore('meta').put({ key: prefix + key, value: handle }));
}

/** The folder of a key; null: it is not there, such as after a backup was brought back elsewhere. */
export function readFolder(store: Store, key: string): Promise<FileSystemDirectoryHandle | null> {
  return store.read(['meta'], async (tx) => {
    const value: unknown = (await tx.objectStore('meta').get(prefix + key))?.value;
    return value && (value as FileSystemDirectoryHandle).kind === 'directory' ? (value as FileSystemDirectoryHandle) : null;
  });
}

/** Forgets all but these. */
export async function keepFolders(store: Store, keys: readonly string[]): Promise<void> {
  const kept = new Set(keys.map((key) => prefix + key));
  await store.write(['meta'], async (tx) => {
    for (const key of await tx.objectStore('meta').getAllKeys(range)) if (!kept.has(key)) await tx.objectStore('meta').delete(key);
  });
}
