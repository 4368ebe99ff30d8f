/** The tree of an answer: what goes into it, and how. */
import type { Element as Tree, Properties } from 'hast';

/** What is never an answer's words: controls, drawings, copies for screen readers. */
export const skipped =
  'button,[role=button],svg,style,script,noscript,template,rp,iframe,canvas,video,audio,object,textarea,select,input:not([type=checkbox]),' +
  '[hidden],[aria-hidden=true],[class*="sr-only"],[class*="visually-hidden" i],[class*="visuallyhidden" i],[class*="screen-reader" i],' +
  '[data-markdown-copy=exclude],[data-footnote-backref],.footnote-backref,[role=toolbar],[role=tooltip],[role=menu],bluepencil-overlay';
const set = (names: string): Set<string> => new Set(names.split(' '));
/** Elements that stand on lines of their own. */
export const lines = set(
  'P H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD PRE BLOCKQUOTE TABLE CAPTION THEAD TBODY TFOOT TR DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE NAV FIGURE FIGCAPTION DETAILS SUMMARY ADDRESS FIELDSET FORM',
);
/** Elements that mean something in Markdown; all others only pass their children on. */
export const meaning = set(
  'P H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE TABLE CAPTION THEAD TBODY TFOOT TR TH TD DIV SECTION ARTICLE SUMMARY FIGCAPTION A STRONG B EM I DEL S STRIKE CODE KBD SAMP SUP SUB MARK INS RT',
);
/** Deeper than this the tree passes its children on: what writes Markdown recurses. */
export const deepest = 150;

/** An element of the tree. */
export const tree = (tagName: string, properties: Properties = {}, children: Tree['children'] = []): Tree => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** Adds words to an element. */
export function say(value: string, { children }: Tree): void {
  const last = children.at(-1);
  if (last?.type === 'text') last.value += value;
  else if (value) children.push({ type: 'text', value });
}

/** A numbered list whose first items are not selected begins with a later number. */
export function countOn({ tagName, properties, children }: Tree): void {
  if (tagName === 'ol' && children.length === 0) properties.start = Number(properties.start ?? 1) + 1;
}
