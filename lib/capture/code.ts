/** Code blocks: their language as the usual highlighters write it, and the bars with a name and a copy button around them. */

/** A `pre` in a block: what it is written in, and the elements that are its bar. */
export interface CodeBlocks {
  language: Map<Element, string>;
  bars: Set<Element>;
}

const named = /(?:^|\s)(?:language|lang|highlight-source|brush:)[-\s]?([\w+#.-]+)/i;
const attributes = ['data-language', 'data-lang', 'data-code-language', 'data-code-block-language', 'lang'];
/** A bar's text that can be a language: one or two short words. */
const name = /^[A-Za-z][\w+#./-]*(?: [\w+#./-]+)?$/;
/** Longest text of a bar, in UTF-16 units: "Objective-C", "Copy code", "Download", "1 / 2" together. */
const longestBar = 60;

/** Looks once at each `pre` below `root`. */
export function codeBlocks(root: ParentNode): CodeBlocks {
  const found: CodeBlocks = { language: new Map(), bars: new Set() };
  for (const pre of root.querySelectorAll('pre')) {
    const written = languageOf(pre);
    let shown: string | null = null;
    for (const bar of barsOf(pre)) {
      found.bars.add(bar);
      shown ??= barLanguage(bar);
    }
    const language = written ?? shown;
    if (language) found.language.set(pre, language);
  }
  return found;
}

/** The element whose text is the code: a bar may stand inside the `pre`. */
export function codeOf(pre: Element): Element {
  const codes = pre.querySelectorAll('code, .cm-content');
  return codes.length === 1 ? codes[0]! : pre;
}

function languageOf(pre: Element): string | null {
  const code = pre.querySelector('code');
  for (const element of [code, pre, pre.parentElement, pre.parentElement?.parentElement]) {
    if (!element || element.querySelectorAll('pre').length > 1) continue;
    for (const attribute of attributes) {
      const value = element.getAttribute(attribute);
      if (value && (attribute !== 'lang' || element === code || element === pre)) return value.toLowerCase();
    }
    const match = named.exec(element.getAttribute('class') ?? '');
    if (match && match[1] !== 'code') return match[1]!.toLowerCase();
  }
  return /(?:^|\s)hljs\s+([\w+#-]+)/.exec(code?.getAttribute('class') ?? '')?.[1]?.toLowerCase() ?? null;
}

/** Short siblings that hold a button, beside the `pre` or beside wrappers that hold nothing else, and inside it beside its code. */
function barsOf(pre: Element): Element[] {
  const bars: Element[] = [];
  const code = codeOf(pre);
  for (let at: Element | null = code === pre ? pre : code; at && bars.length < 4; at = at.parentElement) {
    const parent: Element | null = at.parentElement;
    if (!parent || parent.querySelectorAll('pre').length > 1 || parent.matches('li, td, blockquote, article')) break;
    const others = [...parent.children].filter((child) => child !== at);
    if (!pre.contains(parent) && others.some((child) => !isBar(child) && (child.textContent ?? '').trim() !== '')) {
      bars.push(...others.filter((child) => (child === at.previousElementSibling || child === at.nextElementSibling) && isBar(child)));
      break;
    }
    bars.push(...others.filter((child) => pre.contains(parent) || isBar(child)));
  }
  return bars;
}

const isBar = (element: Element): boolean =>
  (element.textContent ?? '').length <= longestBar &&
  !element.matches('p, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote') &&
  (element.matches('button, [role=button]') ||
    element.querySelector('button, [role=button], svg, [class*="copy" i]') !== null ||
    isLabel(element));

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
