/** What an element of a page is, in terms of text and Markdown. */
import type { Properties } from 'hast';
import { cleanLink } from './links.ts';

/** The children as they are shown: of the shadow root, or what was put into the slot. */
export function childrenOf(element: Element): ArrayLike<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.tagName === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (assigned.length > 0) return assigned;
  }
  return element.childNodes;
}

const roles: Record<string, string> = {
  table: 'TABLE',
  row: 'TR',
  cell: 'TD',
  gridcell: 'TD',
  columnheader: 'TH',
  rowheader: 'TH',
  list: 'UL',
  listitem: 'LI',
  paragraph: 'P',
  blockquote: 'BLOCKQUOTE',
};

/** What an element is: its tag, or for a custom element what its role says. */
export function kindOf(element: Element): string {
  const role = element.localName.includes('-') ? element.getAttribute('role') : null;
  return (role && roles[role]) ?? element.tagName;
}

/** A table's column that can be sorted has its name in a button. */
export function isColumnName(element: Element): boolean {
  const root = element.getRootNode();
  return (
    element.tagName === 'BUTTON' &&
    (element.closest('th,[role=columnheader]') !== null ||
      (root instanceof ShadowRoot && root.host.getAttribute('role') === 'columnheader'))
  );
}

/** What of an element's attributes Markdown can say. */
export function propertiesOf(element: Element): Properties {
  switch (kindOf(element)) {
    case 'A': {
      const href = cleanLink(element.getAttribute('href') ?? '', element.baseURI);
      return href && element.hasAttribute('href') ? { href } : {};
    }
    case 'IMG': {
      const src = element.getAttribute('src') ?? '';
      return { src: /^(https?:|\/)/.test(src) ? (cleanLink(src, element.baseURI) ?? '') : '', alt: element.getAttribute('alt') ?? '' };
    }
    case 'OL':
      return element.hasAttribute('start') ? { start: Number(element.getAttribute('start')) || 1 } : {};
    case 'INPUT':
      return { type: 'checkbox', checked: (element as HTMLInputElement).checked, disabled: true };
    case 'TD':
    case 'TH': {
      const align = element.getAttribute('align') ?? (element as HTMLElement).style?.textAlign;
      return align && /^(left|right|center)$/.test(align) ? { align } : {};
    }
    default:
      return {};
  }
}
