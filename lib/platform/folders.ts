/** Folders on this computer: one that the person chose where the browser offers that (File System Access), the downloads everywhere. */
import { browser } from './browser.ts';

/** What the browser's picker is; only some browsers have one. */
declare global {
  interface Window {
    showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
  }
  interface FileSystemDirectoryHandle {
    keys(): AsyncIterableIterator<string>;
    queryPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
    requestPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
  }
}

/** A folder that is written into; its calls reject with a `DOMException`. */
interface Folder {
  last(prefix: string): Promise<{ name: string; text: string } | null>;
  write(name: string, text: string): Promise<void>;
}

/** Whether this page can ask for a folder. */
export const canPick = (): boolean => 'showDirectoryPicker' in globalThis;

/** Asks the person for a folder, in their click; null: they chose none. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await window.showDirectoryPicker?.({ id: 'reviews', mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Asks the person, in their click, to let us write there again: the browser forgets that it did when its last page of ours is closed. */
export async function allowFolder(handle: FileSystemDirectoryHandle): Promise<void> {
  await handle.requestPermission?.({ mode: 'readwrite' });
}

/** A folder that the person chose. */
export function chosenFolder(handle: FileSystemDirectoryHandle): Folder {
  // What was allowed once is asked for again by a page only: here it would wait for ever.
  const check = async (): Promise<void> => {
    const state = (await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
    if (state !== 'granted') throw new DOMException(state, 'NotAllowedError');
  };
  return {
    async last(prefix) {
      await check();
      let last = '';
      for await (const name of handle.keys()) if (name.startsWith(prefix) && name.endsWith('.jsonl') && name > last) last = name;
      if (last === '') return null;
      const file = await (await handle.getFileHandle(last)).getFile();
      return { name: last, text: await file.text() };
    },
    async write(name, text) {
      await check();
      const file = await handle.getFileHandle(name, { create: true });
      // It is written beside, and takes the place of the old one when it is closed.
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
    },
  };
}

/** The folder "Bluepencil" of the downloads, which can only be written into. */
export const downloads: Folder = {
  last: async () => null,
  async write(name, text) {
    const { url, done } = addressOf(text);
    try {
      const id = await browser.downloads.download({ url, filename: `Bluepencil/${name}`, conflictAction: 'overwrite', saveAs: false });
      await isComplete(id);
    } finally {
      done();
    }
  },
};

/** Chromium's worker has no addresses of blobs, and Firefox downloads no `data:`. */
function addressOf(text: string): { url: string; done: () => void } {
  const type = 'application/x-ndjson';
  if (typeof URL.createObjectURL !== 'function') {
    const bytes = new TextEncoder().encode(text);
    return { url: `data:${type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`, done: () => {} };
  }
  const url = URL.createObjectURL(new Blob([text], { type }));
  return { url, done: () => URL.revokeObjectURL(url) };
}

/** Waits until a download has come to its end. Rejects with the browser's word for what went wrong. */
function isComplete(id: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = ({ state, error }: { state?: string; error?: string }): void => {
    if (state === 'complete') resolve();
    if (state === 'interrupted') reject(new DOMException(error ?? '', 'OperationError'));
  };
  const heard = (change: { id: number; state?: { current?: string }; error?: { current?: string } }): void => {
    if (change.id === id) look({ state: change.state?.current, error: change.error?.current });
  };
  browser.downloads.onChanged.addListener(heard);
  // It may have ended before we listened.
  void browser.downloads.search({ id }).then(([item]) => look(item ?? {}), reject);
  return promise.finally(() => browser.downloads.onChanged.removeListener(heard));
}
