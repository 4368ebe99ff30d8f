// @vitest-environment happy-dom
/**
 * Markdown → HTML by a renderer → captured and written by us → HTML by the same renderer: is it the same HTML?
 * Left out of the rate that is asked for is raw HTML where it does not come through as words: all of it for marked
 * (which passes it to the page), blocks of it for react-markdown (which shows them as text outside of any paragraph,
 * a shape that no Markdown gives). It is counted in the column "all".
 */
// @ts-expect-error It brings no types.
import spec from 'commonmark-spec';
import { afterAll, describe, expect, test } from 'vitest';
import { read } from '../../../lib/capture/read.ts';
import { writeMarkdown } from '../../../lib/markdown/write.ts';
import { gfm } from './gfm.ts';
import { blockOf, comparable, rawHtml, renderers } from './renderers.ts';

const sets: Record<string, readonly string[]> = {
  // The spec writes tabs as arrows.
  'CommonMark 0.31.2': (spec.tests as { markdown: string }[]).map(({ markdown }) => markdown.replaceAll('→', '\t')),
  GFM: gfm,
};
const table: Record<string, string | number>[] = [];

afterAll(() => console.table(table));

describe.each(Object.keys(renderers))('%s', (renderer) => {
  const render = renderers[renderer]!;
  test.each(Object.keys(sets))(
    '%s',
    (set) => {
      const counts = { all: 0, allSame: 0, asked: 0, same: 0 };
      const others: string[] = [];
      for (const markdown of sets[set]!) {
        const html = render(markdown);
        const isSame = comparable(html) === comparable(render(captured(html)));
        const raw = rawHtml(markdown);
        const leftOut = renderer === 'marked' ? raw !== null : renderer === 'react-markdown' && raw === 'block';
        counts.all++;
        if (isSame) counts.allSame++;
        if (leftOut) continue;
        counts.asked++;
        if (isSame) counts.same++;
        else others.push(markdown);
      }
      const { all, allSame, asked, same } = counts;
      table.push({
        renderer,
        set,
        asked,
        same,
        rate: percent(same / asked),
        all,
        'same of all': allSame,
        'rate of all': percent(allSame / all),
      });
      expect(same / asked, `not the same:\n${others.join('\n=====\n')}`).toBeGreaterThanOrEqual(0.99);
    },
    120_000,
  );
});

const percent = (part: number): string => `${(part * 100).toFixed(2)} %`;

function captured(html: string): string {
  const block = document.body.appendChild(blockOf(html));
  const markdown = writeMarkdown(read([block]).hast);
  block.remove();
  return markdown;
}
