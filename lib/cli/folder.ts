/** A folder that files are exported to: none stands under its name before all are whole. */
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportSink } from '../export/make.ts';
import { Misuse } from './exportOptions.ts';

/** Characters gathered before a write. */
const portion = 256 * 1024;

interface Open {
  to: FileHandle;
  waiting: string[];
  size: number;
}

/** Makes it if it is not there. `write` throws `Misuse` where a file is there already and may not be replaced. */
export async function openFolder(
  folder: string,
  { overwrite }: { overwrite: boolean },
): Promise<ExportSink & { finish(): Promise<void>; discard(): Promise<void> }> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, Open>();
  const path = (file: string): string => join(folder, file);
  const unfinished = (file: string): string => `${path(file)}.part`;

  async function begin(file: string): Promise<Open> {
    const there = await access(path(file)).then(
      () => true,
      () => false,
    );
    if (there && !overwrite) throw new Misuse(`${path(file)} is there already: choose another --out or --name, or add --overwrite.`);
    const entry = { to: await open(unfinished(file), 'w'), waiting: [], size: 0 };
    files.set(file, entry);
    return entry;
  }
  async function flush(entry: Open): Promise<void> {
    await entry.to.writeFile(entry.waiting.join(''));
    entry.waiting = [];
    entry.size = 0;
  }

  return {
    async write(file, data) {
      const entry = files.get(file) ?? (await begin(file));
      if (typeof data !== 'string') return entry.to.writeFile(data);
      entry.waiting.push(data);
      if ((entry.size += data.length) >= portion) await flush(entry);
    },
    async finish() {
      for (const entry of files.values()) {
        await flush(entry);
        await entry.to.close();
      }
      for (const file of files.keys()) await rename(unfinished(file), path(file));
    },
    async discard() {
      for (const [file, { to }] of files) {
        await to.close().catch(() => {});
        await rm(unfinished(file), { force: true });
      }
    },
  };
}
