/** Is a store whole? What was to be written together is there together, or not at all. */
import { expect } from 'vitest';
import { verify } from '../../lib/audit/verify.ts';
import type { Preference } from '../../lib/model/preference.ts';
import type { Review } from '../../lib/model/review.ts';
import type { OutboxRow } from '../../lib/model/sync.ts';
import { judgementOf, sameJudgement } from '../../lib/review/apply.ts';
import { checkContents } from '../../lib/store/contents.ts';
import { listReviews } from '../../lib/store/list.ts';
import type { Store } from '../../lib/store/open.ts';
import { listQuarantine } from '../../lib/store/quarantine.ts';
import { readHead, recordLines } from '../../lib/store/record.ts';
import type { AnswerRow, CountRow, HeadRow, Segment } from '../../lib/store/tables.ts';
import type { Raw } from './copied.ts';

/** Everything that does not fit together, a line each; none in a whole store. Its outbox has never been sent. */
export async function halves({ raw, store }: { raw: Raw; store: Store }): Promise<string[]> {
  const wrong: string[] = [];
  const report = await verify(recordLines(store), { head: await readHead(store) });
  if (report.broken || report.resets.length > 0) wrong.push(`the record: ${JSON.stringify(report)}`);
  const { compared: _, ...contents } = await checkContents(store);
  if (contents.changed.length + contents.missing.length + contents.unnoted > 0)
    wrong.push(`contents beside the record: ${JSON.stringify(contents)}`);
  for (const row of await listQuarantine(store)) wrong.push(`set aside: ${row.id}, ${row.problem}`);
  return [...wrong, ...rowsOf(raw), ...outboxOf(raw), ...countsOf(raw), ...indexOf(raw)];
}

/** Each of these texts finds the one review of its answer. */
export async function findEach(store: Store, texts: Iterable<[word: string, answerId: string]>): Promise<void> {
  for (const [text, answerId] of texts) {
    const { rows } = await listReviews(store, { filter: { text, status: ['final', 'draft', 'withdrawn'] } });
    expect(rows.filter((row) => row.verdict !== 'compared').map((row) => row.answerId)).toEqual([answerId]);
  }
}

/** Each row of the list has what it shows, and each review is in the list. */
function rowsOf(raw: Raw): string[] {
  const heads = new Map((raw.heads as unknown as HeadRow[]).map((head) => [head.id, head]));
  const answers = new Set((raw.answers as unknown as AnswerRow[]).map(({ id }) => id));
  const newest = new Map<string, Review | Preference>();
  const said = [...(raw.reviews as unknown as Review[]), ...(raw.preferences as unknown as Preference[])];
  for (const one of said) if (one.revision > (newest.get(one.id)?.revision ?? 0)) newest.set(one.id, one);
  const drafts = new Map((raw.drafts as unknown as Review[]).map((draft) => [draft.id, draft]));
  const wrong: string[] = [];
  for (const head of heads.values()) {
    const shown = newest.get(head.id) ?? drafts.get(head.id);
    if (shown?.revision !== head.revision || shown.status !== head.status) wrong.push(`row ${head.id} shows what is not there`);
    if (head.hasDraft !== drafts.has(head.id)) wrong.push(`row ${head.id} is wrong about its draft`);
    if (!answers.has(head.answerId)) wrong.push(`row ${head.id} is about an answer that is not there`);
  }
  for (const id of [...newest.keys(), ...drafts.keys()]) if (!heads.has(id)) wrong.push(`${id} is not in the list`);
  for (const one of [...said, ...drafts.values()])
    for (const id of 'answerIds' in one ? one.answerIds : [one.answerId])
      if (!answers.has(id)) wrong.push(`${one.id} is about an answer that is not there`);
  for (const { id, revision } of newest.values()) {
    const revisions = said.filter((one) => one.id === id).length;
    if (revisions !== revision) wrong.push(`${id} has ${revisions} revisions of ${revision}`);
  }
  return wrong;
}

/** What a review says now is on its way; what says nothing, or is a draft, is not. */
function outboxOf(raw: Raw): string[] {
  const rows = raw.outbox as unknown as OutboxRow[];
  const reviews = new Map((raw.reviews as unknown as Review[]).map((one) => [`${one.id}.${one.revision}`, one]));
  const preferences = new Map((raw.preferences as unknown as Preference[]).map((one) => [`${one.id}.${one.revision}`, one]));
  const wrong: string[] = [];
  for (const row of rows)
    if (!reviews.has(row.eventId) && !preferences.has(row.eventId)) wrong.push(`what waits as ${row.eventId} is not there`);
  if (new Set(rows.map(({ seq }) => seq)).size !== rows.length) wrong.push('two rows of the outbox have one number');
  const last = (raw.meta as { key: string; value: unknown }[]).find(({ key }) => key === 'seq')?.value;
  if (rows.some(({ seq }) => seq > Number(last))) wrong.push('the counter of the outbox is behind');
  for (const head of raw.heads as unknown as HeadRow[]) {
    const waiting = Math.max(0, ...rows.filter(({ reviewId }) => reviewId === head.id).map(({ revision }) => revision));
    if (head.status !== 'final') {
      if (waiting > 0) wrong.push(`${head.id} says nothing, and waits`);
      continue;
    }
    const [now, sent] = [reviews.get(`${head.id}.${head.revision}`), reviews.get(`${head.id}.${waiting}`)];
    const same = now && sent ? sameJudgement(judgementOf(now), judgementOf(sent)) : waiting === head.revision;
    if (!same) wrong.push(`${head.id}.${head.revision} does not wait: the newest that does is ${waiting}`);
  }
  return wrong;
}

/** The counts are those of the list. */
function countsOf(raw: Raw): string[] {
  const counted = new Map<string, number>();
  const add = (kind: string, value: string | null): void => {
    if (value) counted.set(`${kind}/${value}`, (counted.get(`${kind}/${value}`) ?? 0) + 1);
  };
  for (const head of raw.heads as unknown as HeadRow[]) {
    add('status', head.status);
    if (head.status === 'withdrawn') continue;
    for (const kind of ['site', 'verdict', 'model', 'reviewer'] as const) add(kind, head[kind]);
    for (const category of new Set(head.flags.map((flag) => flag.category))) add('flag', category);
  }
  const known = new Set<string>(['status', 'site', 'verdict', 'model', 'reviewer', 'flag']);
  const kept = (raw.counts as unknown as CountRow[]).filter(({ kind }) => known.has(kind));
  const wrong = kept.filter(({ kind, value, n }) => counted.get(`${kind}/${value}`) !== n).map((row) => `counted: ${JSON.stringify(row)}`);
  return kept.length === counted.size ? wrong : [...wrong, `${kept.length} counts instead of ${counted.size}`];
}

/** Each row of the list is indexed once, or waits for it. */
function indexOf(raw: Raw): string[] {
  const waiting = new Set((raw.unindexed as { id: string }[]).map(({ id }) => id));
  const places = new Map<string, number>();
  const segments = raw.segments as unknown as Segment[];
  for (const { reviews, stale } of segments)
    for (const [place, id] of reviews.entries()) if (id && !stale.includes(place)) places.set(id, (places.get(id) ?? 0) + 1);
  const ids = (raw.heads as unknown as HeadRow[]).map(({ id }) => id);
  const wrong = ids.filter((id) => !waiting.has(id) && places.get(id) !== 1).map((id) => `the words of ${id} are lost`);
  const known = new Set(segments.map(({ id }) => id));
  return (raw.words as { segment: number }[]).every(({ segment }) => known.has(segment)) ? wrong : [...wrong, 'words of no segment'];
}
