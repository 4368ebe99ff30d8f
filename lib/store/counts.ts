/** The store `counts`: how many rows of the list have something in common, kept as they are written. */
import type { Reading, Sound, Store, Writing } from './open.ts';
import { countSchema, isCount } from './rows.ts';
import type { CountKind, CountRow, HeadRow } from './tables.ts';
import { unawaited } from './unawaited.ts';

/** What stands in the list, for its filters: value → number of reviews that are not withdrawn. */
export interface Facets {
  sites: Record<string, number>;
  verdicts: Record<string, number>;
  flags: Record<string, number>;
  models: Record<string, number>;
  /** By name; who has none is not in it. */
  reviewers: Record<string, number>;
  tags: Record<string, number>;
}

/** What there is to filter by. */
export async function countFacets(store: Store): Promise<Facets> {
  const counts = await readCounts(store);
  return {
    sites: counts.site,
    verdicts: counts.verdict,
    flags: counts.flag,
    models: counts.model,
    reviewers: counts.reviewer,
    tags: counts.tag,
  };
}

/** How many reviews there are. */
export async function countReviews(store: Store): Promise<{ final: number; drafts: number; withdrawn: number }> {
  const { final = 0, draft = 0, withdrawn = 0 } = (await readCounts(store)).status;
  return { final, drafts: draft, withdrawn };
}

/** All counts: kind → value → number. */
export async function countsIn(tx: Reading, sound: Sound): Promise<Record<CountKind, Record<string, number>>> {
  const counts: Record<CountKind, Record<string, number>> = {
    status: {},
    site: {},
    verdict: {},
    flag: {},
    model: {},
    reviewer: {},
    tag: {},
  };
  for (const record of await tx.objectStore('counts').getAll()) {
    const row = isCount(record) ? record : sound('counts', [record.kind, record.value], countSchema, record);
    if (row) counts[row.kind][row.value] = row.n;
  }
  return counts;
}

const readCounts = (store: Store) => store.read(['counts'], countsIn);

/** What a transaction does to the counts: each is written once, and only if it is another one after all. */
export class Moves {
  #moved = new Map<string, CountRow>();
  #asked = new Map<string, Promise<CountRow | undefined>>();

  /** `by` is 1 for a row that comes, -1 for one that goes. */
  add(head: HeadRow, by: 1 | -1): void {
    for (const [kind, value] of countedBy(head)) {
      const key = `${kind}/${value}`;
      this.#moved.set(key, { kind, value, n: by + (this.#moved.get(key)?.n ?? 0) });
    }
  }

  /** Begins to read the counts of a row, before it is known whether they move. */
  ask(tx: Writing, head: HeadRow): void {
    for (const [kind, value] of countedBy(head)) {
      const key = `${kind}/${value}`;
      if (this.#asked.has(key)) continue;
      const asked = tx.objectStore('counts').get([kind, value]);
      unawaited(asked);
      this.#asked.set(key, asked);
    }
  }

  async write(tx: Writing, sound: Sound): Promise<void> {
    const counts = tx.objectStore('counts');
    await Promise.all(
      [...this.#moved].map(async ([key, { kind, value, n: by }]) => {
        if (by === 0) return;
        const record = await (this.#asked.get(key) ?? counts.get([kind, value]));
        const n = by + (sound('counts', [kind, value], countSchema, record)?.n ?? 0);
        unawaited(n > 0 ? counts.put({ kind, value, n }) : counts.delete([kind, value]));
      }),
    );
  }
}

/** Under what a row is counted. */
function countedBy({ status, site, verdict, model, reviewer, flagKeys, tags = [] }: HeadRow): [CountKind, string][] {
  if (status === 'withdrawn') return [['status', status]];
  const all: [CountKind, string | null][] = [
    ['status', status],
    ['site', site],
    ['verdict', verdict],
    ['model', model],
    ['reviewer', reviewer],
    ...flagKeys.map(([category]): [CountKind, string] => ['flag', category]),
    ...tags.map((tag): [CountKind, string] => ['tag', tag]),
  ];
  return all.filter((one): one is [CountKind, string] => Boolean(one[1]));
}
