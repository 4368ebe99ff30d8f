/** Code blocks: their language as the usual highlighters write it, and the bars with a name and a copy button around them. */

import { childrenOf } from './elements.ts';

/** The code in a block: what says its language, and the elements that are its bars. */
export interface CodeBlocks {
  language: Map<Element, string[]>;
  bars: Set<Element>;
  /** The element whose children are lines of the code that is being read. */
  rows?: Element | null;
}

/** What shows code: `pre`, and the editors that draw it themselves (CodeMirror 6 and 5, Monaco). */
const shows = 'pre,.cm-content,.CodeMirror-code,.view-lines';
/** Controls and numbers of lines inside of code. */
export const inCodeSkipped =
  'button,[role=button],svg,style,script,[class*="line-number" i],[class*="linenumber" i],[class*="lineno"],[class*="ln-num"],[class*="blob-num"],[class*="gutter" i]';

/** A bar's text that can be a language: one or two short words. */
const name = /^[A-Za-z][\w+#./-]*(?: [\w+#./-]+)?$/;
/** Attributes that may say a language, and how much of one is looked at. */
const tells = /^(class|lang|data-.*(lang|mode).*)$/;
const longestHint = 500;
/** Longest text of a bar, in UTF-16 units: "Objective-C", "Copy code", "Download", "1 / 2" together. */
const longestBar = 60;

/** Looks once at all code below `root`, and adds it to what is known. */
export function findCode(root: ParentNode, found: CodeBlocks): void {
  let last: Element | null = null;
  for (const pre of root.querySelectorAll(shows)) {
    if (last?.contains(pre)) continue;
    last = pre;
    const hints = hintsOf(pre);
    let shown: string | null = null;
    for (const bar of barsOf(pre, hints)) {
      found.bars.add(bar);
      shown ??= barLanguage(bar);
    }
    found.language.set(pre, shown ? [...hints, `bar ${shown}`] : hints);
  }
  if (root instanceof Element && root.matches(shows)) found.language.set(root, hintsOf(root));
}

/** The nodes that are the code, and the element whose children are its lines where no line end is written. */
export function linesOf(pre: Element): { nodes: ArrayLike<Node>; rows: Element | null } {
  let code = codeOf(pre);
  // Monaco puts its lines where they belong by style.
  if (code.matches('.view-lines')) {
    const top = (line: Element) => Number.parseFloat((line as HTMLElement).style.top) || 0;
    return { nodes: [...code.children].sort((a, b) => top(a) - top(b)), rows: code };
  }
  const only = code.childElementCount === 1 && code.firstElementChild;
  if (only && only.childElementCount > 1 && only === code.firstChild) code = only;
  const [first, second] = code.children;
  const style = second && code.ownerDocument.defaultView?.getComputedStyle(second).display;
  const drawn =
    second &&
    !code.querySelector('br') &&
    (/block|flex|grid|row/.test(style ?? '') || /(^|\s)(code-?)?line(\s|$)/i.test(first!.className)) &&
    !code.textContent.includes('\n');
  return { nodes: childrenOf(code), rows: drawn ? code : null };
}

/** The element whose text is the code: a bar may stand inside the `pre`. */
function codeOf(pre: Element): Element {
  const codes = pre.querySelectorAll('code, .cm-content');
  return codes.length === 1 ? codes[0]! : pre;
}

/** Source of a diagram that is drawn in place of it (Mermaid), or null. */
export function diagramOf(element: Element): string | null {
  if (!/(^|\s)mermaid/.test(element.getAttribute('class') ?? '')) return null;
  const kept = [...element.attributes].find(({ name, value }) => name.startsWith('data-') && /\n|--/.test(value));
  if (kept) return kept.value.trim();
  return element.matches('pre,.mermaid') && !element.querySelector('svg,pre,code') ? element.textContent.trim() || null : null;
}

/** Classes and attributes of the code and what stands right around it: `markdown/languages` finds the language in them. */
function hintsOf(pre: Element): string[] {
  const code = pre.querySelector('code[class]') ?? pre.querySelector('code');
  const editor = pre.tagName === 'PRE' ? null : pre.closest('.monaco-editor,.cm-editor,.CodeMirror');
  return [code, pre, pre.parentElement, pre.parentElement?.parentElement, editor].flatMap((element) =>
    element && (element === pre || element === editor || !hasMore(element, pre))
      ? [...element.attributes].filter(({ name }) => tells.test(name)).map(({ name, value }) => `${name} ${value}`.slice(0, longestHint))
      : [],
  );
}

/** Does the element hold code besides this? It looks no further than needed. */
function hasMore(element: Element, pre: Element): boolean {
  const all = element.getElementsByTagName('pre');
  return all[1] !== undefined && !(pre.contains(all[1]) && pre.contains(all[all.length - 1]!));
}

/** Short siblings that hold a button, beside the `pre` or beside wrappers that hold nothing else, and inside it beside its code. */
function barsOf(pre: Element, hints: readonly string[]): Element[] {
  const bar = (element: Element): boolean => isBar(element) || isNamed(element, hints);
  const bars: Element[] = [];
  const code = codeOf(pre);
  for (let at: Element | null = code === pre ? pre : code; at && bars.length < 4; at = at.parentElement) {
    const parent: Element | null = at.parentElement;
    if (!parent || hasMore(parent, pre) || parent.matches('li, td, blockquote, article')) break;
    const others = [...parent.children].filter((child) => child !== at);
    if (!pre.contains(parent) && others.some((child) => !bar(child) && (child.textContent ?? '').trim() !== '')) {
      bars.push(...others.filter((child) => (child === at.previousElementSibling || child === at.nextElementSibling) && bar(child)));
      break;
    }
    bars.push(...others.filter((child) => pre.contains(parent) || bar(child)));
  }
  return bars;
}

const isBar = (element: Element): boolean =>
  (element.textContent ?? '').length <= longestBar &&
  !element.matches('p, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote') &&
  (element.matches('button, [role=button]') ||
    element.querySelector('button, [role=button], svg, [class*="copy" i]') !== null ||
    isLabel(element));

/** A name above the code that its own marks say as well. */
function isNamed(element: Element, hints: readonly string[]): boolean {
  const text = element.textContent.trim().toLowerCase();
  return (
    text.length <= 20 &&
    name.test(text) &&
    hints.some((hint) =>
      hint
        .toLowerCase()
        .split(/[\s-]+/)
        .includes(text),
    )
  );
}

/** A bare name above the code, marked as such by its class. */
const isLabel = (element: Element): boolean =>
  /lang|header|toolbar|title/i.test(element.getAttribute('class') ?? '') && name.test((element.textContent ?? '').trim());

function barLanguage(bar: Element): string | null {
  const texts = bar.ownerDocument.createTreeWalker(bar, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const value = (node.nodeValue ?? '').trim();
    if (value && !node.parentElement?.closest('button, [role=button]'))
      return name.test(value) && value.length <= 20 ? value.toLowerCase() : null;
  }
  return null;
}
