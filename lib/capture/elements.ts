/** What an element of a page is, in terms of text and Markdown. */
import { rootOf } from './roots.ts';
import type { Properties } from 'hast';
import { cleanLink } from './links.ts';

/** The children as they are shown: of the shadow root, or what was put into the slot. */
export function childrenOf(element: Element): ArrayLike<Node> {
  const root = rootOf(element);
  if (root) return root.childNodes;
  if (element.tagName === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (assigned.length > 0) return assigned;
  }
  return element.childNodes;
}

const roles: Record<string, string> = {
  table: 'TABLE',
  rowgroup: 'TBODY',
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

/** What an element is: its tag, or what its role says for a custom element, a heading, and parts of a table that is one by role. */
export function kindOf(element: Element): string {
  const role = element.getAttribute('role');
  if (!role) return element.tagName;
  if (role === 'heading')
    return /^H\d$/.test(element.tagName) ? element.tagName : `H${Math.min(6, Number(element.getAttribute('aria-level')) || 2)}`;
  const tells = element.localName.includes('-') || (/^(DIV|SPAN)$/.test(element.tagName) && element.closest('[role=table]'));
  return (tells && roles[role]) || element.tagName;
}

/** A link that only leads to the heading it stands in. */
export const isHeadingLink = (link: Element): boolean =>
  (link.getAttribute('href') ?? '').startsWith('#') && link.closest('h1,h2,h3,h4,h5,h6') !== null;

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
      const href = address(element, 'href');
      return href === null ? {} : titled(element, { href });
    }
    case 'IMG':
      return titled(element, { src: address(element, 'src') ?? '', alt: element.getAttribute('alt') ?? '' });
    case 'LI':
      // A note is known by its id (GFM).
      return element.id ? { id: element.id } : {};
    case 'OL':
      return element.hasAttribute('start') ? { start: Number(element.getAttribute('start')) } : {};
    case 'INPUT':
      return checkbox((element as HTMLInputElement).checked);
    case 'TD':
    case 'TH': {
      const align = element.getAttribute('align') ?? (element as HTMLElement).style?.textAlign;
      return align && /^(left|right|center)$/.test(align) ? { align } : {};
    }
    default:
      return element.getAttribute('role') === 'checkbox' ? checkbox(element.getAttribute('aria-checked') === 'true') : {};
  }
}

const checkbox = (checked: boolean): Properties => ({ type: 'checkbox', checked, disabled: true });

function address(element: Element, attribute: string): string | null {
  const value = element.getAttribute(attribute);
  return value === null ? null : cleanLink(value, element.baseURI);
}

function titled(element: Element, properties: Properties): Properties {
  const title = element.getAttribute('title');
  return title ? { ...properties, title } : properties;
}
