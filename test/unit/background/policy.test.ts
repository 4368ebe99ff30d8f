import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { overlay } from '../../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { rubric as words } from '../../../lib/i18n/locales/en/rubric.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { defaultKeys } from '../../../lib/model/keys.ts';
import { defaultPolicy, type Policy } from '../../../lib/model/policy.ts';
import type { ReviewChange } from '../../../lib/model/review.ts';
import type { Store } from '../../../lib/store/open.ts';
import { changeSettings } from '../../../lib/store/settings.ts';
import { answer, flag, freshStore } from '../sample.ts';

let managedPolicy: unknown;
const tellTabs = vi.fn(async () => {});
vi.mock('../../../lib/platform/scripts.ts', () => ({ tellTabs, tellTab: vi.fn(), injectTab: vi.fn() }));
vi.mock('../../../lib/platform/managed.ts', () => ({ managed: async (key: string) => (key === 'policy' ? managedPolicy : undefined) }));
vi.mock('../../../lib/messaging/send.ts', () => ({ push: vi.fn() }));
const { keysOf, policyHandlers, policyOf } = await import('../../../entrypoints/background/policy.ts');
const { change } = await import('../../../entrypoints/background/reviews.ts');
const { explain } = await import('../../../entrypoints/background/explain.ts');

const policy: Policy = {
  ...defaultPolicy,
  version: '1',
  roles: [
    { id: 'reader', label: 'Reader', may: ['approve', 'escalate'] },
    { id: 'lead', label: 'Lead', may: ['approve', 'edit', 'reject', 'escalate'] },
  ],
  escalateTo: ['Legal'],
};
let store: Store;
const from = {} as never;
const { id: _id, textHash: _hash, aliases: _aliases, ...written } = answer();
const act = (done: ReviewChange, final = true) => change(store, { answerId: 'a', answer: written, change: done, final });
/** The words in which an act is refused. */
const refusal = async (work: Promise<unknown>) =>
  explain(
    await work.then(
      () => 'it was allowed',
      (error: unknown) => error,
    ),
  );

beforeEach(() => {
  speak('en', overlay, pages, words);
  managedPolicy = undefined;
  store = freshStore();
  vi.clearAllMocks();
});

const handlers = () => policyHandlers(store);
const file = JSON.stringify(policy);

describe('which policy holds', () => {
  test('the default, then the person’s own, then the organisation’s', async () => {
    expect(await policyOf(store)).toEqual(defaultPolicy);
    await handlers()['policy.import']({ text: file }, from);
    expect(await handlers()['policy.get']({}, from)).toEqual({ policy, by: 'person', wrong: null });
    expect(tellTabs).toHaveBeenCalledWith({ name: 'page.settings', data: {} });
    managedPolicy = JSON.stringify({ version: '9' });
    expect(await handlers()['policy.get']({}, from)).toEqual({
      policy: { ...defaultPolicy, version: '9' },
      by: 'organisation',
      wrong: null,
    });
  });

  test('what was there before comes back', async () => {
    await handlers()['policy.import']({ text: file }, from);
    const { before } = await handlers()['policy.set']({ policy: null }, from);
    expect(await policyOf(store)).toEqual(defaultPolicy);
    await handlers()['policy.set']({ policy: before }, from);
    expect(await policyOf(store)).toEqual(policy);
  });

  test('a file with a fault changes nothing', async () => {
    await handlers()['policy.import']({ text: file }, from);
    await expect(async () => handlers()['policy.import']({ text: '{ "version": "2", "roles": [] }' }, from)).rejects.toMatchObject({
      code: 'policy-empty',
    });
    expect(await policyOf(store)).toEqual(policy);
  });

  test.each([file, '{ "version": '])('under the organisation’s nobody sets their own, be it sound or not: %s', async (set) => {
    managedPolicy = set;
    expect(await refusal(Promise.resolve(handlers()['policy.set']({ policy: null }, from)))).toMatchObject({ code: 'policy-fixed' });
  });

  test('a fault in the organisation’s is said, and the default counts', async () => {
    await handlers()['policy.import']({ text: file }, from);
    managedPolicy = '{ "version": "2", "roles": [] }';
    const { policy: now, by, wrong } = await handlers()['policy.get']({}, from);
    expect({ now, by }).toEqual({ now: defaultPolicy, by: 'default' });
    expect(wrong).toContain('“roles” is empty');
  });
});

describe('what a role may', () => {
  beforeEach(async () => void (await changeSettings(store, (settings) => ({ ...settings, policy }))));

  test('a decision that is not its own is refused with the reason, and nothing is stored', async () => {
    expect(await refusal(act({ kind: 'decide', decision: 'reject' }))).toEqual({
      code: 'not-authorized',
      message: 'Your role (Reader) may not reject. Lead may.',
    });
    expect(await store.read(['reviews', 'answers'], (tx) => tx.objectStore('reviews').count())).toBe(0);
  });

  test('what it may is stored under the role that counts, with the policy’s version', async () => {
    const { review } = await act({ kind: 'decide', decision: 'approve' });
    expect(review).toMatchObject({ decision: 'approve', reviewer: { role: 'reader' }, policyVersion: '1' });
  });

  test('the role that a person chose counts at the next act, and one that the policy gives outranks it', async () => {
    await handlers()['settings.reviewer']({ role: 'lead' }, from);
    expect((await act({ kind: 'decide', decision: 'reject' })).review).toMatchObject({ decision: 'reject', reviewer: { role: 'lead' } });
    await changeSettings(store, (settings) => ({ ...settings, policy: { ...policy, reviewerRole: 'reader' } }));
    await act({ kind: 'decide', decision: 'approve' });
    expect(await refusal(act({ kind: 'decide', decision: 'reject' }))).toMatchObject({ code: 'not-authorized' });
  });

  test('to approve a corrected answer is to edit', async () => {
    await act({ kind: 'correct', markdown: 'Sydney' });
    expect(await refusal(act({ kind: 'decide', decision: 'approve' }))).toMatchObject({ code: 'not-authorized' });
  });

  test('a correction of an approved answer is kept; the approval, which was for the other text, goes', async () => {
    await act({ kind: 'decide', decision: 'approve' });
    const { review } = await act({ kind: 'correct', markdown: 'Sydney' }, false);
    expect(review).toMatchObject({ correction: { markdown: 'Sydney' }, decision: null });
  });

  test('undo does not bring back what the role may no longer decide', async () => {
    await act({ kind: 'decide', decision: 'approve' });
    await act({ kind: 'decide', decision: null });
    await changeSettings(store, (settings) => ({ ...settings, policy: { ...policy, roles: [{ id: 'reader', may: [] }] } }));
    expect(await refusal(act({ kind: 'undo', toRevision: 1 }))).toEqual({
      code: 'not-authorized',
      message: 'Your role (reader) may not approve. Nobody may.',
    });
  });

  test('all that is no decision stays open to everybody, and a decision can be taken back', async () => {
    await act({ kind: 'decide', decision: 'approve' });
    await changeSettings(store, (settings) => ({ ...settings, policy: { ...policy, roles: [{ id: 'reader', may: [] }] } }));
    for (const change of [
      { kind: 'rate', rating: -1 },
      { kind: 'flag', flag: flag() },
      { kind: 'note', note: 'x' },
      { kind: 'score', criterion: 'correct', points: 3 },
    ] satisfies ReviewChange[])
      await act(change);
    expect((await act({ kind: 'decide', decision: null })).review).toMatchObject({ decision: null, rating: -1, note: 'x' });
  });
});

describe('what the policy names', () => {
  test('with a list one escalates to somebody on it; without, to anybody', async () => {
    expect((await act({ kind: 'escalate', to: 'Bo', reason: '' })).review).toMatchObject({ escalation: { to: 'Bo' } });
    await changeSettings(store, (settings) => ({ ...settings, policy }));
    expect(await refusal(act({ kind: 'escalate', to: 'Bo', reason: 'x' }))).toMatchObject({
      code: 'escalate-to',
      message: expect.stringContaining('Legal'),
    });
    expect((await act({ kind: 'escalate', to: 'Legal', reason: 'x' })).review).toMatchObject({ escalation: { to: 'Legal' } });
  });

  test.each([
    ['correct', 6, 'score-points'],
    ['correct', 2.5, 'score-points'],
    ['useful', 5, 'score-points'],
    ['constructor', 1, 'score-unknown'],
    ['charm', 1, 'score-unknown'],
  ])('a score of %s with %d is refused', async (criterion, points, code) => {
    expect(await refusal(act({ kind: 'score', criterion, points }))).toMatchObject({ code });
  });

  test('a score of the rubric is stored, and can be taken back when its criterion is no more', async () => {
    expect((await act({ kind: 'score', criterion: 'useful', points: 0 })).review?.scores).toEqual({ useful: 0 });
    await changeSettings(store, (settings) => ({ ...settings, policy: { ...policy, rubric: { ...policy.rubric, criteria: [] } } }));
    expect(await refusal(act({ kind: 'score', criterion: 'useful', points: 1 }))).toMatchObject({ code: 'score-unknown' });
    expect((await act({ kind: 'score', criterion: 'useful', points: null })).review?.scores ?? {}).toEqual({});
  });
});

test('keys that the person changed hold at once, and the others stay', async () => {
  expect(await handlers()['settings.keys']({ keys: { flag: 'x' } }, from)).toEqual({ keys: { ...defaultKeys, flag: 'x' } });
  expect(await keysOf(store)).toMatchObject({ flag: 'x', approve: 'a' });
  await handlers()['settings.keys']({ keys: {} }, from);
  expect(await keysOf(store)).toEqual(defaultKeys);
});
