/** Which block of a page a mark in it speaks of, and how the mark is quoted. */

/** Elements that stand inside a line: the block is further up. */
const inline = new Set(
  'A ABBR B BDI BDO BIG BUTTON CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR'.split(
    ' ',
  ),
);

/** The parent, whatever the page called the fields of a form: with one named `parentElement`, climbing by the name would never end. */
export const parentOf = (node: Node): Element | null => Reflect.get(Node.prototype, 'parentElement', node) as Element | null;

/** Whether a page is on one of these hosts or below them. */
export const isOn = ({ location }: Document, hosts: readonly string[]): boolean =>
  hosts.some((host) => `.${location?.hostname ?? ''}`.endsWith(`.${host}`));

/** Longest attribute value that is quoted or compared, in UTF-16 units. */
const maxValue = 200;

/** The nearest paragraph, list item, cell, heading or other block around a node; null outside the body. */
export function passageOf(node: Node): Element | null {
  let element = node.nodeType === 1 ? (node as Element) : parentOf(node);
  while (element && inline.has(element.tagName)) element = parentOf(element);
  return element;
}

/** Blocks with the same parent are one block, that parent, so that it can be reviewed as a whole; not where the parent is the page. */
export function gathered(blocks: readonly Element[]): Map<Element, Element> {
  const byParent = Map.groupBy(new Set(blocks), parentOf);
  const result = new Map<Element, Element>();
  for (const [parent, children] of byParent) {
    const one = parent && children.length > 1 && parent.tagName !== 'BODY' && parent.tagName !== 'HTML';
    for (const child of children) result.set(child, one ? parent : child);
  }
  return result;
}

/** A value of an attribute as far as anything here reads it: a value of megabytes costs nothing. */
export const valueOf = (element: Element, name: string, max = maxValue): string => (element.getAttribute(name) ?? '').slice(0, max);

/** The start tag with those of the attributes that are there: `<p data-start="0" data-end="38">`. */
export function markupOf(element: Element, names: readonly string[]): string {
  const shown = names.filter((name) => element.hasAttribute(name)).map((name) => ` ${name}="${valueOf(element, name)}"`);
  return `<${element.localName}${shown.join('')}>`;
}

/** Text that a person is writing here: what stands in it is no statement of the page. */
const editors =
  '[contenteditable=""],[contenteditable="true" i],[contenteditable="plaintext-only" i],[role=textbox],.cm-editor,.CodeMirror,.monaco-editor';

/** Whether a block stands in an editor. */
export const isEdited = (element: Element): boolean => element.closest(editors) !== null;

/**
 * Marked nodes, given in document order, by the block that holds their paste: the parent of the outermost ones, or the one outermost node
 * itself. Those in an editor are left out.
 */
export function pasted(marked: readonly Element[]): { block: Element; nodes: Element[] }[] {
  const known = new Set(marked);
  const blockOf = new Map<Element, Element>();
  const outermost = new Map<Element, Element[]>();
  for (const node of marked) {
    let up = parentOf(node);
    while (up && !known.has(up)) up = parentOf(up);
    // What stands above came before, and has its block already.
    const block = up ? blockOf.get(up)! : (parentOf(node)?.closest(':not(ul,ol,li,table,thead,tbody,tfoot,tr,td,th)') ?? node);
    blockOf.set(node, block);
    if (up) continue;
    if (outermost.has(block)) outermost.get(block)!.push(node);
    else outermost.set(block, [node]);
  }
  const groups = Map.groupBy(marked, (node) => blockOf.get(node)!);
  return [...groups]
    .filter(([block]) => !isEdited(block))
    .map(([block, nodes]) => ({ block: outermost.get(block)?.length === 1 ? outermost.get(block)![0]! : block, nodes }));
}
