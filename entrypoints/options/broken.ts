/** The way on from a database that does not open, on the settings page. Whatever goes wrong comes back in words. */
import { signal } from '@preact/signals';
import type { SalvageState } from '../../components/settings/Broken.tsx';
import type { EraseState } from '../../components/review/Erase.tsx';
import { writeBackup } from '../../lib/backup/write.ts';
import { text } from '../../lib/i18n/text.ts';
import { browser } from '../../lib/platform/browser.ts';
import { openBytes } from '../../lib/platform/files.ts';
import { beginAnew } from '../../lib/store/beginAnew.ts';
import { salvage } from '../../lib/store/salvage.ts';
import { explain } from '../background/explain.ts';
import { saveFile } from './save.ts';
import { problem, readStorage, store } from './state.ts';

export const saving = signal<SalvageState>({ at: 'rest', said: null });
/** Something could not be read when it was saved. */
export const isPart = signal(false);
export const anew = signal<EraseState>({ at: 'rest', said: null });

/** Ms in which nothing happens yet. */
const wait = 10_000;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Rows in the file that was made last; the new record says how many there were. */
let saved = 0;

/** Makes a backup of what can be read. */
export async function saveReadable(): Promise<void> {
  saving.value = { at: 'busy' };
  try {
    const found = await salvage();
    const at = new Date().toISOString();
    const name = `bluepencil-readable-${at.slice(0, 10)}.jsonl.gz`;
    const out = found && (await openBytes(name));
    const about = { database: found?.version ?? 1, app: browser.runtime.getManifest().version, at };
    saved = found && out ? await writeBackup(found.rows, about, { to: out.to }) : 0;
    isPart.value = found?.isPart() ?? false;
    if (out && saved > 0) saveFile(name, await out.file(), 'application/octet-stream');
    if (saved === 0) saySaved('warn', text('broken.none'));
    else if (isPart.value) saySaved('warn', text('broken.savedPart', { n: saved }));
    else saySaved('good', text('broken.saved', { n: saved }));
  } catch (error) {
    saySaved('bad', explain(error).message);
  }
}

/** Says what comes, and waits: it can still be taken back. */
export function askAnew(readAll: () => Promise<unknown>): void {
  if (anew.value.at === 'waiting' || anew.value.at === 'busy') return;
  anew.value = { at: 'waiting', words: text('broken.waiting') };
  timer = setTimeout(() => void anewNow(readAll), wait);
}

export function leaveAnew(): void {
  clearTimeout(timer);
  if (anew.value.at === 'waiting') anew.value = { at: 'rest', said: null };
}

/** Deletes the database and makes an empty one; then all is read again. */
export async function anewNow(readAll: () => Promise<unknown>): Promise<void> {
  clearTimeout(timer);
  anew.value = { at: 'busy' };
  try {
    await beginAnew(store, { rows: saved });
    isPart.value = false;
    problem.value = null;
    await Promise.all([readAll(), readStorage()]);
    anew.value = { at: 'rest', said: { kind: 'good', words: text('broken.done') } };
  } catch (error) {
    anew.value = { at: 'rest', said: { kind: 'bad', words: text('broken.failed', { detail: explain(error).message }) } };
  }
}

function saySaved(kind: 'good' | 'warn' | 'bad', words: string): void {
  saving.value = { at: 'rest', said: { kind, words } };
}
