/** What was stored before a policy wants it masked: no table holds it any more, stopped anywhere or not. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { verify } from '../../../lib/audit/verify.ts';
import type { Answer } from '../../../lib/model/answer.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { checkContents } from '../../../lib/store/contents.ts';
import { allTables } from '../../../lib/store/erasing.ts';
import { indexSome } from '../../../lib/store/indexing.ts';
import { listReviews } from '../../../lib/store/list.ts';
import { leftToMask, maskStored, type MaskAbout } from '../../../lib/store/maskStored.ts';
import type { Store } from '../../../lib/store/open.ts';
import { unpack } from '../../../lib/store/postings.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { readHead, recordLines } from '../../../lib/store/record.ts';
import { readSettings } from '../../../lib/store/settings.ts';
import { makeExport } from '../../../lib/export/make.ts';
import { native } from '../../../lib/export/formats/native.ts';
import { comparedAnswers } from '../../../lib/store/compared.ts';
import { readMasks } from '../../../lib/store/masks.ts';
import { forgetMasked } from '../../../lib/store/maskStored.ts';
import { planRestore, restore } from '../../../lib/store/restore.ts';
import { reviewedAnswers } from '../../../lib/store/reviewed.ts';
import { takenIn } from '../../../entrypoints/options/takeIn.ts';
import { backedUp, restored } from '../backup/files.ts';
import { act, answer, compare, flag, freshStore, named, noon } from '../sample.ts';

let managedPolicy: unknown;
const makeAnew = vi.hoisted(() => vi.fn(async () => true));
vi.mock('../../../lib/store/anew.ts', async (actual) => ({ ...(await actual<object>()), makeAnew }));
vi.mock('../../../lib/platform/scripts.ts', () => ({ tellTabs: vi.fn(async () => {}), tellTab: vi.fn(), injectTab: vi.fn() }));
vi.mock('../../../lib/platform/managed.ts', () => ({ managed: async (key: string) => (key === 'policy' ? managedPolicy : undefined) }));
vi.mock('../../../lib/messaging/send.ts', () => ({ push: vi.fn(), sendToFrame: vi.fn() }));
vi.mock('../../../entrypoints/background/editors.ts', () => ({ dropEditors: vi.fn(async () => {}) }));
const { maskBefore } = await import('../../../entrypoints/background/maskStored.ts');
const { maskAbout, rulesOf } = await import('../../../entrypoints/background/masked.ts');
const { privacyOf } = await import('../../../entrypoints/background/privacy.ts');

const mail = 'zqjane@mail.example';
const count = 23;
const whole = (at: number): Answer =>
  answer({
    conversation: { id: `c${at % 2}` },
    title: `${mail} asks`,
    prompt: [{ role: 'user', text: `Who is ${mail}, ${at}?` }],
    text: `Write to ${mail}, soon, ${at}.`,
    message: { id: `m${at}`, ordinal: at, variant: null },
  });

/** Answers with all that can be said of them, indexed, compared, half of them with a draft; one says nothing that is looked for. */
async function filled(): Promise<Store> {
  const store = freshStore();
  await readSettings(store);
  const start = `Write to ${mail}, `.length;
  for (let at = 0; at < count; at++) {
    const about = { answer: whole(at), seen: null };
    const span = { quote: { exact: 'soon', prefix: `${mail}, `, suffix: '' }, position: { start, end: start + 4 } };
    await changeReview(store, act({ ...about, change: { kind: 'flag', flag: flag({ note: mail, span }) }, destinationIds: ['d'] }));
    await changeReview(store, act({ ...about, change: { kind: 'correct', markdown: `Ask ${mail}` } }));
    await changeReview(store, act({ ...about, change: { kind: 'correct', markdown: `Never ask ${mail}` } }));
    await changeReview(store, act({ ...about, change: { kind: 'tag', tag: mail }, seen: undefined }));
    if (at % 2) await changeReview(store, act({ ...about, final: false, change: { kind: 'note', note: mail } }));
  }
  await changePreference(store, compare({ pair: [named(whole(0)), named(whole(1))], reason: `${mail} says so` }));
  await changeReview(store, act({ answer: answer({ text: 'Nothing to hide' }) }));
  await indexSome(store, 1000);
  // A request as it is made ready, which sync would send as it is.
  await store.write(['batches'], (tx) => tx.objectStore('batches').put({ id: 'b', destinationIds: ['d'], events: [mail] } as never));
  await store.write(['masks'], (tx) =>
    tx
      .objectStore('masks')
      .put({ conversation: ['https://chat.example', 'c0', ''], ledger: { '[EMAIL_1]': mail }, shown: [mail], hidden: [mail, 'Canberra'] }),
  );
  return store;
}

const dump = (store: Store): Promise<string> =>
  store.read(allTables, async (tx) => {
    const rows = await Promise.all(allTables.map((table) => tx.objectStore(table).getAll()));
    return rows
      .flat()
      .map((row) => JSON.stringify('words' in row ? unpack(row).map(([word]) => word) : row))
      .join('\n');
  });

const masking = async (store: Store): Promise<{ rules: string; mask: MaskAbout; now: () => number }> => {
  const privacy = await privacyOf(store);
  return { rules: rulesOf(privacy), mask: maskAbout(privacy), now: () => noon };
};

beforeEach(() => {
  managedPolicy = { version: '1', privacy: { store: 'masked' } };
  makeAnew.mockClear();
});

test('no table holds it, the list finds what is left, passages quote, the record holds; again it does nothing', async () => {
  const store = await filled();
  const before = await dump(store);
  expect(before).toContain(mail);
  await maskBefore(store);
  const after = await dump(store);
  expect(after).not.toContain('zqjane');
  expect(makeAnew).toHaveBeenCalledTimes(1);
  expect(await leftToMask(store)).toBeNull();

  const { rows } = await listReviews(store, { filter: { text: 'soon' } });
  expect(rows.length).toBeGreaterThanOrEqual(count);
  expect(rows.every(({ excerpt }) => excerpt.includes('[EMAIL_1], soon'))).toBe(true);
  expect((await listReviews(store, { filter: { text: 'zqjane' } })).rows).toEqual([]);
  const [answers, reviews, masks] = await store.read(['answers', 'reviews', 'masks'], (tx) =>
    Promise.all([tx.objectStore('answers').getAll(), tx.objectStore('reviews').getAll(), tx.objectStore('masks').getAll()]),
  );
  for (const { answerId, flags } of reviews) {
    const position = flags[0]?.span?.position;
    const text = answers.find(({ id }) => id === answerId)?.text;
    if (position) expect(text?.slice(position.start, position.end)).toBe('soon');
  }
  expect(reviews.some(({ others }) => JSON.stringify(others ?? '').includes('[EMAIL_1]'))).toBe(true);
  expect(masks.find(({ conversation }) => conversation[1] === 'c0')).toMatchObject({ shown: [], hidden: ['Canberra'] });
  expect(await verify(recordLines(store), { head: await readHead(store) })).toMatchObject({ broken: null, resets: [] });
  expect(await checkContents(store)).toMatchObject({ changed: [], missing: [], unnoted: 0 });

  await maskBefore(store);
  expect(await dump(store)).toBe(after);
  expect(makeAnew).toHaveBeenCalledTimes(1);
});

test('stopped in the middle, what is masked is masked whole and the rest is counted; the next run does the rest', async () => {
  const store = await filled();
  const { mask, ...rest } = await masking(store);
  let answers = 0;
  const dies: MaskAbout = (about, kept) => {
    if (++answers > 21) throw new Error('killed');
    return mask(about, kept);
  };
  await expect(maskStored(store, { ...rest, mask: dies })).rejects.toThrow('killed');
  expect(await leftToMask(store)).toBe(count + 1 - 20);
  expect(await dump(store)).toContain('zqjane');
  expect(await checkContents(store)).toMatchObject({ changed: [], missing: [], unnoted: 0 });
  const later = await maskStored(store, { ...rest, mask });
  expect(later).toBeGreaterThan(0);
  expect(later).toBeLessThanOrEqual(4);
  expect(await dump(store)).not.toContain('zqjane');
});

test('where no policy wants it nothing is touched; with other rules all is looked at again', async () => {
  managedPolicy = undefined;
  const store = await filled();
  const before = await dump(store);
  await maskBefore(store);
  expect(await dump(store)).toBe(before);
  managedPolicy = { version: '2', privacy: { store: 'masked', off: ['email'] } };
  await maskBefore(store);
  expect(await dump(store)).toContain('zqjane');
  managedPolicy = { version: '3', privacy: { store: 'masked' } };
  await maskBefore(store);
  expect(await dump(store)).not.toContain('zqjane');
});

/** Brings a file in as the settings page does, under the policy; what stood in the database after each transaction. */
async function broughtIn(store: Store, file: File): Promise<{ plan: Awaited<ReturnType<typeof planRestore>>; seen: string }> {
  let seen = '';
  const watched: Store = {
    ...store,
    write: async (tables, work) => {
      const done = await store.write(tables, work);
      seen += await dump(store);
      return done;
    },
  };
  const { mask } = await masking(store);
  const queue = { reviewer: { id: 'reviewer-1', role: 'reviewer' }, rubric: { id: 'default', version: '1' }, policyVersion: '1' };
  const masked = { mask, read: (conversation: Parameters<typeof readMasks>[1]) => readMasks(store, conversation) };
  const rows = () => takenIn(file, { signal: new AbortController().signal, progress: () => {}, queue, masking: masked });
  const plan = await planRestore(store, rows());
  await restore(watched, rows(), plan, { backup: 'f'.repeat(64), now: noon });
  return { plan, seen };
}

test('what a native export or a data set brings is masked on its way in, the same by the same placeholder, once however often', async () => {
  const from = await filled();
  let text = '';
  const items = async function* () {
    yield* reviewedAnswers(from);
    yield* comparedAnswers(from);
  };
  await makeExport(native, items, { write: (_, data) => void (text += String(data)) });
  expect(text).toContain('zqjane');
  const store = freshStore();
  const { plan, seen } = await broughtIn(store, new File([text], 'a.jsonl'));
  expect(plan.fresh).toBe(plan.reviews);
  expect(seen).toContain('[EMAIL_1], soon');
  expect(seen).not.toContain('zqjane');
  const { rows } = await listReviews(store, {});
  expect(rows).toHaveLength(plan.reviews);
  expect((await broughtIn(store, new File([text], 'a.jsonl'))).plan).toMatchObject({ fresh: 0, changed: 0 });

  const set = `{"id":"q","prompt":"Who is ${mail}?","chosen":"It is ${mail}.","rejected":"x@mail.example and ${mail}"}`;
  const asked = await broughtIn(store, new File([set], 'set.jsonl', { lastModified: noon }));
  expect(asked.plan.drafts).toBe(2);
  expect(asked.seen).not.toMatch(/zqjane|x@mail/);
  const drafts = await listReviews(store, { filter: { status: ['draft'] } });
  expect(drafts.rows.map(({ excerpt, prompt }) => `${prompt} ${excerpt}`).toSorted()).toEqual([
    'Who is [EMAIL_1]? It is [EMAIL_1].',
    'Who is [EMAIL_1]? [EMAIL_2] and [EMAIL_1]',
  ]);
});

test('what a backup brings is masked behind it', async () => {
  const whole = await filled();
  const backup = await backedUp(whole);
  const store = freshStore();
  await changeReview(store, act());
  await maskBefore(store);
  expect(await leftToMask(store)).toBeNull();
  await restored(store, backup);
  await forgetMasked(store);
  await maskBefore(store);
  expect(await dump(store)).toContain('[EMAIL_1], soon');
  expect(await dump(store)).not.toContain('zqjane');
});
