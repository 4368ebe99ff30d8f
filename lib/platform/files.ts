/** Files that are written as they come: into the origin's private file system, so that no export is held whole in memory. */

/** Files on their way out. */
export interface Outgoing {
  write(file: string, data: string | Uint8Array<ArrayBuffer>): Promise<void>;
  /** Closes all of them; each can be read from now on, until the folder is cleared. */
  finish(): Promise<Map<string, Blob>>;
  /** Gives up, and takes away what was written. */
  discard(): Promise<void>;
}

/** Characters gathered before a write; one write a line would be slow. */
const chunk = 256 * 1024;
const home = 'exports';

/** Takes away what earlier pages left; files that one still writes are kept by the browser. */
export async function clearOutgoing(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(home, { recursive: true });
  } catch {
    // Nothing there, in use, or a private window that has no such file system.
  }
}

/** A new set of files. Where there is no private file system (private windows), blobs hold them. */
export async function openOutgoing(): Promise<Outgoing> {
  const folder = await ownFolder();
  const open = new Map<
    string,
    {
      write(data: string | Uint8Array<ArrayBuffer>): Promise<void>;
      close(): Promise<Blob>;
      drop(): Promise<void>;
      waiting: string[];
      size: number;
    }
  >();

  async function begin(file: string) {
    const target = folder ? await onDisk(folder.at, file) : inMemory();
    const entry = { ...target, waiting: [] as string[], size: 0 };
    open.set(file, entry);
    return entry;
  }
  async function flush(entry: { write(data: string): Promise<void>; waiting: string[]; size: number }): Promise<void> {
    const data = entry.waiting.join('');
    entry.waiting = [];
    entry.size = 0;
    if (data) await entry.write(data);
  }

  return {
    async write(file, data) {
      const entry = open.get(file) ?? (await begin(file));
      if (typeof data !== 'string') return entry.write(data);
      entry.waiting.push(data);
      entry.size += data.length;
      if (entry.size >= chunk) await flush(entry);
    },
    async finish() {
      const done = new Map<string, Blob>();
      for (const [file, entry] of open) {
        await flush(entry);
        done.set(file, await entry.close());
      }
      return done;
    },
    async discard() {
      await Promise.allSettled([...open.values()].map((entry) => entry.drop()));
      await folder?.parent.removeEntry(folder.name, { recursive: true }).catch(() => {});
    },
  };
}

/** One file of bytes on its way out. */
export interface OutgoingBytes {
  to: WritableStream<Uint8Array<ArrayBuffer>>;
  /** The file, once `to` is closed. It can be read until the folder is cleared. */
  file(): Promise<Blob>;
}

/** As `openOutgoing`, for one file that is bytes. What is aborted is taken away. */
export async function openBytes(name: string): Promise<OutgoingBytes> {
  const folder = await ownFolder();
  const target = folder ? await onDisk(folder.at, name) : inMemory();
  let made: Blob | null = null;
  const to = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (part) => target.write(part),
    close: async () => void (made = await target.close()),
    abort: async () => {
      await target.drop();
      await folder?.parent.removeEntry(folder.name, { recursive: true }).catch(() => {});
    },
  });
  return {
    to,
    async file() {
      if (!made) throw new Error('The file is not written yet.');
      return made;
    },
  };
}

async function ownFolder() {
  try {
    const root = await navigator.storage.getDirectory();
    const parent = await root.getDirectoryHandle(home, { create: true });
    const name = crypto.randomUUID();
    return { parent, name, at: await parent.getDirectoryHandle(name, { create: true }) };
  } catch {
    return null;
  }
}

async function onDisk(folder: FileSystemDirectoryHandle, file: string) {
  const handle = await folder.getFileHandle(file, { create: true });
  const stream = await handle.createWritable();
  return {
    write: (data: string | Uint8Array<ArrayBuffer>) => stream.write(data),
    close: async (): Promise<Blob> => {
      await stream.close();
      return handle.getFile();
    },
    drop: () => stream.abort(),
  };
}

function inMemory() {
  const parts: Blob[] = [];
  return {
    write: async (data: string | Uint8Array<ArrayBuffer>) => void parts.push(new Blob([data])),
    close: async () => new Blob(parts),
    drop: async () => void parts.splice(0),
  };
}
