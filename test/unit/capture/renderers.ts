/** The Markdown renderers that chat tools are built on, and HTML made comparable as the CommonMark spec's own test does it. */
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import { createElement } from 'react';
// @ts-expect-error React's types are no dependency of ours.
import { renderToStaticMarkup } from 'react-dom/server';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** Renderer by name. Raw HTML: markdown-it and react-markdown show its source as text (as chats set them up), marked passes it on. */
export const renderers: Record<string, (markdown: string) => string> = {
  'markdown-it': (markdown) => markdownIt.render(markdown),
  marked: (markdown) => marked.parse(markdown, { async: false }),
  'react-markdown': (markdown) =>
    renderToStaticMarkup(createElement(ReactMarkdown, { remarkPlugins: [remarkGfm], urlTransform: (url: string) => url }, markdown)),
};

/** What raw HTML the example holds, as marked's lexer sees it. */
export function rawHtml(markdown: string): 'block' | 'inline' | null {
  let found: 'block' | 'inline' | null = null;
  void marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'html' && found !== 'block') found = 'block' in token && token.block ? 'block' : 'inline';
  });
  return found;
}

const markdownIt = new MarkdownIt({ linkify: true });
const marked = new Marked();

/** Parses without `innerHTML`, so that the rule holds in tests too. */
export function blockOf(html: string): HTMLElement {
  return document.importNode(
    new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body.firstElementChild as HTMLElement,
    true,
  );
}

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR DD DETAILS DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR INPUT LI OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** One line a node: space collapsed outside of `pre` and gone beside blocks, attributes in order, no difference of quoting. */
export function comparable(html: string): string {
  return spaced(serialise(blockOf(html), false));
}

const spaced = (text: string): string =>
  text
    .replace(/ *(<\/?block[^>]*>) */g, '$1')
    .replaceAll('block:', '')
    .trim();

function serialise(node: Node, keep: boolean): string {
  if (node.nodeType === 3) {
    const text = (node as Text).data.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return keep ? text.replace(/ /g, '\u2423').replace(/\n/g, '\u2424') : text.replace(/[ \t\n\r]+/g, ' ');
  }
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const name = (blocks.has(element.tagName) ? 'block:' : '') + element.localName;
  const attributes = [...element.attributes].map(({ name: key, value }) => ` ${key}=${JSON.stringify(value)}`).sort();
  const inner = [...element.childNodes].map((child) => serialise(child, keep || element.tagName === 'PRE')).join('');
  return `<${name}${attributes.join('')}>${inner}</${name}>`;
}
