/** The record section: checks it when the section opens, and hands it out as a file that the command line checks. */
import { signal } from '@preact/signals';
import type { Checking } from '../../components/dashboard/RecordPane.tsx';
import { recordFormat, verify } from '../../lib/audit/verify.ts';
import { recordWords } from '../../lib/i18n/record.ts';
import { openOutgoing } from '../../lib/platform/files.ts';
import { checkContents } from '../../lib/store/contents.ts';
import { noteAct } from '../../lib/store/noteAct.ts';
import type { Store } from '../../lib/store/open.ts';
import { readHead, recordLines } from '../../lib/store/record.ts';
import { saveBlob } from './save.ts';

/** `explain` turns what went wrong into words. */
export function createRecord(store: Store, explain: (error: unknown) => string) {
  const checking = signal<Checking>({ state: 'checking', entries: 0 });
  const saved = signal(false);
  let latest = 0;

  /** Checks the record and what is stored beside it; a check that still runs is given up. */
  async function check(): Promise<void> {
    const mine = ++latest;
    const show = (now: Checking): void => {
      if (mine === latest) checking.value = now;
    };
    show({ state: 'checking', entries: 0 });
    try {
      const head = await readHead(store);
      const report = await verify(
        counted(recordLines(store), (entries) => show({ state: 'checking', entries })),
        { head },
      );
      const { compared, changed, missing, unnoted } = await checkContents(store);
      const contents = { compared, changed: changed.length, missing: missing.length, unnoted };
      show({ state: 'checked', words: recordWords(report), contents });
    } catch (error) {
      show({ state: 'failed', problem: explain(error) });
    }
  }

  /** Saves all entries up to one that says that they were saved: without it the end of the file is missing. */
  async function save(): Promise<void> {
    saved.value = false;
    try {
      const end = await noteAct(store, { type: 'export', facts: { format: recordFormat } });
      const name = `bluepencil-record-${new Date().toISOString().slice(0, 10)}.jsonl`;
      const out = await openOutgoing();
      for await (const line of recordLines(store, end?.seq)) await out.write(name, `${line}\n`);
      const file = (await out.finish()).get(name);
      if (file) saveBlob(name, file);
      saved.value = true;
      await check();
    } catch (error) {
      checking.value = { state: 'failed', problem: explain(error) };
    }
  }

  return { checking, saved, check, save };
}

async function* counted(lines: AsyncIterable<string>, tell: (entries: number) => void): AsyncGenerator<string> {
  let entries = 0;
  for await (const line of lines) {
    yield line;
    if (++entries % 500 === 0) tell(entries);
  }
}
