/** All words for people stand in `lib/i18n`: JSX holds none, and every key that is used has its word. */
import { expect, test } from 'vitest';
import { en } from '../../lib/i18n/locales/en/index.ts';
import { sources, walk } from './sources.ts';

const all = sources('components', 'entrypoints', 'lib');
const spoken = new Set(['title', 'aria-label', 'placeholder', 'alt', 'label', 'aria-description', 'aria-roledescription']);
const hasLetters = (value: unknown): value is string => typeof value === 'string' && /\p{L}{2,}/u.test(value);

test('no component or entrypoint holds a sentence of its own', () => {
  const found: string[] = [];
  for (const { path, program } of all.filter((source) => source.path.endsWith('.tsx'))) {
    walk(program, (node) => {
      if (node.type === 'JSXText' && hasLetters(node.value)) found.push(`${path}: ${node.value.trim()}`);
      const name = (node.name as { name?: string } | undefined)?.name;
      const value = node.value as { type?: string; value?: unknown } | null | undefined;
      if (node.type === 'JSXAttribute' && name && spoken.has(name) && value?.type === 'Literal' && hasLetters(value.value))
        found.push(`${path}: ${name}="${value.value}"`);
    });
  }
  // The product's own name is the same in every language.
  expect(found.filter((line) => !line.endsWith(': Bluepencil'))).toEqual([]);
});

test('every word that is used is there, and every word that is there is used', () => {
  // What detection says is found by its own words: test/unit/i18n/reasons.test.ts.
  const known = new Set(Object.values({ ...en, found: {} }).flatMap((table) => Object.keys(table)));
  const used = new Set<string>();
  const prefixes = new Set<string>();
  // There they are named, not used.
  for (const { program } of all.filter(({ path }) => !path.includes('i18n/locales/'))) {
    walk(program, (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') used.add(node.value.replace(/^__MSG_(\w+)__$/, 'manifest.$1'));
      // text(`category.${id}`): any key with that beginning is used
      if (node.type === 'TemplateLiteral') {
        const first = (node.quasis as { value: { cooked: string } }[])[0]?.value.cooked;
        if (first && /^[a-z]+(\.[a-z-]+)*\.$/i.test(first)) prefixes.add(first);
      }
      const callee = node.callee as { name?: string } | undefined;
      const key = (node.arguments as { type: string; value?: unknown }[] | undefined)?.[0];
      if (node.type === 'CallExpression' && callee?.name === 'text' && key?.type === 'Literal') expect(known).toContain(key.value);
    });
  }
  const idle = [...known].filter((key) => !used.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix)));
  expect(idle).toEqual([]);
});
