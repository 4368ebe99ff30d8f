/** Draws an answer into a page, and knows of each unit of each text node which word's it is. Runs in the page. */
import type { Block, Look, Word } from './cases.ts';

/** The id of the word and the unit in it, for each unit of the node; null for white space. */
export type Keys = (string | null)[];

export interface Drawn {
  box: HTMLElement;
  keys: Map<Text, Keys>;
}

/** A small generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const blank = /[\s\u200B]/;

export function draw(answer: readonly Block[], look: Look): Drawn {
  const keys: Drawn['keys'] = new Map();
  const next = random(look.seed);
  const box = document.createElement('div');
  for (const block of answer) box.append(...blockOf(block));
  document.body.append(box);
  return { box, keys };

  function blockOf({ kind, parts }: Block): Node[] {
    if (kind === 'pre') {
      const code = make('code');
      parts.forEach((part, index) => fill(code, part, `${index < parts.length - 1 ? '\n' : ''}${index % 2 ? '  ' : ''}`, ' '));
      return [make('pre', code)];
    }
    if (look.blocks === 'breaks') return [make('p', ...parts.flatMap((part) => [filled('span', part), make('br')]))];
    if (look.blocks === 'divs') return parts.map((part) => filled('div', part));
    switch (kind) {
      case 'ul':
      case 'ol':
        return [make(kind, ...parts.map((part) => filled('li', part)))];
      case 'table': {
        const cells = parts.map((part) => filled('td', part));
        const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => make('tr', ...cells.slice(2 * row, 2 * row + 2)));
        return [make('table', make('tbody', ...rows))];
      }
      case 'blockquote':
        return [make('blockquote', ...parts.map((part) => filled('p', part)))];
      default:
        return parts.map((part) => filled(kind, part));
    }
  }

  function filled(name: string, words: readonly Word[]): HTMLElement {
    const element = make(name);
    fill(element, words, '', look.space);
    return element;
  }

  function fill(into: Element, words: readonly Word[], end: string, space: string): void {
    let run: { text: string; keys: Keys } = { text: '', keys: [] };
    const flush = (to: Element): void => {
      write(to, run.text, run.keys);
      run = { text: '', keys: [] };
    };
    words.forEach((word, index) => {
      const gap = index === words.length - 1 ? end : word.tight ? '' : space;
      const marks = word.text.split('').map((unit, at) => (blank.test(unit) ? null : `${word.id}:${at}`));
      const wraps = [...(word.tag ? [word.tag] : []), ...(look.wrap === 'no' ? [] : look.wrap === 'words' ? ['span'] : ['span', 'i'])];
      if (wraps.length > 0) {
        flush(into);
        let inner: Element = into;
        for (const name of wraps) inner = inner.appendChild(make(name));
        write(inner, word.text, marks);
      } else {
        run.text += word.text;
        run.keys.push(...marks);
      }
      run.text += gap;
      run.keys.push(...gap.split('').map(() => null));
    });
    flush(into);
  }

  function write(into: Element, text: string, marks: Keys): void {
    let from = 0;
    for (let at = 1; at <= text.length; at++) {
      if (at < text.length && (look.cut === 'no' || (look.cut === 'some' && next() > 0.15))) continue;
      const node = document.createTextNode(text.slice(from, at));
      keys.set(node, marks.slice(from, at));
      into.append(node);
      from = at;
    }
  }
}

function make(name: string, ...children: Node[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

/** The marks of what a range shows, in the order of the page. */
export function keysIn({ keys }: Drawn, range: Range): string[] {
  const { startContainer, endContainer } = range;
  const found: string[] = [];
  // Asking the range about each node takes the square of their number: only where it begins in an element.
  let inside = false;
  for (const [node, marks] of keys) {
    inside ||= startContainer instanceof Text ? node === startContainer : range.intersectsNode(node);
    if (!inside) continue;
    const from = node === startContainer ? range.startOffset : 0;
    const to = node === endContainer ? range.endOffset : node.length;
    for (const mark of marks.slice(from, to)) if (mark) found.push(mark);
    if (node === endContainer) break;
  }
  return found;
}
