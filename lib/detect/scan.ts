/** One pass over a page and its open shadow roots: who is named where, and what a chat needs around it. */
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
}

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

const noMessage =
  /^(HTML|BODY|HEAD|BUTTON|INPUT|TEXTAREA|SELECT|OPTION|LABEL|TD|TH|TR|TABLE|TBODY|THEAD|CODE|PRE|IMG|SVG|PATH|A|B|I|EM|STRONG|SCRIPT|STYLE|LINK|META|FORM|H1|H2|H3|H4|H5|H6|NAV|TIME)$/i;
/** A class list that stands on more elements than this is styling. */
const most = 5000;
const composer = 'textarea,[contenteditable]:not([contenteditable=false]),[role=textbox],input[type=text],input:not([type])';
const hints =
  '[data-role],[data-message-author-role],[data-author],[data-sender],[data-direction],[data-testid],[role=log],[role=feed],[aria-live]';
const classes = new Map<string, Mark[]>();
const none: Mark[] = [];

/** Walks everything once. */
export function scan(document: Document): Scan {
  const found: Scan = { roots: [], stems: new Map(), tags: new Set(), composers: [] };
  const queue: (Document | ShadowRoot)[] = [document];
  if (classes.size > 20_000) classes.clear();
  for (let root = queue.shift(); root; root = queue.shift()) {
    found.roots.push(root);
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) queue.push(element.shadowRoot);
      look(element, found);
    }
    for (const box of root.querySelectorAll(composer)) if (isComposer(box)) found.composers.push(box);
  }
  // Reading every attribute is dear: only where something else hints at a conversation.
  const hinted = found.composers.length > 0 || found.tags.size > 0 || found.stems.size > 0;
  for (const root of found.roots) {
    if (hinted || root.querySelector(hints)) for (const element of root.querySelectorAll('*')) lookAtData(element, found);
  }
  return found;
}

/** The open shadow roots of a document, itself first. */
export function openRoots(document: Document): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (let at = 0; at < roots.length; at++)
    for (const element of roots[at]!.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  return roots;
}

function look(element: Element, found: Scan): void {
  const value = element.getAttribute('class');
  if (value) {
    let marks = classes.get(value);
    if (!marks) {
      marks = classMarks(value);
      classes.set(value, marks.length ? marks : none);
    }
    for (const mark of marks) note(element, mark, mark.stem.startsWith('layout') ? 'layout' : 'class', found);
  }
  if (element.localName.includes('-')) {
    found.tags.add(element.localName);
    for (const mark of tagMarks(element.localName)) note(element, mark, 'tag', found);
  }
}

function lookAtData(element: Element, found: Scan): void {
  for (const name of element.getAttributeNames()) {
    if (name.startsWith('data-')) for (const mark of dataMarks(name, element.getAttribute(name)!)) note(element, mark, 'data', found);
  }
}

function note(element: Element, mark: Mark, attribute: Stem['attribute'], found: Scan): void {
  if (noMessage.test(element.tagName)) return;
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
  const said = `${box.getAttribute('type')} ${box.getAttribute('name')} ${box.getAttribute('placeholder')} ${box.getAttribute('aria-label')} ${box.getAttribute('role')}`;
  return !/search|filter|suche|buscar|recherche|email|password/i.test(said) && box.getAttribute('aria-hidden') !== 'true';
}
