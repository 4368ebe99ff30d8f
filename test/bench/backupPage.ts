/** Runs inside a page of the extension: backs up the database that `storePage.ts` fills, and restores it into one that is empty. */
import { openBackup } from '../../lib/backup/read.ts';
import { writeBackup } from '../../lib/backup/write.ts';
import { openBytes } from '../../lib/platform/files.ts';
import { backupTables, databaseVersion, everyRow } from '../../lib/store/everything.ts';
import { openStore } from '../../lib/store/open.ts';
import { planRestore, restore, type RestorePlan } from '../../lib/store/restore.ts';

const store = openStore();
const other = openStore({ name: 'restored' });
let file = new Blob();
let plan: RestorePlan | null = null;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const opened = () => openBackup(file, { database: databaseVersion, tables: backupTables });

/** Milliseconds that it takes to write every row as JSON after reading it, a few at a time, and nothing else. */
const stringify = (): Promise<number> =>
  timed(async () => {
    for (const { table } of backupTables)
      for (let after: IDBValidKey | null = null; ;) {
        const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
        const { keys, length }: { keys: IDBValidKey[]; length: number } = await store.read([table], async (tx) => {
          const from = tx.objectStore(table);
          const records: unknown[] = await from.getAll(range, 250);
          for (const record of records) JSON.stringify(record);
          return { keys: await from.getAllKeys(range, 250), length: records.length };
        });
        if (length < 250) break;
        after = keys.at(-1) ?? null;
      }
  });

/** Milliseconds of a backup to the disk. */
const save = (): Promise<number> =>
  timed(async () => {
    const out = await openBytes('bench.jsonl.gz');
    await writeBackup(everyRow(store), { database: databaseVersion, app: '1', at: new Date().toISOString() }, { to: out.to });
    file = await out.file();
  });

/** Bytes of the file. */
const size = (): number => file.size;

/** Milliseconds of the check before anything is written. */
const check = (): Promise<number> => timed(async () => (plan = await planRestore(other, (await opened()).rows)));

/** Milliseconds of the restore after it. */
const bring = (): Promise<number> =>
  timed(async () => {
    if (plan) await restore(other, (await opened()).rows, plan, { backup: '0'.repeat(64) });
  });

type Rows = ReturnType<typeof everyRow>;

/** The record of the other has an entry more, which says where it came from. */
async function* withoutRecord(rows: Rows): Rows {
  for await (const row of rows) if (row.table !== 'audit') yield row;
}

/** Rows of both that are not the same, table by table; 0 is a restore that equals the original. */
async function differences(): Promise<number> {
  let found = 0;
  const [ours, theirs] = [everyRow(store), everyRow(other)].map(withoutRecord) as [Rows, Rows];
  for (;;) {
    const [one, another] = await Promise.all([ours.next(), theirs.next()]);
    if (one.done || another.done) return one.done && another.done ? found : found + 1;
    if (one.value.json !== another.value.json) found++;
  }
}

const jobs = { stringify, save, check, bring, differences, size: async () => size() };

let ended: { value: number } | { error: string } | null = null;

/** What the bench calls from outside: a job is begun, and then asked for, since none may last as long as a call. */
const backup = {
  begin(name: keyof typeof jobs): void {
    ended = null;
    jobs[name]().then(
      (value) => (ended = { value }),
      (error: unknown) => (ended = { error: String(error) }),
    );
  },
  ended: () => ended,
};

export type BackupBench = typeof backup;

Object.assign(globalThis, { backup });
