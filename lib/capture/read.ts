/**
 * One walk over an answer's blocks gives its normalised text, its tree and the way back to the page: two walks
 * would drift. It goes through open shadow roots and slots, keeps its own stack (a page decides how deep it nests),
 * and asks for no layout.
 */
import { rootOf } from './roots.ts';
import type { Element as Tree, Root } from 'hast';
import type { Reading } from '../model/view.ts';
import { diagramOf, findCode, inCodeSkipped, linesOf, type CodeBlocks } from './code.ts';
import { childrenOf, isColumnName, isHeadingLink, kindOf, propertiesOf } from './elements.ts';
import { mathOf } from './math.ts';
import { emojiOf, isAside, isCursor, notes } from './asides.ts';
import { textMap } from './offsets.ts';
import { countOn, deepest, lines, meaning, say, skipped, tree } from './tree.ts';
import type { Cover } from './within.ts';
import { Writer } from './writer.ts';

interface Frame {
  nodes: ArrayLike<Node>;
  at: number;
  into: Tree;
  /** `text` collapses space, `lines` keeps line ends (pre-wrap), `code` keeps all. */
  mode: 'text' | 'lines' | 'code';
  depth: number;
  /** What to read of the nodes; all of them if null. */
  cover: Cover | null;
  /** Ends a line when it is left. */
  ends: boolean;
  leave?: (() => void) | undefined;
}

/**
 * Reads the blocks of one answer, in order. `leaveOut` is a selector for more that is not its text, `within` (`coverOf`
 * a range) is what a person selected: only what it covers is read, a formula or a letter that it cuts is read whole.
 * Text: NFC, a line end between blocks, a tab between cells, single spaces, code as it is.
 */
export function read(blocks: readonly Element[], leaveOut = '', within: Cover | null = null): Reading {
  const hast: Root = { type: 'root', children: [] };
  const writer = new Writer();
  const selector = leaveOut ? `${skipped},${leaveOut}` : skipped;
  const preserving = new Map<string, boolean>();
  const code: CodeBlocks = { language: new Map(), bars: new Set() };
  const stack: Frame[] = [];

  const enter = (
    nodes: ArrayLike<Node>,
    into: Tree,
    { mode, depth, cover }: Pick<Frame, 'mode' | 'depth' | 'cover'>,
    ends: boolean,
    leave?: () => void,
  ): void => void stack.push({ nodes, at: 0, into, mode, depth: depth + 1, cover, ends, leave });

  for (const block of blocks) {
    if (within && !within(block)) continue;
    findCode(block, code);
    writer.line();
    // A message that is one `pre` is text that keeps its lines; as code it would be fenced whole.
    const whole = block.tagName === 'PRE' && !block.querySelector('code');
    const kind = kindOf(block);
    const holder = tree('div');
    hast.children.push(holder);
    const from = { mode: whole ? 'lines' : 'text', depth: 0, cover: within } as const;
    if (!whole && meaning.has(kind) && !/^(DIV|SECTION|ARTICLE)$/.test(kind))
      visit(block, { ...from, nodes: [], at: 0, into: holder, ends: true });
    else enter(childrenOf(block), holder, from, true);
    run();
  }
  const text = writer.text();
  return { text, hast, map: textMap(writer.runs, blocks) };

  function run(): void {
    for (let frame = stack[stack.length - 1]; frame; frame = stack[stack.length - 1]) {
      if (frame.at < frame.nodes.length) {
        const node = frame.nodes[frame.at++]!;
        if (node.nodeType === 3) words(node as Text, frame);
        else if (node.nodeType === 1) visit(node as Element, frame);
        continue;
      }
      stack.pop();
      if (frame.ends) writer.line();
      frame.leave?.();
    }
  }

  function words(node: Text, { mode, cover, into }: Frame): void {
    if (mode === 'text' && /\S[^\S\n]*\n[^\S\n]*\S/.test(node.data) && keepsLines(node.parentElement)) mode = 'lines';
    const part = cover?.(node);
    if (part === null || (mode === 'text' && isCursor(node))) return;
    const value = writer.add(node, mode, part?.from, part?.to);
    if (mode === 'code') return;
    const parts = mode === 'lines' ? value.split('\n') : [value];
    parts.forEach((line, index) => {
      if (index > 0) into.children.push(tree('br'));
      say(line, into);
    });
  }

  function visit(element: Element, frame: Frame): void {
    const inCode = frame.mode === 'code';
    const isBox = element.getAttribute('role') === 'checkbox';
    if (
      inCode
        ? element.matches(inCodeSkipped)
        : code.bars.has(element) || (!isBox && element.matches(selector) && !isColumnName(element)) || isAside(element)
    )
      return;
    const { into } = frame;
    const tag = kindOf(element);
    const isCell = tag === 'TD' || tag === 'TH';
    const covered = frame.cover?.(element);
    if (covered === null) {
      // A row keeps its columns, and a list its numbers.
      if (isCell) into.children.push(tree('td'));
      return countOn(into);
    }
    const from = { mode: frame.mode, depth: frame.depth, cover: covered?.whole ? null : frame.cover };
    const row = inCode && element.parentElement === code.rows;
    const ends = lines.has(tag) || row;
    if (ends || ((tag === 'BR' || tag === 'HR') && !inCode)) writer.line();
    if (inCode) {
      if (tag === 'BR' || (row && !element.firstChild)) return writer.break();
      return enter(childrenOf(element), into, from, ends);
    }
    if (isCell) writer.cell();
    // Inside of a formula there is no other: its elements go into the tree as they are.
    const inMath = /^m(?!ark)/.test(into.tagName);
    const math = inMath ? null : mathOf(element);
    if (math) {
      const className = ['language-math', math.display ? 'math-display' : 'math-inline'];
      const node = math.tex === null ? tree('math') : tree('code', { className }, [{ type: 'text', value: math.tex }]);
      // A formula that has a line of its own needs a block in the tree as well.
      into.children.push(math.display ? tree('pre', {}, [node]) : node);
      if (math.display) writer.line();
      return enter(math.shown, math.tex === null ? node : tree('math'), { ...from, cover: null }, math.display);
    }
    const source = diagramOf(element);
    if (source !== null)
      return void into.children.push(
        tree('pre', {}, [tree('code', { className: ['language-mermaid'] }, [{ type: 'text', value: source }])]),
      );
    if (code.language.has(element)) return visitCode(element, into, from);
    const emoji = emojiOf(element);
    if (emoji) {
      writer.extra(emoji);
      return say(emoji, into);
    }
    if (element.matches(notes))
      return void into.children.push(tree('sup', { dataNote: (element.querySelector('a') ?? element).getAttribute('href') }));
    if (isBox || /^(BR|HR|IMG|INPUT)$/.test(tag))
      return void into.children.push(tree(isBox ? 'input' : tag.toLowerCase(), propertiesOf(element)));
    let inner = into;
    let leave: (() => void) | undefined;
    if ((meaning.has(tag) || inMath) && frame.depth < deepest) {
      const properties = propertiesOf(element);
      if (tag !== 'A' || (properties.href !== undefined && !isHeadingLink(element))) {
        inner = tree(tag.toLowerCase(), properties);
        into.children.push(inner);
        // A range that ends where a block begins covers nothing of it.
        if (from.cover && !isCell) leave = () => void (inner.children.length === 0 && (into.children.pop(), countOn(into)));
      }
    }
    const root = rootOf(element);
    if (root) findCode(root, code);
    enter(childrenOf(element), inner, from, ends, leave);
  }

  function visitCode(pre: Element, into: Tree, { depth, cover }: Pick<Frame, 'depth' | 'cover'>): void {
    const content = tree('code', { dataHints: code.language.get(pre) });
    into.children.push(tree('pre', {}, [content]));
    const { nodes, rows } = linesOf(pre);
    code.rows = rows;
    writer.startCode();
    enter(nodes, content, { mode: 'code', depth, cover }, true, () => {
      const value = writer.endCode();
      if (value || !cover) say(value, content);
      else into.children.pop();
    });
  }

  /** Plain-text answers and prompts keep their lines by style; asked once for each kind of element. */
  function keepsLines(element: Element | null): boolean {
    if (!element) return false;
    const kind = `${element.tagName} ${element.getAttribute('class') ?? ''}`;
    let known = preserving.get(kind);
    if (known === undefined) {
      known = /^(pre|break)/.test(element.ownerDocument.defaultView?.getComputedStyle(element).whiteSpace ?? '');
      preserving.set(kind, known);
    }
    return known;
  }
}
