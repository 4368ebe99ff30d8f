import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../lib/model/result.ts';
import type { OwnAdapter, SiteAdapter } from '../../../lib/model/site.ts';
import { adaptersFrom, policyAdapters } from '../../../lib/schema/adapters.ts';
import { settingsSchema } from '../../../lib/schema/settings.ts';
import { joined, ranked } from '../../../lib/sites/own.ts';

const hook = { select: '.a', seen: '2026-11-22', grade: 'taught' as const };
const adapter = (id: string): SiteAdapter => ({
  id,
  provider: null,
  origins: [`https://${id}.example`],
  layouts: [{ id: 'taught', answer: [hook], prompt: [], body: [], leaveOut: [], messageId: [], streaming: [], finished: [], model: [] }],
});
const own = (id: string, on = true): OwnAdapter => ({ adapter: adapter(id), source: 'taught', on, at: '2026-11-22T10:00:00Z' });

function refusalOf(text: string): Refusal {
  try {
    adaptersFrom(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('nothing was refused');
}

test('the policy’s come first, then the person’s own that are on, then ours; an id counts once', () => {
  const ours = [adapter('chatgpt'), adapter('claude')];
  const order = ranked([adapter('fixed')], [own('mine'), own('off', false), own('claude')], ours);
  expect(order.map(({ id }) => id)).toEqual(['fixed', 'mine', 'claude', 'chatgpt']);
});

describe('an import', () => {
  test('of new ids is added', () => {
    expect(joined([own('a')], [own('b'), own('c')], null)).toMatchObject({ added: ['b', 'c'], asks: [], own: { length: 3 } });
  });
  test('of an id that is there asks first, and changes nothing', () => {
    const before = [own('a'), own('b')];
    expect(joined(before, [own('b'), own('c')], null)).toEqual({ own: before, added: [], asks: ['b'] });
  });
  test('replaces where that was chosen', () => {
    const { own: after } = joined([own('a')], [{ ...own('a'), source: 'imported' }], 'replace');
    expect(after).toMatchObject([{ source: 'imported', adapter: { id: 'a' } }]);
  });
  test('keeps both under another id where that was chosen', () => {
    const twice = joined([own('a'), own('a-2')], [own('a')], 'both');
    expect(twice.own.map((one) => one.adapter.id)).toEqual(['a', 'a-2', 'a-3']);
  });
  test('with the same id twice loses neither', () => {
    expect(joined([], [own('a'), own('a')], null).added).toEqual(['a', 'a-2']);
  });
});

describe('a file', () => {
  test('holds one adapter or a list of them', () => {
    expect(adaptersFrom(JSON.stringify(adapter('a')))).toEqual([adapter('a')]);
    expect(adaptersFrom(`\uFEFF${JSON.stringify([adapter('a'), adapter('b')])}`)).toHaveLength(2);
  });

  type Loose = Record<string, unknown> & { layouts: Record<string, unknown>[] };
  const without = (edit: (copy: Loose) => void) => {
    const copy = structuredClone(adapter('chat')) as unknown as Loose;
    edit(copy);
    return JSON.stringify([adapter('fine'), copy]);
  };
  test.each<[string, string, { code: string; field?: string }]>([
    ['no JSON', '{ "id": ', { code: 'adapters-not-json' }],
    ['nothing', '[]', { code: 'adapters-empty' }],
    ['too much', ' '.repeat(1_000_001), { code: 'adapters-too-large' }],
    ['another thing', '42', { code: 'adapter-type', field: 'adapter' }],
    ['no layouts', without((copy) => Reflect.deleteProperty(copy, 'layouts')), { code: 'adapter-missing', field: 'layouts' }],
    ['an unknown field', without((copy) => Object.assign(copy, { layuots: [] })), { code: 'adapter-unknown', field: 'layuots' }],
    [
      'an empty selector',
      without((copy) => Object.assign(copy.layouts[0]!, { body: [{ ...hook, select: '' }] })),
      { code: 'adapter-empty', field: 'layouts[1].body[1].select' },
    ],
    [
      'a wrong grade',
      without((copy) => Object.assign(copy.layouts[0]!, { body: [{ ...hook, grade: 'good' }] })),
      { code: 'adapter-value', field: 'layouts[1].body[1].grade' },
    ],
    [
      'a path in an origin',
      without((copy) => Object.assign(copy, { origins: ['https://a.example/chat'] })),
      { code: 'adapter-value', field: 'origins[1]' },
    ],
  ])('with %s is refused by field', (_, text, wanted) => {
    const { code, params } = refusalOf(text);
    expect({ code, ...(params.field ? { field: params.field } : {}) }).toEqual(wanted);
  });
});

test('a policy’s adapters are a list or the JSON text of one; what is wrong is named and left out', () => {
  expect(policyAdapters(undefined)).toEqual({ adapters: [], wrong: [] });
  expect(policyAdapters(JSON.stringify([adapter('a')])).adapters).toEqual([adapter('a')]);
  expect(policyAdapters([adapter('a'), { id: 'b' }])).toMatchObject({ adapters: [{ id: 'a' }], wrong: [expect.stringContaining('b:')] });
});

test('settings from before there were own adapters still read', () => {
  const before = {
    reviewer: { id: '019a0000-0000-7000-8000-000000000000', role: 'reviewer' },
    destination: null,
    sites: { on: [], off: [] },
  };
  expect(settingsSchema.parse(before)).toMatchObject({ adapters: [] });
});
