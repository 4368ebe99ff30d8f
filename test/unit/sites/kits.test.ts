/** The tools without an address of their own: when their adapters are sent, and that each is tried on some page. */
import { expect, test } from 'vitest';
import { adapters } from '../../../lib/sites/index.ts';
import { mayFit } from '../../../lib/sites/match.ts';
import { hosted } from '../../pages/markupKits.ts';

const marked = adapters.filter(({ marks }) => marks);
const sent = (address: string): string[] => mayFit(new URL(address), adapters).map(({ id }) => id);

test('each layout is read on a page', () => {
  const tried = new Set(hosted.map(({ by }) => by));
  expect(marked.flatMap(({ id, layouts }) => layouts.map((layout) => `${id}/${layout.id}`)).filter((by) => !tried.has(by))).toEqual([]);
});

test('where an address says which tool it is, no other is sent, and marks are not asked for', () => {
  expect(sent('https://chatgpt.com/c/1')).toEqual(['chatgpt']);
  expect(sent('https://app.nextchat.dev/')).toEqual(['nextchat']);
  expect(mayFit(new URL('https://app.nextchat.dev/'), adapters)[0]!.marks).toBeUndefined();
});

test.each(['https://www.example.org/', 'http://localhost:3000/c/1', 'about:blank'])('%s may be any tool that people host', (address) => {
  expect(sent(address)).toEqual(marked.map(({ id }) => id));
});

test('a mark is one selector: a list of them costs a page a walk', () => {
  const lists = marked.flatMap(({ id, marks = [] }) => marks.filter(({ select }) => /,(?![^(]*\))/.test(select)).map(() => id));
  expect(lists).toEqual([]);
});
