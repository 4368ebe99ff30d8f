/** The report for people. */
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import type { Exported } from '../../../../lib/export/format.ts';
import { compared, flag, reviewed } from '../../sample.ts';
import { exported, hostile } from '../generated.ts';
import { format, write } from '../write.ts';

const reportOf = async (...items: Exported[]): Promise<string> => (await write('report', items)).files['bluepencil.report.md'] ?? '';

describe('report', () => {
  test('says what was asked, answered and judged, by whom', async () => {
    const span = { quote: { exact: 'Canberra', prefix: '', suffix: '' }, position: { start: 28, end: 36 } };
    const one = reviewed(
      {
        rating: -1,
        flags: [flag({ span, note: 'Is it?' })],
        scores: { correct: 2 },
        note: 'Ask again.',
        tags: ['geo'],
        correction: { markdown: 'It is **Canberra**.\n\nTruly.' },
        reviewer: { id: 'r', name: 'Jo', role: 'lead' },
      },
      { title: 'A [chat](x)' },
    );
    expect(await reportOf(one, compared('second'))).toMatchInlineSnapshot(`
      "# Reviewed AI answers

      ## 1. A \\[chat\\](x)

      - Page: https://chat.example/c/1
      - Model: model-1
      - Read on 2026-03-12

      **Asked**

      > What is the capital of Australia?

      **Answered**

      > The capital of Australia is Canberra.

      ### Jo (lead), 2026-03-12

      - Verdict: thumb down
      - correct: 2
      - Flag: wrong, major, on “Canberra”: Is it?
      - Note: Ask again.
      - Tags: geo

      **Corrected**

      > It is **Canberra**.
      >
      > Truly.

      ## 2. A chat: two answers

      - Page: https://chat.example/c/1
      - Model: model-1
      - Read on 2026-03-12

      **Asked**

      > What is the capital of Australia?

      **First answer**

      > It is Canberra.

      **Second answer**

      > It is Sydney, of course.

      ### reviewer-1 (reviewer), 2026-03-12

      - The second is better: It is true.
      "
    `);
  });

  test('texts of others cannot pass for the report, and load nothing', async () => {
    const markdown = '# Not ours\n![x](https://evil.example/a.png) <img src=x>\n```html\n<img src="as it is">\n```\n<script>1</script>';
    const made = await reportOf(reviewed({ rating: 1 }, { markdown, title: '![t](x)\n# h' }));
    expect(made).toContain('> <img src="as it is">');
    const kinds: string[] = [];
    const walk = ({ type, children = [] }: { type: string; children?: unknown[] }): void => {
      kinds.push(type);
      for (const child of children) walk(child as Parameters<typeof walk>[0]);
    };
    walk(fromMarkdown(made));
    expect(kinds).not.toContain('image');
    expect(kinds).not.toContain('html');
    expect(fromMarkdown(made).children.filter(({ type }) => type === 'heading')).toHaveLength(3);
  });

  test.each(['a text\n', '> x', '> \ud83d\n', '> \0\n', '<b>\n'])('%j is refused', (data) => {
    expect(format('report').check('x.report.md', data)).not.toEqual([]);
  });

  test('any reviews stand in it, each thing once', async () => {
    const items = [...fc.sample(exported, { numRuns: 100, seed: 3 }), ...hostile];
    const headings = fromMarkdown(await reportOf(...items)).children.filter((node) => node.type === 'heading' && node.depth === 2);
    expect(headings).toHaveLength(items.length);
  });
});
