/** The export section: makes the files as soon as a format is chosen, so that what is shown is what is saved. */
import { signal } from '@preact/signals';
import type { Making } from '../../components/dashboard/ExportPane.tsx';
import { formats } from '../../lib/export/formats/index.ts';
import { makeExport } from '../../lib/export/make.ts';
import type { ReviewFilter } from '../../lib/model/reviewed.ts';
import { openOutgoing, type Outgoing } from '../../lib/platform/files.ts';
import type { Store } from '../../lib/store/open.ts';
import { reviewedAnswers } from '../../lib/store/reviewed.ts';

/** `explain` turns what went wrong into words. */
export function createExports(store: Store, explain: (error: unknown) => string) {
  const format = signal(formats[0]?.id ?? '');
  const filtered = signal(false);
  const making = signal<Making>({ state: 'making', rows: 0 });
  const saved = signal(false);
  let files = new Map<string, Blob>();
  let outgoing: Outgoing | null = null;
  let current = new AbortController();

  /** Makes the files anew; what was being made is given up. */
  async function make(filter: ReviewFilter): Promise<void> {
    current.abort();
    const mine = (current = new AbortController());
    const chosen = formats.find(({ id }) => id === format.value);
    if (!chosen) return;
    making.value = { state: 'making', rows: 0 };
    saved.value = false;
    files = new Map();
    await outgoing?.discard();
    const out = await openOutgoing();
    if (mine.signal.aborted) return out.discard();
    outgoing = out;
    // Only what is final trains or is handed on; which drafts the list shows does not matter here.
    const { status: _status, ...narrow } = filter;
    try {
      const {
        rows,
        refused,
        files: made,
      } = await makeExport(chosen, reviewedAnswers(store, filtered.value ? narrow : {}), out, {
        name: `bluepencil-${new Date().toISOString().slice(0, 10)}`,
        signal: mine.signal,
        onRow: (n) => {
          if (n % 200 === 0 && !mine.signal.aborted) making.value = { state: 'making', rows: n };
        },
      });
      const done = await out.finish();
      if (mine.signal.aborted) return;
      files = done;
      const sized = made.map((one) => ({ ...one, bytes: done.get(one.file)?.size ?? 0 }));
      making.value = { state: 'made', rows, refused, files: sized };
    } catch (error) {
      await out.discard();
      if (!mine.signal.aborted) making.value = { state: 'failed', problem: explain(error) };
    }
  }

  /** Hands one file, or all, to the browser's downloads. */
  function save(file?: string): void {
    for (const [name, blob] of files) {
      if (file !== undefined && file !== name) continue;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      // The download has its own hold on the data once it has begun; a minute is far more than that takes.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }
    saved.value = true;
  }

  return { formats: formats.map(({ id }) => id), format, filtered, making, saved, make, save };
}
