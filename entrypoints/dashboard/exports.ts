/** The export section: makes the files as soon as a format is chosen, so that what is shown is what is saved. */
import { signal } from '@preact/signals';
import type { ExportChoicesMade } from '../../components/dashboard/ExportChoices.tsx';
import type { Counted, Making, ListedFor, RefusedFor } from '../../components/dashboard/ExportResult.tsx';
import type { Exported } from '../../lib/export/format.ts';
import { formats } from '../../lib/export/formats/index.ts';
import { makeExport } from '../../lib/export/make.ts';
import { noteOfMasks } from '../../lib/export/masked.ts';
import type { Kind, PrivacyInForce } from '../../lib/model/privacy.ts';
import type { ReviewFilter } from '../../lib/model/reviewed.ts';
import type { Rubric } from '../../lib/model/rubric.ts';
import { veiledIn, type Me } from '../../lib/model/team.ts';
import { openOutgoing, type Outgoing } from '../../lib/platform/files.ts';
import type { Store } from '../../lib/store/open.ts';
import { comparedAnswers } from '../../lib/store/compared.ts';
import { readRows } from '../../lib/store/list.ts';
import { noteAct } from '../../lib/store/noteAct.ts';
import { reviewedAnswers } from '../../lib/store/reviewed.ts';
import { veiled } from '../../lib/store/team.ts';
import { choiceOf, offered, plainChoices } from './choices.ts';
import { maskingBy, privacyNow } from './masking.ts';
import { saveBlob } from './save.ts';
import { exactTokens } from './tokens.ts';

/** Who exports, and what scores mean. */
export interface ExportUnder {
  /** The one in force. */
  rubric: () => Rubric;
  me: () => Promise<Me>;
}

/** `explain` turns what went wrong into words. What colleagues said stays hidden here as in the list; it is in the files all the same. */
export function createExports(store: Store, explain: (error: unknown) => string, { rubric, me }: ExportUnder) {
  const format = signal(formats[0]?.id ?? '');
  const filtered = signal(false);
  /** What the person chose for this export; where a policy masks every one, it does not count. */
  const masked = signal(true);
  const fixedBy = signal<PrivacyInForce['by'] | null>(null);
  const making = signal<Making>({ state: 'making', rows: 0 });
  const saved = signal(false);
  const choices = signal<ExportChoicesMade>(plainChoices);
  /** Providers that stand in what was read last. */
  const providers = signal<Record<string, number>>({});
  const counted = signal<Counted>(null);
  const listed = signal<Record<string, ListedFor>>({});
  /** The files that hold rows. */
  let main: string[] = [];
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
    counted.value = null;
    listed.value = {};
    files = new Map();
    await outgoing?.discard();
    const out = await openOutgoing();
    if (mine.signal.aborted) return out.discard();
    outgoing = out;
    // Only what is final trains or is handed on; which drafts the list shows does not matter here.
    const { status: _status, ...narrow } = filter;
    try {
      const privacy = await privacyNow();
      fixedBy.value = privacy.export === 'masked' ? privacy.by : null;
      const counts = privacy.export === 'masked' || masked.value ? new Map<Kind, number>() : null;
      const name = `bluepencil-${new Date().toISOString().slice(0, 10)}`;
      const found = new Map<string, number>();
      const looking = await me();
      const summary = await makeExport(chosen, () => everything(filtered.value ? narrow : {}, found), out, {
        ...choiceOf(choices.value),
        name,
        rubric: rubric(),
        split: choices.value.split ?? undefined,
        masking: counts ? await maskingBy(store, privacy, counts) : undefined,
        veiled: (item) => ('preference' in item ? [] : veiledIn(item, looking)),
        signal: mine.signal,
        onProgress: (read, n) => {
          if (read % 200 === 0 && !mine.signal.aborted) making.value = { state: 'making', rows: n };
        },
      });
      const { rows, files: made } = summary;
      const said = noteOfMasks(name, counts);
      if (said && rows > 0) {
        await out.write(said.file, said.data);
        made.push({ file: said.file, rows: 0 });
      }
      const done = await out.finish();
      if (mine.signal.aborted) return;
      files = done;
      main = summary.main;
      providers.value = Object.fromEntries(found);
      const sized = made.map((one) => ({ ...one, bytes: done.get(one.file)?.size ?? 0 }));
      making.value = { ...summary, state: 'made', files: sized, masked: counts && [...counts].map(([kind, n]) => ({ kind, n })) };
    } catch (error) {
      await out.discard();
      if (!mine.signal.aborted) making.value = { state: 'failed', problem: explain(error) };
    }
  }

  /** `found` gets the providers that were met, by how often. Each part reads everything anew: what counts is the last reading. */
  async function* everything(filter: ReviewFilter, found: Map<string, number>): AsyncGenerator<Exported> {
    found.clear();
    for await (const item of reviewedAnswers(store, filter)) {
      const provider = item.answer.provider ?? '';
      found.set(provider, (found.get(provider) ?? 0) + 1);
      yield item;
    }
    yield* comparedAnswers(store, filter);
  }

  /** Ends what is being made; what was written is taken away. */
  function stop(): void {
    current.abort();
    making.value = { state: 'stopped' };
  }

  /** Counts the tokens of what was made. What is made anew ends it. */
  async function count(): Promise<void> {
    const { signal: ended } = current;
    counted.value = { counting: 0 };
    try {
      const tokens = await exactTokens(
        main.flatMap((file) => files.get(file) ?? []),
        {
          signal: ended,
          onRow: (n) => {
            if (n % 200 === 0) counted.value = { counting: n };
          },
        },
      );
      if (!ended.aborted) counted.value = { tokens };
    } catch (error) {
      if (ended.aborted) return;
      counted.value = null;
      making.value = { state: 'failed', problem: explain(error) };
    }
  }

  /** Reads the reviews that give no row for a reason. */
  async function list({ reason, ids }: RefusedFor): Promise<void> {
    const { signal: ended } = current;
    const rows = await readRows(store, ids);
    // Why a review gives no row says what stands in it.
    const hidden = await veiled(store, rows, await me());
    if (ended.aborted) return;
    const shown = rows.filter(({ id }) => !hidden.has(id)).map(({ id, prompt, excerpt }) => ({ id, excerpt: prompt ?? excerpt }));
    listed.value = { ...listed.value, [reason]: { rows: shown, hidden: hidden.size } };
  }

  /** Notes the export, and hands one file, or all, to the browser's downloads. */
  async function save(file?: string): Promise<void> {
    const chosen = [...files].filter(([name]) => file === undefined || file === name);
    const { value: made } = making;
    const rows = made.state === 'made' ? made.rows : 0;
    const facts = {
      format: format.value,
      filtered: filtered.value,
      masked: made.state === 'made' && made.masked !== null,
      rows,
      files: chosen.map(([name, blob]) => ({ file: name, bytes: blob.size })),
    };
    try {
      await noteAct(store, { type: 'export', facts });
    } catch (error) {
      making.value = { state: 'failed', problem: explain(error) };
      return;
    }
    for (const [name, blob] of chosen) saveBlob(name, blob);
    saved.value = true;
  }

  return {
    formats: offered,
    format,
    filtered,
    masked,
    fixedBy,
    choices,
    providers,
    making,
    saved,
    counted,
    listed,
    make,
    save,
    stop,
    count,
    list,
  };
}
