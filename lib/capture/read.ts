/**
 * One walk over an answer's blocks gives its normalised text, its tree and the way back to the page: two walks
 * would drift. It goes through open shadow roots and slots, keeps its own stack (a page decides how deep it nests),
 * and asks for no layout.
 */
import type { Element as Tree, ElementContent, Root } from 'hast';
import type { Reading } from '../model/view.ts';
import { codeBlocks, codeOf, type CodeBlocks } from './code.ts';
import { childrenOf, isColumnName, kindOf, propertiesOf } from './elements.ts';
import { mathOf } from './math.ts';
import { textMap } from './offsets.ts';
import { Writer } from './writer.ts';

/** What is never an answer's words: controls, drawings, copies for screen readers. */
const skipped =
  'button,[role=button],svg,style,script,noscript,template,iframe,canvas,video,audio,object,textarea,select,input:not([type=checkbox]),' +
  '[hidden],[aria-hidden=true],[class*="sr-only"],[class*="visually-hidden" i],[class*="visuallyhidden" i],[class*="screen-reader" i],' +
  '[data-markdown-copy=exclude],[role=toolbar],[role=tooltip],[role=menu],bluepencil-overlay';
/** Elements that stand on lines of their own. */
const lines = new Set(
  'P H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD PRE BLOCKQUOTE TABLE CAPTION THEAD TBODY TFOOT TR DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE NAV FIGURE FIGCAPTION DETAILS SUMMARY ADDRESS FIELDSET FORM'.split(
    ' ',
  ),
);
/** Elements that mean something in Markdown; all others only pass their children on. */
const meaning = new Set(
  'P H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE TABLE CAPTION THEAD TBODY TFOOT TR TH TD DIV SECTION ARTICLE A STRONG B EM I DEL S STRIKE CODE KBD SAMP SUP SUB'.split(
    ' ',
  ),
);
/** Deeper than this the tree passes its children on: what writes Markdown recurses. */
const deepest = 150;

interface Frame {
  nodes: ArrayLike<Node>;
  at: number;
  into: ElementContent[];
  /** `text` collapses space, `lines` keeps line ends (pre-wrap), `code` keeps all. */
  mode: 'text' | 'lines' | 'code';
  depth: number;
  /** Ends a line when it is left. */
  ends: boolean;
  leave?: () => void;
}

/**
 * Reads the blocks of one answer, in order. `leaveOut` is a selector for more that is not its text.
 * Text: NFC, a line end between blocks, a tab between cells, single spaces, code as it is.
 */
export function read(blocks: readonly Element[], leaveOut = ''): Reading {
  const hast: Root = { type: 'root', children: [] };
  const writer = new Writer();
  const selector = leaveOut ? `${skipped},${leaveOut}` : skipped;
  const preserving = new Map<string, boolean>();
  let code: CodeBlocks = { language: new Map(), bars: new Set() };
  const stack: Frame[] = [];

  const enter = (
    nodes: ArrayLike<Node>,
    into: ElementContent[],
    from: Pick<Frame, 'mode' | 'depth'>,
    ends: boolean,
    leave?: () => void,
  ): void => void stack.push({ nodes, at: 0, into, mode: from.mode, depth: from.depth + 1, ends, leave });

  for (const block of blocks) {
    addCode(block);
    writer.line();
    // A message that is one `pre` is text that keeps its lines; as code it would be fenced whole.
    const whole = block.tagName === 'PRE' && !block.querySelector('code');
    const kind = kindOf(block);
    const holder: Tree = { type: 'element', tagName: 'div', properties: {}, children: [] };
    hast.children.push(holder);
    if (whole) enter(block.childNodes, holder.children, { mode: 'lines', depth: 0 }, true);
    else if (meaning.has(kind) && !/^(DIV|SECTION|ARTICLE)$/.test(kind))
      visit(block, { nodes: [], at: 0, into: holder.children, mode: 'text', depth: 0, ends: true });
    else enter(childrenOf(block), holder.children, { mode: 'text', depth: 0 }, true);
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

  function words(node: Text, frame: Frame): void {
    let mode = frame.mode;
    if (mode === 'text' && /\S[^\S\n]*\n[^\S\n]*\S/.test(node.data) && keepsLines(node.parentElement)) mode = 'lines';
    const value = writer.add(node, mode);
    if (mode === 'code') return;
    const parts = mode === 'lines' ? value.split('\n') : [value];
    parts.forEach((part, index) => {
      if (index > 0) frame.into.push({ type: 'element', tagName: 'br', properties: {}, children: [] });
      const last = frame.into[frame.into.length - 1];
      if (last?.type === 'text') last.value += part;
      else if (part) frame.into.push({ type: 'text', value: part });
    });
  }

  function visit(element: Element, frame: Frame): void {
    if (
      frame.mode === 'code'
        ? element.matches('button,svg,style,script')
        : code.bars.has(element) || (element.matches(selector) && !isColumnName(element))
    )
      return;
    const tag = kindOf(element);
    const ends = lines.has(tag);
    if (frame.mode === 'code') {
      if (tag === 'BR') return writer.break();
      if (ends) writer.line();
      return enter(childrenOf(element), frame.into, frame, ends);
    }
    if (ends || tag === 'BR' || tag === 'HR') writer.line();
    if (tag === 'TD' || tag === 'TH') writer.cell();
    const math = mathOf(element);
    if (math) {
      const node: Tree = {
        type: 'element',
        tagName: 'code',
        properties: { className: ['language-math', math.display ? 'math-display' : 'math-inline'] },
        children: [{ type: 'text', value: math.tex }],
      };
      // A formula that has a line of its own needs a block in the tree as well.
      frame.into.push(math.display ? { type: 'element', tagName: 'pre', properties: {}, children: [node] } : node);
      if (math.display) writer.line();
      enter(math.shown, [], frame, math.display);
      return;
    }
    if (tag === 'PRE') return visitCode(element, frame);
    if (tag === 'BR' || tag === 'HR')
      return void frame.into.push({ type: 'element', tagName: tag.toLowerCase(), properties: {}, children: [] });
    if (tag === 'IMG' || tag === 'INPUT')
      return void frame.into.push({ type: 'element', tagName: tag.toLowerCase(), properties: propertiesOf(element), children: [] });
    let into = frame.into;
    if (meaning.has(tag) && frame.depth < deepest && !(tag === 'A' && !propertiesOf(element).href)) {
      into = [];
      frame.into.push({ type: 'element', tagName: tag.toLowerCase(), properties: propertiesOf(element), children: into });
    }
    if (element.shadowRoot) addCode(element.shadowRoot);
    enter(childrenOf(element), into, frame, ends);
  }

  function visitCode(pre: Element, frame: Frame): void {
    const content: Tree = { type: 'element', tagName: 'code', properties: {}, children: [] };
    const language = code.language.get(pre);
    if (language) content.properties = { className: [`language-${language}`] };
    frame.into.push({ type: 'element', tagName: 'pre', properties: {}, children: [content] });
    writer.line();
    const from = writer.mark();
    enter(childrenOf(codeOf(pre)), [], { mode: 'code', depth: frame.depth }, true, () =>
      content.children.push({ type: 'text', value: writer.since(from) }),
    );
  }

  function addCode(root: ParentNode): void {
    const more = codeBlocks(root);
    if (more.language.size === 0 && more.bars.size === 0) return;
    code = { language: new Map([...code.language, ...more.language]), bars: new Set([...code.bars, ...more.bars]) };
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
