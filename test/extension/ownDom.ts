/** A page's own tree, to compare before and after: what we put beside `<head>` and `<body>` is not the page's. */
import type { Frame, Page } from 'puppeteer-core';

/** The tree as text, open shadow roots included. */
export function ownDom(page: Page | Frame): Promise<string> {
  return page.evaluate(() => {
    const write = (node: Node): string => {
      if (!(node instanceof Element)) return `${node.nodeName}:${node.nodeValue ?? ''}`;
      const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join('');
      const shadow = node.shadowRoot ? `#shadow(${[...node.shadowRoot.childNodes].map(write).join('')})` : '';
      return `<${node.localName}${attributes}>${shadow}${[...node.childNodes].map(write).join('')}</${node.localName}>`;
    };
    const html = document.documentElement;
    const attributes = [...html.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join('');
    return `<html${attributes}>${write(document.head)}${write(document.body)}`;
  });
}
