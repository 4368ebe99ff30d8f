/** Where the policy says so, what is stored is masked already. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ReviewChange } from '../../../lib/model/review.ts';
import type { Store } from '../../../lib/store/open.ts';
import { openPrivate, type PrivateStore } from '../../../lib/store/private.ts';
import { answer, flag, freshStore } from '../sample.ts';

let managedPolicy: unknown;
vi.mock('../../../lib/platform/scripts.ts', () => ({ tellTabs: vi.fn(async () => {}), tellTab: vi.fn(), injectTab: vi.fn() }));
vi.mock('../../../lib/platform/managed.ts', () => ({ managed: async (key: string) => (key === 'policy' ? managedPolicy : undefined) }));
vi.mock('../../../lib/messaging/send.ts', () => ({ push: vi.fn() }));
const { change } = await import('../../../entrypoints/background/reviews.ts');
const { preferenceHandlers } = await import('../../../entrypoints/background/preferences.ts');
const { privacyOf, privacyHandlers } = await import('../../../entrypoints/background/privacy.ts');

const mail = 'jane@mail.example';
const text = `Write to ${mail}, soon.`;
const written = (parts: Parameters<typeof answer>[0]) => {
  const { id: _id, textHash: _hash, aliases: _aliases, ...rest } = answer({ markdown: parts?.text, conversation: { id: 'c1' }, ...parts });
  return rest;
};
let store: Store;
const act = (done: ReviewChange, parts: Parameters<typeof answer>[0] = { text }, final = true) =>
  change(store, { answerId: 'a', answer: written(parts), change: done, final });
const everything = async (): Promise<string> => {
  const tables = ['answers', 'reviews', 'drafts', 'heads', 'preferences', 'masks', 'audit'] as const;
  const rows = await store.read([...tables], (tx) => Promise.all(tables.map((table) => tx.objectStore(table).getAll())));
  return JSON.stringify(rows);
};
const compared = (kept: PrivateStore, from: object) =>
  preferenceHandlers(store, kept, () => {})['preference.save'](
    {
      pair: [
        { answerId: 'a', answer: written({ text, message: { id: 'x', ordinal: 0, variant: null } }) },
        { answerId: 'b', answer: written({ text: `Ask ${mail} twice`, message: { id: 'y', ordinal: 0, variant: null } }) },
      ],
      better: 'first',
      reason: `${mail} says so`,
    },
    from as never,
  );
const position = { start: text.indexOf('soon'), end: text.indexOf('soon') + 4 };

beforeEach(() => {
  managedPolicy = { version: '1', privacy: { store: 'masked' } };
  store = freshStore();
});

test('no table holds what was found, whatever was said; passages still quote', async () => {
  await act({ kind: 'note', note: `not ${mail}` });
  await act({ kind: 'correct', markdown: `Write to ${mail} or other@mail.example.` }, { text }, false);
  await act({ kind: 'tag', tag: `about ${mail}` });
  const { review } = await act({
    kind: 'flag',
    flag: flag({ note: mail, span: { quote: { exact: 'soon', prefix: '', suffix: '' }, position } }),
  });
  await compared(openPrivate({} as never), {});
  expect(await everything()).not.toMatch(/jane|other@/);
  const [stored] = await store.read(['answers'], (tx) => tx.objectStore('answers').getAll());
  expect(review).toMatchObject({
    note: 'not [EMAIL_1]',
    tags: ['about [EMAIL_1]'],
    correction: { markdown: 'Write to [EMAIL_1] or [EMAIL_2].' },
    flags: [{ note: '[EMAIL_1]' }],
  });
  const span = review?.flags[0]?.span;
  expect(stored?.text.slice(span?.position.start, span?.position.end)).toBe('soon');
});

test('what is compared in a private window is neither masked nor stored: the area of the session alone has it', async () => {
  const before = await everything();
  const session = new Map<string, unknown>();
  const area = {
    all: async () => Object.fromEntries(session),
    set: async (key: string, value: unknown) => void session.set(key, value),
    remove: async (key: string) => void session.delete(key),
  };
  const kept = openPrivate(area);
  await compared(kept, { incognito: true });
  expect([...session]).toMatchObject([[expect.stringMatching(/^private:/), { revisions: [{ reason: `${mail} says so` }] }]]);
  expect(await everything()).toBe(before);
});

test('is stored as it is where no policy wants it otherwise', async () => {
  managedPolicy = undefined;
  await act({ kind: 'note', note: `not ${mail}` });
  expect(await everything()).toContain(mail);
});

test('a person sets what is masked, unless a policy does; a pattern that is wrong is named and changes nothing', async () => {
  const handlers = privacyHandlers(store, {} as never);
  managedPolicy = undefined;
  const { by: _by, export: _export, store: _store, ...mine } = await privacyOf(store);
  await handlers['privacy.set']({ privacy: { ...mine, allowed: ['a@b.example'] } }, {} as never);
  expect((await privacyOf(store)).allowed).toEqual(['a@b.example']);
  const wrong = handlers['privacy.set']({ privacy: { ...mine, own: [{ label: 'Customer', pattern: 'CUST-(' }] } }, {} as never);
  await expect(wrong).rejects.toMatchObject({ code: 'pattern-syntax', params: { label: 'Customer', at: expect.any(Number) } });
  expect((await privacyOf(store)).allowed).toEqual(['a@b.example']);
  managedPolicy = { version: '1', privacy: { allowed: ['x@y.example'], export: 'masked' } };
  expect(await privacyOf(store)).toMatchObject({ by: 'organisation', send: 'masked', export: 'masked', allowed: ['x@y.example'] });
  await expect(handlers['privacy.set']({ privacy: mine }, {} as never)).rejects.toMatchObject({ code: 'privacy-fixed' });
  managedPolicy = { version: '1', privacy: { own: [{ label: 'x', pattern: '(' }] } };
  expect(await privacyOf(store)).toMatchObject({ by: 'wrong', send: 'masked', export: 'masked', own: [] });
  const lines = await store.read(['audit'], (tx) => tx.objectStore('audit').getAll());
  expect(lines.map(({ line }) => line).filter((line) => line.includes('"privacy"'))).toHaveLength(1);
});
