import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { verify } from '../../../lib/audit/verify.ts';
import type { Policy } from '../../../lib/model/policy.ts';
import { defaultPolicy } from '../../../lib/model/policy.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { checkContents } from '../../../lib/store/contents.ts';
import { noteAct, noteGivenPolicy, noteLost } from '../../../lib/store/noteAct.ts';
import type { Store } from '../../../lib/store/open.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { listQuarantine } from '../../../lib/store/quarantine.ts';
import { readHead, recordLines } from '../../../lib/store/record.ts';
import { readSettings } from '../../../lib/store/settings.ts';
import { act, all, answer, compare, freshStore, noon, review } from '../sample.ts';

const whole = { compared: 4, changed: [], missing: [], unnoted: 0 };

/** Two revisions of a review, one of another, and a preference. */
async function filled(): Promise<{ store: Store; ids: [string, string]; preferenceId: string }> {
  const store = freshStore();
  const one = await changeReview(store, act());
  await changeReview(store, act({ answer: undefined, answerId: answer().id, change: { kind: 'rate', rating: -1 } }));
  const other = await changeReview(store, act({ answer: answer({ text: 'another' }) }));
  const { id } = await changePreference(store, compare());
  return { store, ids: [one.review?.id ?? '', other.review?.id ?? ''], preferenceId: id };
}

/** Changes a stored record past the record of what was done. */
const tamper = (store: Store, table: 'reviews' | 'answers' | 'preferences', change: (record: Record<string, unknown>) => object | null) =>
  store.write([table], async (tx) => {
    for (let cursor = await tx.objectStore(table).openCursor(); cursor; cursor = await cursor.continue()) {
      const changed = change({ ...cursor.value });
      await (changed ? cursor.update(changed as never) : cursor.delete());
    }
  });

describe('what is stored, beside the record', () => {
  test('is as it was noted; what is said of an answer later changes nothing', async () => {
    const { store } = await filled();
    // The same answer under another id gets an alias.
    await changeReview(store, act({ answer: answer({ id: 'alias' }), answerId: 'alias', change: { kind: 'decide', decision: 'approve' } }));
    expect(await checkContents(store)).toEqual({ ...whole, compared: 5 });
  });

  test('a changed review, answer or preference is named', async () => {
    const { store, ids, preferenceId } = await filled();
    await tamper(store, 'reviews', (record) => (record.revision === 2 ? { ...record, rating: 1 } : record));
    expect(await checkContents(store)).toEqual({ ...whole, changed: [ids[0]] });
    await tamper(store, 'answers', (record) => (record.text === 'another' ? { ...record, text: 'altered' } : record));
    await tamper(store, 'preferences', (record) => ({ ...record, reason: '' }));
    expect(await checkContents(store)).toEqual({ ...whole, changed: [ids[0], ids[1], preferenceId] });
    await tamper(store, 'answers', (record) => ({ ...record, prompt: 5 }));
    expect((await checkContents(store)).changed).toHaveLength(3);
  });

  test('what is gone, or was put in, is said', async () => {
    const { store, ids } = await filled();
    await tamper(store, 'answers', (record) => (record.text === 'another' ? null : record));
    expect(await checkContents(store)).toEqual({ ...whole, compared: 3, missing: [ids[1]] });
    await tamper(store, 'reviews', (record) => (record.id === ids[0] && record.revision === 1 ? null : record));
    expect(await checkContents(store)).toEqual({ ...whole, compared: 2, missing: [ids[0], ids[1]] });
    await store.write(['reviews'], async (tx) => void (await tx.objectStore('reviews').add(review({ id: 'planted' }))));
    expect((await checkContents(store)).unnoted).toBe(1);
  });
});

describe('acts that change nothing in the store', () => {
  const facts = async (store: Store) => (await all(recordLines(store))).slice(1).map((line) => JSON.parse(line) as object);

  test('an export is noted with who made it', async () => {
    const store = freshStore();
    const { reviewer } = await readSettings(store);
    expect(await noteAct(store, { type: 'export', facts: { format: 'csv', rows: 3 } }, noon)).toMatchObject({ seq: 2 });
    expect(await facts(store)).toMatchObject([
      { type: 'export', by: { id: reviewer.id, role: reviewer.role }, facts: { format: 'csv', rows: 3 } },
    ]);
  });

  test('another record whose end is known from elsewhere is noted, once; the same one is not', async () => {
    const store = freshStore();
    const own = await readHead(store);
    expect(own).not.toBeNull();
    await noteLost(store, own!, noon);
    expect(await facts(store)).toEqual([]);
    expect(await listQuarantine(store)).toEqual([]);
    const known = { chain: 'another', seq: 40, hash: 'f'.repeat(64) };
    await noteLost(store, known, noon);
    expect(await facts(store)).toMatchObject([{ type: 'chain.lost', facts: { chain: 'another', entries: 40, hash: known.hash } }]);
    expect(await verify(recordLines(store))).toMatchObject({ broken: null, lost: [{ seq: 2, entries: 40 }] });
    // What the browser did without a word is said to the person.
    expect(await listQuarantine(store)).toMatchObject([{ table: 'database', at: noon }]);
  });

  test('the organisation’s policy is noted when it is another one, and when it is gone', async () => {
    const store = freshStore();
    const policy = (version: string): Policy => ({ ...defaultPolicy, version });
    const given: (Parameters<typeof noteGivenPolicy>[1] & object)[] = [
      { policy: null, wrong: null },
      { policy: policy('1'), wrong: null },
      { policy: policy('1'), wrong: null },
      { policy: policy('2'), wrong: null },
      { policy: null, wrong: 'policy-missing' },
      { policy: null, wrong: null },
      { policy: null, wrong: null },
    ];
    for (const one of given) await noteGivenPolicy(store, one, noon);
    expect((await facts(store)).map((entry) => (entry as { facts: { version: unknown; wrong: unknown } }).facts)).toMatchObject([
      { from: 'organisation', version: '1', wrong: null },
      { version: '2' },
      { version: null, wrong: 'policy-missing' },
      { version: null, wrong: null },
    ]);
  });
});
