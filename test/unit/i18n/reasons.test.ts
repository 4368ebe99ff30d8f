import { expect, test } from 'vitest';
import { found } from '../../../lib/i18n/locales/en/found.ts';
import { found as german } from '../../../lib/i18n/locales/de/found.ts';
import { reasonWords } from '../../../lib/i18n/reasons.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { sources, walk } from '../../rules/sources.ts';

test('a reason is said in what is spoken, with the names that stand in it', () => {
  speak('de', german);
  expect(reasonWords('messages are named “user”, “assistant”')).toBe('Nachrichten heißen “user”, “assistant”');
  expect(reasonWords('the adapter for chatgpt knows this layout (turns (2026))')).toContain('(turns (2026))');
  expect(reasonWords('a reason of another version')).toBe('a reason of another version');
  speak('en', {});
  expect(reasonWords('two speakers take turns')).toBe('two speakers take turns');
});

test('every reason that detection gives has words, and each of these is given', () => {
  const given = new Set<string>();
  for (const { program } of sources('lib/detect')) {
    walk(program, (node) => {
      const values =
        (node.type === 'CallExpression' && (node.callee as { name?: string }).name === 'add' && [(node.arguments as unknown[])[1]]) || [];
      const reasons = node.type === 'Property' && (node.key as { name?: string }).name === 'reasons' ? [node.value] : [];
      const missed = node.type === 'VariableDeclarator' && (node.id as { name?: string }).name === 'missed' ? [node.init] : [];
      for (const part of [...values, ...reasons, ...missed])
        walk(part, (inner) => {
          if (inner.type === 'Literal' && typeof inner.value === 'string' && inner.value.includes(' ')) given.add(inner.value);
          if (inner.type === 'TemplateLiteral')
            given.add((inner.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…'));
        });
    });
  }
  const bare = (sentence: string): string => sentence.replaceAll(/\{\w+\}/g, '…');
  // Its end is there or not.
  given.delete('two speakers take turns…');
  given.delete(' above a text box');
  const known = Object.values(found)
    .map(bare)
    .filter((sentence) => !sentence.startsWith('two speakers'));
  // Selectors are added to lists as well.
  expect([...given].filter((sentence) => /^[a-z]/.test(sentence)).toSorted()).toEqual(known.toSorted());
});
