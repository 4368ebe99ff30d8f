/** Pages for the tests of evidence, built without `innerHTML`. */
import { findEvidence } from '../../../lib/evidence/find.ts';
import type { FoundEvidence } from '../../../lib/model/evidence.ts';

/** Evidence with its block's name instead of the block, which matchers would hold equal to any other: its id, its tag, or `page`. */
type Named = Omit<FoundEvidence, 'element'> & { element: string };

interface Shown {
  head?: string;
  title?: string;
  url?: string;
}

/** Shows a page and looks at it. `body` is the markup inside the body, or a whole `<body>` with attributes. */
export function look(body: string, { head = '', title = 'Garden news', url = 'https://example.org/garden/roses' }: Shown = {}): Named[] {
  const parsed = new DOMParser().parseFromString(
    `<!doctype html><html><head>${head}</head>${body.startsWith('<body') ? body : `<body>${body}</body>`}</html>`,
    'text/html',
  );
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  for (const part of ['head', 'body'] as const) {
    for (const name of document[part].getAttributeNames()) document[part].removeAttribute(name);
    for (const name of parsed[part].getAttributeNames()) document[part].setAttribute(name, parsed[part].getAttribute(name)!);
    document[part].replaceChildren(...[...parsed[part].childNodes].map((node) => document.importNode(node, true)));
  }
  document.title = title;
  return findEvidence(document).map((found) => ({
    ...found,
    element: found.element ? found.element.id || found.element.localName : 'page',
  }));
}

/** Each piece as `rule kind block`. */
export const brief = (found: readonly Named[]): string[] =>
  found.map(({ rule, kind, element }) => `${rule.split('@')[0]} ${kind} ${element}`);

/** Running text long enough to be a content. */
export const prose =
  'Roses need six hours of sun a day and a soil that drains well. Water them at the root in the morning, feed them in spring, and cut them back late in winter.';
