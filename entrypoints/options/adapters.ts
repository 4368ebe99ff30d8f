/** What a person does with their own adapters on the settings page. */
import { signal } from '@preact/signals';
import type { AdaptersProps } from '../../components/settings/Adapters.tsx';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { OwnAdapter, SiteAdapter } from '../../lib/model/site.ts';
import { adaptersFrom } from '../../lib/schema/adapters.ts';
import { saveFile } from './save.ts';
import { problem } from './state.ts';

/** The list and what came of the last act. */
export const adapters = signal<Pick<AdaptersProps, 'own' | 'fixed' | 'said' | 'asks'> & { removed: OwnAdapter | null }>({
  own: [],
  fixed: [],
  said: null,
  asks: [],
  removed: null,
});
/** The text of an import that waits for an answer. */
let waiting: string | null = null;

const set = (parts: Partial<typeof adapters.value>): void => void (adapters.value = { ...adapters.value, ...parts });

/** Reads the list again. */
export async function readAdapters(): Promise<void> {
  const reply = await send('adapter.list', {});
  if (reply.ok) set(reply.value);
  else problem.value = reply.error.message;
}

export async function turn(id: string, on: boolean): Promise<void> {
  await done(send('adapter.turn', { id, on }));
}

export async function remove(id: string): Promise<void> {
  const reply = await done(send('adapter.remove', { id }));
  if (reply) set({ removed: reply.removed, said: null });
}

export async function undo(): Promise<void> {
  const { removed } = adapters.value;
  if (removed && (await done(send('adapter.restore', { own: removed }))) !== undefined) set({ removed: null });
}

/** Downloads one as it is, or all as a list. */
export function exportAdapters(id: string | null): void {
  const chosen = adapters.value.own.map(({ adapter }) => adapter).filter((adapter) => id === null || adapter.id === id);
  saveFile(
    id === null ? 'bluepencil-adapters.json' : `bluepencil-${id}.json`,
    `${JSON.stringify(id === null ? chosen : chosen[0], null, 2)}\n`,
  );
}

/** Imports a file that the person chose. */
export async function importFile(file: File): Promise<void> {
  await importText(await file.text());
}

/** What to do with ids that are here already; null: nothing is imported. */
export async function same(choice: 'replace' | 'both' | null): Promise<void> {
  const content = waiting;
  waiting = null;
  set({ asks: [], said: null });
  if (choice && content !== null) await importText(content, choice);
}

async function importText(content: string, choice?: 'replace' | 'both'): Promise<void> {
  waiting = null;
  set({ asks: [], said: null, removed: null });
  const wrong = wrongSelector(content);
  if (wrong) {
    set({ said: { kind: 'bad', words: text('error.adapter-selector', wrong) } });
    return;
  }
  const reply = await send('adapter.import', { text: content, ...(choice ? { same: choice } : {}) });
  if (!reply.ok) set({ said: { kind: 'bad', words: reply.error.message } });
  else if (reply.value.asks.length > 0) {
    waiting = content;
    set({ asks: reply.value.asks });
  } else {
    await readAdapters();
    set({ said: { kind: 'good', words: text('adapters.added', { n: reply.value.added.length }) } });
  }
}

/** The first selector that this browser does not understand: the background has no document to try them in. */
function wrongSelector(content: string): { adapter: string; field: string } | null {
  let all: SiteAdapter[];
  try {
    all = adaptersFrom(content);
  } catch {
    return null; // The background says what is wrong with it.
  }
  const probe = document.createDocumentFragment();
  for (const { id, marks = [], layouts } of all) {
    const lists = layouts.flatMap((layout, at) =>
      Object.entries(layout).map(([part, list]) => ({ part: `layouts[${at + 1}].${part}`, list: list as unknown })),
    );
    for (const { part, list } of [{ part: 'marks', list: marks }, ...lists]) {
      for (const [at, hook] of (Array.isArray(list) ? list : []).entries()) {
        try {
          if (typeof hook === 'object') probe.querySelector((hook as { select: string }).select);
        } catch {
          return { adapter: id, field: `${part}[${at + 1}].select` };
        }
      }
    }
  }
  return null;
}

/** Waits for an act, says what went wrong, and reads the list again; undefined if it went wrong. */
async function done<T>(act: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>): Promise<T | undefined> {
  const reply = await act;
  problem.value = reply.ok ? null : reply.error.message;
  await readAdapters();
  return reply.ok ? reply.value : undefined;
}
