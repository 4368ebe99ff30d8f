import { expect, test } from 'vitest';
import { siteSchema } from '../../../lib/schema/site.ts';
import { adapters } from '../../../lib/sites/index.ts';
import { adaptersFor } from '../../../lib/sites/match.ts';

test.each(adapters.map((adapter) => [adapter.id, adapter] as const))('%s fits the schema', (_, adapter) => {
  expect(siteSchema.parse(adapter)).toEqual(adapter);
});

test('ids are unique', () => expect(new Set(adapters.map(({ id }) => id)).size).toBe(adapters.length));

test.each([
  ['https://chatgpt.com/c/68f0a1b2-0000-4000-8000-000000000001', 'chatgpt', '68f0a1b2-0000-4000-8000-000000000001'],
  ['https://chatgpt.com/g/g-p-0123-plans/c/68f0', 'chatgpt', '68f0'],
  ['https://chatgpt.com/', 'chatgpt', null],
  ['https://claude.ai/chat/68f0', 'claude', '68f0'],
  ['https://gemini.google.com/u/1/app/0123456789abcdef', 'gemini', '0123456789abcdef'],
  ['https://gemini.google.com/gem/coach/0123', 'gemini', '0123'],
])('%s belongs to %s, conversation %s', (address, id, conversation) => {
  const url = new URL(address);
  const [adapter, ...others] = adaptersFor(url, adapters);
  expect([adapter?.id, others]).toEqual([id, []]);
  expect(new RegExp(adapter!.conversation!).exec(url.pathname)?.[1] ?? null).toBe(conversation);
});

test('other hosts, schemes and paths have no adapter', () => {
  for (const address of ['http://chatgpt.com/', 'https://chatgpt.com.evil.example/', 'https://example.org/'])
    expect(adaptersFor(new URL(address), adapters)).toEqual([]);
  const wild = [{ ...adapters[0]!, origins: ['https://*.example.org'], paths: ['/chat'] }];
  expect(adaptersFor(new URL('https://a.example.org/chat/1'), wild)).toHaveLength(1);
  expect(adaptersFor(new URL('https://a.example.org/other'), wild)).toEqual([]);
  expect(adaptersFor(new URL('https://notexample.org/chat'), wild)).toEqual([]);
});
