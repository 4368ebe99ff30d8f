/** How much text an element shows, roughly and fast: for choosing, not for keeping. */
import { childrenOf } from '../capture/elements.ts';

/** What is there but not for the eye, or no message. */
export const unseen =
  '[aria-hidden=true],[hidden],[inert],[class*="sr-only"],[class*="visually-hidden" i],[class*="screen-reader" i],template,script,style';
/** Enough to compare messages by; a longer one is read no further. */
const enough = 4000;

/** The visible text in light DOM and open shadow roots, controls left out, cut at 4,000 units. */
export function shownText(element: Element): string {
  let text = '';
  const stack: Node[] = [element];
  for (let node = stack.pop(); node && text.length < enough; node = stack.pop()) {
    // Indented markup may hold more space than words.
    if (node.nodeType === 3)
      text += text.endsWith(' ') ? (node as Text).data.replace(/\s+/g, ' ').trimStart() : (node as Text).data.replace(/\s+/g, ' ');
    else if (node.nodeType === 1) {
      const at = node as Element;
      if (at !== element && (/^(BUTTON|STYLE|SCRIPT|TEXTAREA|SELECT|OPTION|TEMPLATE|svg)$/.test(at.tagName) || at.matches(unseen)))
        continue;
      const children = childrenOf(at);
      for (let index = children.length - 1; index >= 0; index--) stack.push(children[index]!);
    }
  }
  return text.replace(/ {2,}/g, ' ').trim();
}

/** Length of `shownText`. */
export const shownLength = (element: Element): number => shownText(element).length;

/** The parent as it is shown: out of a shadow root its host, out of a slotted place its slot's parent. */
export function parentOf(node: Node): Element | null {
  const slot = (node as Element).assignedSlot;
  if (slot) return slot.parentElement ?? (slot.getRootNode() as ShadowRoot).host ?? null;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Is the element inside something that the eye does not see? */
export function isUnseen(element: Element): boolean {
  for (let at: Element | null = element; at;) {
    if (at.closest(unseen)) return true;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** Is there an element among the nodes that may show something? */
export const hasElement = (nodes: NodeList): boolean => {
  for (const node of nodes) if (node.nodeType === 1 && !/^(STYLE|SCRIPT|LINK|META)$/.test((node as Element).tagName)) return true;
  return false;
};
