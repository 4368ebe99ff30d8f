/** What reviewers are told, as people read it: headings, lists and emphasis; Markdown beyond that stays as it is written. */
import type { ComponentChildren } from 'preact';

/** Renders the few marks of Markdown that guidelines are written in. Their links open beside the page. */
export function Guidelines({ markdown }: { markdown: string }) {
  return (
    <div class="guidelines" dir="auto">
      {blocksOf(markdown).map(({ kind, lines }, at) => {
        const items = lines.map((line, n) => <li key={n}>{inline(line)}</li>);
        if (kind === 'list') return <ul key={at}>{items}</ul>;
        if (kind === 'steps') return <ol key={at}>{items}</ol>;
        if (kind === 'title') return <h4 key={at}>{inline(lines.join(' '))}</h4>;
        return <p key={at}>{inline(lines.join(' '))}</p>;
      })}
    </div>
  );
}

type Kind = 'title' | 'list' | 'steps' | 'text';
interface Block {
  kind: Kind;
  lines: string[];
}

const marks: [Kind, RegExp][] = [
  ['title', /^#{1,6}\s+(.+?)\s*#*$/],
  ['list', /^[-*+]\s+(.+)$/],
  ['steps', /^\d+[.)]\s+(.+)$/],
];

/** Neighbouring items are one list, blank lines between them or not; a line without a mark goes on with the line above it. */
function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let parted = false;
  for (const line of markdown.split(/\r?\n/).map((one) => one.trim())) {
    const [kind, words] = marks.flatMap(([name, mark]) => {
      const found = mark.exec(line)?.[1];
      return found === undefined ? [] : [[name, found] as const];
    })[0] ?? ['text', line];
    const goesOn: boolean = kind === 'text' ? !parted && open !== null && open.kind !== 'title' : open?.kind === kind && kind !== 'title';
    parted = line === '';
    if (parted) continue;
    if (!open || !goesOn) blocks.push((open = { kind, lines: [words] }));
    else if (kind === 'text') open.lines.push(`${open.lines.pop()} ${words}`);
    else open.lines.push(words);
  }
  return blocks;
}

const pieces = /(\*\*[^*\n]+\*\*|\*[^*\s][^*\n]*\*|`[^`\n]+`|\[[^\]\n]+\]\(https?:\/\/[^)\s]+\))/;

function inline(words: string): ComponentChildren[] {
  return words.split(pieces).map((piece, at) => {
    if (at % 2 === 0) return piece;
    if (piece.startsWith('**')) return <strong key={at}>{piece.slice(2, -2)}</strong>;
    if (piece.startsWith('*')) return <em key={at}>{piece.slice(1, -1)}</em>;
    if (piece.startsWith('`')) return <code key={at}>{piece.slice(1, -1)}</code>;
    const split = piece.lastIndexOf('](');
    return (
      <a key={at} href={piece.slice(split + 2, -1)} target="_blank" rel="noreferrer">
        {piece.slice(1, split)}
      </a>
    );
  });
}
