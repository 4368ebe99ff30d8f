/** The list, its filters and the open review: read from the store, changed by messages, read again when something changed. */
import { batch, signal } from '@preact/signals';
import type { CompareAct, ShownComparison } from '../../components/dashboard/ComparisonDetail.tsx';
import type { Deed, ShownReview } from '../../components/dashboard/Detail.tsx';
import type { ShownRow } from '../../components/dashboard/ReviewTable.tsx';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { ComparedAnswers } from '../../lib/model/preference.ts';
import type { Review, ReviewChange } from '../../lib/model/review.ts';
import type { ReviewFilter } from '../../lib/model/reviewed.ts';
import { stepsTo } from '../../lib/review/steps.ts';
import { readComparison } from '../../lib/store/compared.ts';
import { countFacets, countReviews, type Facets } from '../../lib/store/counts.ts';
import { listReviews } from '../../lib/store/list.ts';
import type { Store } from '../../lib/store/open.ts';
import { readReview } from '../../lib/store/reviews.ts';
import type { ListCursor } from '../../lib/store/walk.ts';
import { actOnComparison } from './comparisons.ts';
import type { createTeam } from './team.ts';

const page = 200;

/** `explain` turns what reading threw into words. */
export function createReviews(store: Store, explain: (error: unknown) => string, team: ReturnType<typeof createTeam>) {
  const filter = signal<ReviewFilter>({});
  const rows = signal<ShownRow[] | null>(null);
  const more = signal(false);
  const total = signal(0);
  const facets = signal<Facets>({ sites: {}, verdicts: {}, flags: {}, models: {}, reviewers: {}, tags: {} });
  const selected = signal<string | null>(null);
  const review = signal<ShownReview | ShownComparison | 'gone' | null>(null);
  const problem = signal<string | null>(null);
  const undo = signal<{ words: string; back(): Promise<string | null> } | null>(null);
  let next: ListCursor | null = null;
  let loading = false;
  let asked = 0;
  let opening = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;

  /** Reads, and says in words what went wrong instead of throwing. */
  async function reading(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      problem.value = null;
    } catch (error) {
      problem.value = explain(error);
    }
  }

  /** As many rows as are shown, at least one page; an answer that is overtaken by a newer question is dropped. */
  const refresh = () =>
    reading(async () => {
      const turn = ++asked;
      const limit = Math.max(page, Math.ceil((rows.value?.length ?? 0) / page) * page);
      const [list, counts, numbers] = await Promise.all([
        listReviews(store, { filter: filter.value, limit }),
        countFacets(store),
        countReviews(store),
        team.refresh(),
      ]);
      const shown = await team.shown(list.rows, filter.value);
      if (turn !== asked) return;
      next = list.next;
      batch(() => {
        rows.value = shown;
        more.value = next !== null;
        facets.value = counts;
        total.value = numbers.final + numbers.drafts + numbers.withdrawn;
      });
      await reread();
    });

  const loadMore = () =>
    reading(async () => {
      if (!next || loading) return;
      loading = true;
      const turn = ++asked;
      const list = await listReviews(store, { filter: filter.value, limit: page, after: next }).finally(() => (loading = false));
      const shown = await team.shown(list.rows, filter.value);
      if (turn !== asked) return;
      next = list.next;
      batch(() => {
        rows.value = [...(rows.value ?? []), ...shown];
        more.value = next !== null;
      });
    });

  async function reread(): Promise<void> {
    const turn = ++opening;
    const id = selected.value;
    const read = id === null ? null : await readReview(store, id);
    const own = read && { ...read, theirs: await team.sightOf(read) };
    const found = id === null ? null : (own ?? (await readComparison(store, id)) ?? 'gone');
    if (turn === opening) review.value = found;
  }

  async function select(id: string | null): Promise<void> {
    selected.value = id;
    await reading(reread);
  }

  function setFilter(wanted: ReviewFilter): void {
    const typing = wanted.text !== filter.value.text;
    filter.value = wanted;
    clearTimeout(resting);
    rows.value = rows.value?.slice(0, page) ?? null;
    // A word search reads every review: once for a word, not once for each letter.
    if (typing) resting = setTimeout(() => void refresh(), 150);
    else void refresh();
  }

  /** One act on a review. A deed is final and offers its undo; without one it goes to the draft. */
  async function change(shown: ShownReview, what: ReviewChange, deed?: Deed): Promise<string | null> {
    const open = review.value;
    const before = open && open !== 'gone' && 'answer' in open && open.answer.id === shown.answer.id ? open : shown;
    const newest = before.revisions.at(-1) ?? null;
    const request = { answerId: before.answer.id, change: what, seen: before.draft ?? newest, final: deed !== undefined };
    const reply = await send('review.change', request);
    if (!reply.ok) return reply.error.message;
    const moved = reply.value.review === null || reply.value.review.revision > (newest?.revision ?? 0);
    await refresh();
    // Closed after its row has gone: the focus then moves to the row that took its place.
    if (deed === 'delete') await select(null);
    if (deed && (moved || before.draft)) {
      const n = what.kind === 'undo' ? what.toRevision : 0;
      undo.value = { words: text(`dashboard.did.${deed}`, { n }), back: () => back(before, newest, deed) };
    }
    return null;
  }

  /** This person's word on what a colleague reviewed; then their own review is open. */
  async function decide({ answer }: ShownReview, decision: 'approve' | 'reject', why: string): Promise<string | null> {
    const done = await team.decide(answer.id, decision, why);
    if ('wrong' in done) return done.wrong;
    await refresh();
    await select(done.id);
    return null;
  }

  /** One act on a comparison, which may be open itself or beside a review. */
  async function compare(item: ComparedAnswers, what: CompareAct): Promise<string | null> {
    const wrong = await actOnComparison(item, what, { undo, refresh });
    if (wrong === null && what.kind === 'delete' && selected.value === item.preference.id) await select(null);
    return wrong;
  }

  /** Back to what the newest revision said before, and to the draft on it if there was one. */
  async function back({ answer, draft }: ShownReview, newest: Review | null, deed: Deed): Promise<string | null> {
    const { id: _id, textHash: _hash, aliases: _aliases, ...written } = answer;
    const steps: { change: ReviewChange; final: boolean }[] = [
      { change: { kind: 'undo', toRevision: newest?.revision ?? 0 }, final: true },
    ];
    // What was written is made final by finishing it; taking that back is no reason to write it anew as a draft.
    if (draft && deed !== 'write') {
      for (const step of stepsTo(newest ?? emptied(draft), draft)) steps.push({ change: step, final: false });
    }
    for (const step of steps) {
      const reply = await send('review.change', { answerId: answer.id, answer: written, ...step });
      if (!reply.ok) return reply.error.message;
    }
    undo.value = null;
    await refresh();
    return null;
  }

  return {
    filter,
    rows,
    more,
    total,
    facets,
    selected,
    review,
    problem,
    undo,
    refresh,
    loadMore,
    select,
    setFilter,
    change,
    compare,
    decide,
  };
}

const emptied = (review: Review): Review => ({ ...review, rating: null, flags: [], correction: null, decision: null, note: '', tags: [] });
