/** Where the selected words of an answer stand in its Markdown. */
import type { Span } from '../../lib/model/review.ts';

/** A part of a Markdown text, in UTF-16 units, end exclusive. */
export interface Place {
  start: number;
  end: number;
}

/**
 * The one place of the span's words, with the signs of Markdown between them; of several the one that has the span's
 * surroundings. Null where that leaves none or more than one, or half of a sign's pair: nothing is replaced on a guess.
 */
export function passageIn(markdown: string, { quote }: Pick<Span, 'quote'>): Place | null {
  const { text, at } = bareMarkdown(markdown);
  const exact = bare(quote.exact);
  if (!exact) return null;
  const found = indexesOf(text, exact);
  const around = (start: number): boolean =>
    text.slice(0, start).endsWith(bare(quote.prefix)) && text.slice(start + exact.length).startsWith(bare(quote.suffix));
  const fitting = found.length < 2 ? found : found.filter(around);
  if (fitting.length !== 1) return null;
  const first = fitting[0]!;
  return whole(markdown, { start: at[first]!, end: at[first + exact.length - 1]! + 1 });
}

/** Blanks, and signs that stand for themselves in the one text and for a look in the other: neither tells places apart. */
const dropped = /[\s*_~`\\[\]|]/;
const bare = (text: string): string => text.replaceAll(new RegExp(dropped, 'g'), '');

/** The letters of a Markdown text that its reader sees, and where each of them stands. */
function bareMarkdown(markdown: string): { text: string; at: number[] } {
  let text = '';
  const at: number[] = [];
  for (let index = 0; index < markdown.length;) {
    const unit = markdown[index]!;
    const unseen = index === 0 || markdown[index - 1] === '\n' ? lineStart(markdown, index) : unit === ']' ? target(markdown, index) : 0;
    if (unseen === 0 && !dropped.test(unit)) {
      text += unit;
      at.push(index);
    }
    index += Math.max(1, unseen);
  }
  return { text, at };
}

/** How long the sign of a heading, a list item, a quotation or a fence is that begins this line. */
const lineStart = (markdown: string, index: number): number =>
  /(?:[ \t]*(?:#{1,6}[ \t]+|[-+*][ \t]+|\d{1,9}[.)][ \t]+|>[ \t]?|\|?[ \t]*:?-{3,}[-|: \t]*$|(?:`{3,}|~{3,})[^\n]*))+/my.exec(
    markdown.slice(index, index + 200),
  )?.[0].length ?? 0;

/** How long the address of a link is that ends here. */
const target = (markdown: string, index: number): number =>
  /^\]\([^()\s]*(?:\s"[^"\n]*")?\)/.exec(markdown.slice(index, index + 4000))?.[0].length ?? 0;

function indexesOf(text: string, part: string): number[] {
  const all: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) all.push(at);
  return all;
}

/** The place, or the place with the signs right beside it, if every sign in it has its partner. */
function whole(markdown: string, { start, end }: Place): Place | null {
  const before = /[*_~`[]*$/.exec(markdown.slice(0, start))![0].length;
  const after = /^(?:[*_~`]|\]\([^()\s]*\))*/.exec(markdown.slice(end))![0].length;
  const wider = [
    { start, end },
    { start, end: end + after },
    { start: start - before, end },
    { start: start - before, end: end + after },
  ];
  return wider.find((place) => paired(markdown.slice(place.start, place.end))) ?? null;
}

function paired(part: string): boolean {
  const count = (sign: RegExp): number => part.match(sign)?.length ?? 0;
  const even = [/(?<!\\)\*+/g, /(?<![\\\p{L}\p{N}])_|(?<!\\)_(?![\p{L}\p{N}])/gu, /(?<!\\)`+/g, /(?<!\\)~+/g].every(
    (sign) => count(sign) % 2 === 0,
  );
  return even && count(/(?<!\\)\[/g) === count(/(?<!\\)\]/g);
}
