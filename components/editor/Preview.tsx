/** How the Markdown will look: our own drawing of it, in which no link leads anywhere. */
import type { Root } from 'mdast';
import { useEffect, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { drawn } from './drawn.tsx';

export function Preview({ markdown }: { markdown: string }) {
  const [tree, setTree] = useState<Root | null>(null);
  useEffect(() => {
    let wanted = true;
    // The parser is for those who look.
    void import('./parse.ts').then(({ parseMarkdown }) => wanted && setTree(parseMarkdown(markdown)));
    return () => void (wanted = false);
  }, [markdown]);
  return (
    <section class="preview" dir="auto" aria-label={text('editor.preview')} aria-busy={tree === null}>
      {tree && drawn(tree)}
    </section>
  );
}
