/** One file with everything, and back, on the settings page. Whatever goes wrong comes back in words. */
import { signal } from '@preact/signals';
import type { BackupState } from '../../components/settings/Backup.tsx';
import { isSealed, openBackup, type OpenBackup } from '../../lib/backup/read.ts';
import { writeBackup } from '../../lib/backup/write.ts';
import { queueTag } from '../../lib/dataset/queue.ts';
import { when } from '../../lib/i18n/dates.ts';
import { size } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import { Refusal } from '../../lib/model/result.ts';
import { browser } from '../../lib/platform/browser.ts';
import { openBytes } from '../../lib/platform/files.ts';
import { backupTables, countRows, databaseVersion, everyRow } from '../../lib/store/everything.ts';
import { forgetMasked } from '../../lib/store/maskStored.ts';
import { noteAct } from '../../lib/store/noteAct.ts';
import { planRestore, restore, type RestorePlan } from '../../lib/store/restore.ts';
import { explain } from '../background/explain.ts';
import { tellReviews } from '../background/tell.ts';
import { saveFile } from './save.ts';
import { readSettings, store } from './state.ts';
import { fileKind, takenIn } from './takeIn.ts';
import { maskingNow, queueFor } from './terms.ts';

export const backup = signal<BackupState>({ at: 'rest', said: null });

/** The file that waits for a passphrase or for a yes. */
let chosen: { file: File; passphrase?: string; plan?: RestorePlan; sha256?: string } | null = null;
let stopping = new AbortController();

/** Saves everything; undefined: everybody who has the file can read it. */
export async function saveBackup(passphrase: string | undefined): Promise<void> {
  const signal = begin('saving');
  try {
    const at = new Date().toISOString();
    const name = `bluepencil-backup-${at.slice(0, 10)}.${passphrase === undefined ? 'jsonl.gz' : 'sealed'}`;
    const { version, readOnly } = await store.state();
    const total = readOnly ? 0 : await countRows(store);
    await noteAct(store, { type: 'export', facts: { format: 'backup', sealed: passphrase !== undefined } });
    const out = await openBytes(name);
    const about = { database: version, app: browser.runtime.getManifest().version, at };
    await writeBackup(everyRow(store), about, { to: out.to, passphrase, signal, progress: (rows) => show('saving', rows / (total + 1)) });
    const made = await out.file();
    saveFile(name, made, 'application/octet-stream');
    rest('good', text('backup.saved', { size: size(made.size) }));
  } catch (error) {
    failed(error);
  }
}

/** Checks a file that the person chose, and says what would come of it. */
export async function open(file: File): Promise<void> {
  chosen = { file };
  try {
    if ((await fileKind(file)) === 'backup' && (await isSealed(file))) backup.value = { at: 'locked', wrong: null };
    else await check();
  } catch (error) {
    failed(error);
  }
}

/** Tries a passphrase on it. */
export async function unlock(passphrase: string): Promise<void> {
  if (chosen) chosen.passphrase = passphrase;
  await check();
}

/** Restores what was found. */
export async function bring(): Promise<void> {
  const { plan, sha256 } = chosen ?? {};
  if (!plan || sha256 === undefined) return;
  const signal = begin('bringing');
  try {
    // A backup has its reviews before their answers: where a policy wants all masked, it is masked behind this, whatever ends it.
    await forgetMasked(store);
    await restore(store, (await opened('bringing', signal)).rows, plan, { backup: sha256 });
    await forgetMasked(store);
    await told(plan);
    const n = plan.fresh + plan.changed;
    rest('good', n === 0 ? text('backup.doneOther') : text('backup.done', { n }));
  } catch (error) {
    if (isStop(error)) rest('warn', text('backup.stopped'));
    else failed(error);
  }
}

/** Leaves the file as it is. */
export function leave(): void {
  chosen = null;
  backup.value = { at: 'rest', said: null };
}

export const stop = (): void => stopping.abort();

async function check(): Promise<void> {
  const signal = begin('reading');
  try {
    const { header, rows } = await opened('reading', signal);
    let sum = '';
    const plan = await planRestore(
      store,
      ended(rows, (sha256) => (sum = sha256)),
    );
    if (chosen) chosen = { ...chosen, plan, sha256: sum };
    const brings = plan.fresh + plan.changed + plan.drafts + plan.adapters > 0 || (plan.empty && plan.settings !== null);
    const lines = header ? linesOf(plan, header.at, brings) : queueLines(plan, chosen?.file.name ?? '', brings);
    backup.value = { at: 'found', lines, brings };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'backup-passphrase') backup.value = { at: 'locked', wrong: explain(error).message };
    else failed(error);
  }
}

/** `header` is null where the file is a data set. */
async function opened(
  what: 'reading' | 'bringing',
  signal: AbortSignal,
): Promise<Pick<OpenBackup, 'rows'> & { header: Pick<OpenBackup['header'], 'at'> | null }> {
  if (!chosen) throw new Refusal('backup-unreadable');
  const { file, passphrase } = chosen;
  const progress = (share: number): void => show(what, share);
  const kind = await fileKind(file);
  if (kind !== 'backup') {
    const header = kind === 'native' ? { at: new Date(file.lastModified).toISOString() } : null;
    return { header, rows: takenIn(file, { signal, progress, queue: await queueFor(), masking: await maskingNow() }) };
  }
  return openBackup(file, { database: databaseVersion, tables: backupTables, passphrase, signal, progress });
}

/** The rows, and behind the last one the sum of the file. */
async function* ended<T>(rows: AsyncGenerator<T, { sha256: string }>, tell: (sha256: string) => void): AsyncGenerator<T> {
  tell((yield* rows).sha256);
}

function linesOf({ reviews, fresh, changed, drafts, adapters, empty, settings }: RestorePlan, at: string, brings: boolean): string[] {
  return [
    text('backup.holds', { n: reviews, at: when(at) }),
    ...(fresh > 0 ? [text('backup.fresh', { n: fresh })] : []),
    ...(changed > 0 ? [text('backup.changed', { n: changed })] : []),
    ...(drafts > 0 ? [text('backup.drafts', { n: drafts })] : []),
    ...(adapters > 0 ? [text('backup.adapters', { n: adapters })] : []),
    ...(empty && settings ? [text('backup.settings')] : []),
    ...(brings ? [] : [text('backup.nothing')]),
  ];
}

function queueLines({ drafts }: RestorePlan, name: string, brings: boolean): string[] {
  return brings ? [text('backup.rows', { n: drafts }), text('backup.queue', { tag: queueTag(name) })] : [text('backup.nothing')];
}

/** Everybody who holds settings asks for them again; sites that may be worked on are; what waits to be sent is. */
async function told({ empty, settings }: RestorePlan): Promise<void> {
  if (empty && settings) {
    for (const origin of settings.sites.on) await send('site.enable', { origin });
    if (settings.sites.off.length > 0) await send('site.disable', { origin: settings.sites.off });
  }
  await send('settings.reviewer', {});
  await tellReviews();
  await send('sync.now', {});
  await readSettings();
}

function begin(what: 'saving' | 'reading' | 'bringing'): AbortSignal {
  stopping = new AbortController();
  show(what, 0);
  return stopping.signal;
}

/** A hundred steps are enough for the eye. */
function show(what: 'saving' | 'reading' | 'bringing', share: number): void {
  const rounded = Math.min(1, Math.round(share * 100) / 100);
  const { value: now } = backup;
  if (now.at !== 'busy' || now.what !== what || now.share !== rounded) backup.value = { at: 'busy', what, share: rounded };
}

const isStop = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
function failed(error: unknown): void {
  if (isStop(error)) leave();
  else rest('bad', explain(error).message);
}
function rest(kind: 'good' | 'warn' | 'bad', words: string): void {
  chosen = null;
  backup.value = { at: 'rest', said: { kind, words } };
}
