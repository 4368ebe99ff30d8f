/** The text of a page that rules ask for, and the beginning of an element's text. */
import type { PageText } from './rule.ts';

/** UTF-16 units read of a page, and nodes for one rule. What stands behind them is not looked at: a page of megabytes must cost no more. */
const limits = { page: 2_000_000, nodes: 3000 };

/** Nodes of an element that are looked at: one with a hundred thousand empty ones must cost no more. */
const maxNodes = 400;

/** Text that nobody reads. */
const unread = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|IFRAME|OPTION|TITLE)$/;

/** For each test the text nodes of the body that pass it, in document order, at most 3,000 of the first two million units. */
export function textsOf(document: Document, tests: readonly RegExp[]): Map<RegExp | undefined, PageText[]> {
  const found = new Map<RegExp | undefined, PageText[]>();
  // One native read tells for most pages that there is nothing to walk for.
  const all = document.body?.textContent.slice(0, limits.page) ?? '';
  const wanted = tests.filter((test) => test.test(all));
  if (wanted.length === 0) return found;
  for (const test of wanted) found.set(test, []);
  const walker = document.createTreeWalker(document.body, 4 /* SHOW_TEXT */);
  for (let read = 0; read < limits.page && walker.nextNode();) {
    const node = walker.currentNode as Text;
    if (node.length < 2 || unread.test(node.parentElement?.tagName ?? '')) continue;
    const data = node.substringData(0, limits.page - read);
    read += data.length;
    for (const test of wanted) {
      const nodes = found.get(test)!;
      if (nodes.length < limits.nodes && test.test(data)) nodes.push({ node, data });
    }
  }
  return found;
}

/** The text inside, spaces collapsed, up to somewhat more than `max` units: longer than `max` says that there is more. */
export function textUpTo(element: Element, max: number): string {
  let text = '';
  const walker = element.ownerDocument.createTreeWalker(element, 5 /* SHOW_ELEMENT | SHOW_TEXT */);
  for (let seen = 0; seen < maxNodes && text.length <= max && walker.nextNode(); seen++) {
    const node = walker.currentNode;
    if (node.nodeType === 3 && !unread.test(node.parentElement?.tagName ?? '')) {
      text = (text + (node as Text).substringData(0, max + 100)).replaceAll(/\s+/g, ' ');
    }
  }
  return text.trim();
}
