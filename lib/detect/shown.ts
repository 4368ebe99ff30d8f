/** How much text an element shows, roughly and fast: for choosing, not for keeping. */
import { rootOf } from '../capture/roots.ts';

/** What is there but not for the eye, or no message. */
export const unseen =
  '[aria-hidden=true],[hidden],[inert],[class*="sr-only"],[class*="visually-hidden" i],[class*="screen-reader" i],template,script,style';
/** Enough to compare messages by; a longer one is read no further. */
const enough = 4000;

const controls = new Set(['BUTTON', 'STYLE', 'SCRIPT', 'TEXTAREA', 'SELECT', 'OPTION', 'TEMPLATE', 'svg']);

const known: Map<Element, unknown>[] = [];
let looks = 0;

/** Runs one look at a page that stands still meanwhile: what `onceALook` made finds out about each element once. */
export function inOneLook<T>(look: () => T): T {
  looks++;
  try {
    return look();
  } finally {
    if (--looks === 0) for (const answers of known) answers.clear();
  }
}

/** The function, but in one look it is run once for each element, however often it is asked. */
export function onceALook<T extends string | number | boolean>(find: (element: Element) => T): (element: Element) => T {
  const answers = new Map<Element, T>();
  known.push(answers);
  return (element) => {
    if (looks === 0) return find(element);
    let answer = answers.get(element);
    if (answer === undefined) answers.set(element, (answer = find(element)));
    return answer;
  };
}

/** The visible text in light DOM and shadow roots, controls left out, cut at `enough` units or a little more. */
export const shownText = onceALook((element) => {
  let text = '';
  let spaced = true;
  eachText(element, (data) => {
    // Indented markup may hold more space than words, and a text a book.
    const piece = data.slice(0, 4 * enough);
    const flat = /[^\S ]| {2}/.test(piece) ? piece.replace(/\s+/g, ' ') : piece;
    const said = spaced ? flat.trimStart() : flat;
    if (said === '') return false;
    spaced = said.endsWith(' ');
    text += said;
    return text.length >= enough;
  });
  return text.trim();
});

/** Length of `shownText`. */
export const shownLength = (element: Element): number => shownText(element).length;

/** Does it show any text? */
export const showsText = (element: Element): boolean => eachText(element, (data) => data.trim() !== '');

/** Reads text nodes in the order shown until `read` says that it is enough; true if it did. */
function eachText(element: Element, read: (data: string) => boolean): boolean {
  // With each node on the stack, what comes after it is still to be read, but what was put into a slot stands there alone.
  const stack: Node[] = [];
  let alone: Set<Node> | null = null;
  for (let node: Node | undefined = element; node; node = stack.pop()) {
    if (node !== element && node.nextSibling && !alone?.has(node)) stack.push(node.nextSibling);
    if (node.nodeType === 3) {
      if (read((node as Text).data)) return true;
    } else if (node.nodeType === 1 && (node === element || !isLeftOut(node as Element))) {
      const slotted: Node[] = (node as Element).tagName === 'SLOT' ? slottedIn(node as HTMLSlotElement) : [];
      if (slotted.length > 0) {
        alone = new Set([...(alone ?? []), ...slotted]);
        stack.push(...slotted);
      } else {
        const first = (rootOf(node as Element) ?? node).firstChild;
        if (first) stack.push(first);
      }
    }
  }
  return false;
}

/** What was put into a slot, the last first. */
const slottedIn = (slot: HTMLSlotElement): Node[] => slot.assignedNodes({ flatten: true }).toReversed();

const isLeftOut = onceALook((element) => controls.has(element.tagName) || element.matches(unseen));

/** The parent as it is shown: out of a shadow root its host, out of a slotted place its slot's parent. */
export function parentOf(node: Node): Element | null {
  const slot = (node as Element).assignedSlot;
  if (slot) return slot.parentElement ?? (slot.getRootNode() as ShadowRoot).host ?? null;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Is the element inside something that the eye does not see? A style sheet may say so; some documents are never drawn. */
export const isUnseen = onceALook(
  (element) => (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true })) || isMarkedUnseen(element),
);

const isMarkedUnseen: (element: Element) => boolean = onceALook((element) => {
  if (element.matches(unseen) && !isVeiled(element)) return true;
  const parent = parentOf(element);
  return parent !== null && isMarkedUnseen(parent);
});

/** An open dialog hides all of the page behind it from assistive technology, not from the eye. */
const isVeiled = (element: Element): boolean =>
  element.parentElement?.localName === 'body' &&
  element.matches('[aria-hidden=true],[inert]') &&
  element.querySelector('main,[role=main],textarea,[role=textbox]') !== null;

/** Is there an element among the nodes that may show something? */
export const hasElement = (nodes: NodeList): boolean => {
  for (const node of nodes) if (node.nodeType === 1 && !/^(STYLE|SCRIPT|LINK|META)$/.test((node as Element).tagName)) return true;
  return false;
};
