import { expect, test } from 'vitest';
import type { ElementContent, Root } from 'hast';
import { writeMarkdown } from '../../../lib/markdown/write.ts';

const el = (tagName: string, children: (ElementContent | string)[], properties = {}): ElementContent => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});
const root = (...children: ElementContent[]): Root => ({ type: 'root', children });

test('task lists and strikethrough', () => {
  const box = (checked: boolean) => el('input', [], { type: 'checkbox', checked, disabled: true });
  expect(writeMarkdown(root(el('ul', [el('li', [box(true), ' done']), el('li', [box(false), ' ', el('del', ['open'])])])))).toBe(
    '- [x] done\n- [ ] ~~open~~',
  );
});

test('what looks like Markdown in the text is escaped', () => {
  expect(writeMarkdown(root(el('p', ['1. not a list, *no* emphasis, $5 and $6'])))).toBe(
    '1\\. not a list, \\*no\\* emphasis, \\$5 and \\$6',
  );
});

test('math, inline and displayed', () => {
  const math = (kind: string, tex: string) => el('code', [tex], { className: ['language-math', `math-${kind}`] });
  expect(writeMarkdown(root(el('p', ['So ', math('inline', 'a^2')]), el('pre', [math('display', '\\frac12')])))).toBe(
    'So $a^2$\n\n$$\n\\frac12\n$$',
  );
});

test('an empty tree is empty', () => expect(writeMarkdown(root())).toBe(''));
