/** One pass over a page and its open shadow roots: who is named where, and what a chat needs around it. */
import { order } from '../capture/offsets.ts';
import { rootOf } from '../capture/roots.ts';
import { classMarks, dataMarks, tagMarks, type Mark, type Role } from './words.ts';

/** What one pass has seen. */
export interface Scan {
  roots: (Document | ShadowRoot)[];
  /** Elements by the stem of their name. */
  stems: Map<string, Stem>;
  /** Custom element names. */
  tags: Set<string>;
  /** Where a person writes: a text area, an editable, a text box that is no search. */
  composers: Element[];
  /** Where the named elements stand: counted through each root, and the roots `apart` from each other. */
  places: Map<Element, number>;
}

/** Larger than any count of elements. */
const apart = 2 ** 32;

/** Elements whose names differ in the speaker's word only. */
export interface Stem {
  user: Element[];
  assistant: Element[];
  /** The surest word of each side, 0 if none. */
  strength: { user: number; assistant: number };
  words: Set<string>;
  /** The same elements by word: one name may mean a part (`message-response`), another the message (`message-bot`). */
  byWord: Map<string, { role: Role; strength: number; elements: Element[] }>;
  attribute: 'class' | 'data' | 'tag' | 'layout';
}

const noMessage = new Set(
  'html body head button input textarea select option label td th tr table tbody thead code pre img svg path a b i em strong script style link meta form h1 h2 h3 h4 h5 h6 nav time br hr'.split(
    ' ',
  ),
);
/** A class list that stands on more elements than this is styling. */
const most = 5000;
// One by one: a browser finds what one short selector means several times as fast as what a list of them does.
const composers = ['textarea', '[contenteditable]:not([contenteditable=false])', '[role=textbox]', 'input[type=text]', 'input:not([type])'];
const hints = [
  '[data-role]',
  '[data-message-author-role]',
  '[data-author]',
  '[data-sender]',
  '[data-direction]',
  '[data-testid]',
  '[role=log]',
  '[role=feed]',
  '[aria-live]',
];
const classes = new Map<string, Mark[]>();
const none: Mark[] = [];

/** Walks everything once. */
export function scan(document: Document): Scan {
  const found: Scan = { roots: [document], stems: new Map(), tags: new Set(), composers: [], places: new Map() };
  if (classes.size > 20_000) classes.clear();
  // What may be a message, by root.
  const some: Element[][] = [];
  for (let at = 0; at < found.roots.length; at++) {
    const root = found.roots[at]!;
    const here: Element[] = [];
    eachElement(root, (element) => {
      const inner = rootOf(element);
      if (inner) found.roots.push(inner);
      if (noMessage.has(element.localName)) return;
      look(element, at * apart + here.length, found);
      here.push(element);
    });
    some.push(here);
    found.composers.push(...boxesIn(root).filter(isComposer));
  }
  // Reading every attribute is dear: only where something else hints at a conversation.
  const hinted = found.composers.length > 0 || found.tags.size > 0 || found.stems.size > 0;
  some.forEach((here, root) => {
    if (!hinted && !hints.some((select) => found.roots[root]!.querySelector(select))) return;
    for (let at = 0; at < here.length; at++) lookAtData(here[at]!, root * apart + at, found);
  });
  return found;
}

/** The open shadow roots of a document, itself first. */
export function openRoots(document: Document): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (let at = 0; at < roots.length; at++)
    eachElement(roots[at]!, (element) => {
      const root = rootOf(element);
      if (root) roots.push(root);
    });
  return roots;
}

/** As `order`, by what the scan has counted: a browser that compares two of many siblings walks from one to the other. */
export function orderIn(scan: Scan | undefined, one: Element, other: Element): number {
  const here = scan?.places.get(one);
  const there = scan?.places.get(other);
  if (here === undefined || there === undefined || Math.floor(here / apart) !== Math.floor(there / apart)) return order(one, other);
  if (here === there) return 0;
  return here < there ? (one.contains(other) ? 0 : -1) : other.contains(one) ? 0 : 1;
}

/** In document order. A walker takes a fifth of the time of `for (… of querySelectorAll('*'))`. */
function eachElement(root: Document | ShadowRoot, visit: (element: Element) => void): void {
  const walker = (root.ownerDocument ?? root).createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let element = walker.nextNode(); element; element = walker.nextNode()) visit(element as Element);
}

function boxesIn(root: Document | ShadowRoot): Element[] {
  const kinds = composers.map((select) => root.querySelectorAll(select)).filter(({ length }) => length > 0);
  return [...(kinds.length > 1 ? root.querySelectorAll(composers.join()) : (kinds[0] ?? []))];
}

function look(element: Element, place: number, found: Scan): void {
  const value = element.getAttribute('class');
  if (value) {
    let marks = classes.get(value);
    if (!marks) {
      marks = classMarks(value);
      classes.set(value, marks.length ? marks : none);
    }
    for (const mark of marks) note(element, place, mark, mark.stem.startsWith('layout') ? 'layout' : 'class', found);
  }
  if (element.localName.includes('-')) {
    found.tags.add(element.localName);
    for (const mark of tagMarks(element.localName)) note(element, place, mark, 'tag', found);
  }
}

function lookAtData(element: Element, place: number, found: Scan): void {
  for (const name of element.getAttributeNames()) {
    if (name.startsWith('data-'))
      for (const mark of dataMarks(name, element.getAttribute(name)!)) note(element, place, mark, 'data', found);
  }
}

function note(element: Element, place: number, mark: Mark, attribute: Stem['attribute'], found: Scan): void {
  found.places.set(element, place);
  let stem = found.stems.get(mark.stem);
  if (!stem)
    found.stems.set(
      mark.stem,
      (stem = { user: [], assistant: [], strength: { user: 0, assistant: 0 }, words: new Set(), byWord: new Map(), attribute }),
    );
  // In a list of directions "system" is a notice, and nobody's message.
  if (stem[mark.role].length >= most || (mark.word === 'system' && stem.words.has('incoming'))) return;
  if (mark.word === 'incoming' && stem.words.delete('system')) {
    stem.assistant.length = 0;
    stem.strength.assistant = 0;
  }
  const last = stem[mark.role].at(-1);
  if (last !== element && !last?.contains(element)) stem[mark.role].push(element);
  stem.strength[mark.role] = Math.max(stem.strength[mark.role], mark.strength);
  stem.words.add(mark.word);
  let word = stem.byWord.get(mark.word);
  if (!word) stem.byWord.set(mark.word, (word = { role: mark.role, strength: mark.strength, elements: [] }));
  const before = word.elements.at(-1);
  if (before !== element && !before?.contains(element)) word.elements.push(element);
}

function isComposer(box: Element): boolean {
  // Nobody searches in several lines, whatever the field is called.
  const name = box.localName === 'textarea' ? '' : box.getAttribute('name');
  const said = `${box.getAttribute('type')} ${name} ${box.getAttribute('placeholder')} ${box.getAttribute('aria-label')} ${box.getAttribute('role')}`;
  return !/search|filter|suche|buscar|recherche|email|password/i.test(said) && box.getAttribute('aria-hidden') !== 'true';
}
