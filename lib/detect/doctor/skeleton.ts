/** Markup without content: names of elements and attributes, and of values and classes only the words that this list knows. */

/** Words that name a speaker, a part of a chat or a state. A closed list: what a person wrote cannot get through it. */
const known = new Set(
  (
    'assistant bot ai model agent system answer response reply user human prompt query question request self me own mine incoming outgoing sent received sender receiver left right start end ' +
    'message messages msg turn turns chat conversation thread row item list container wrapper content body text markdown prose bubble block group header footer toolbar action actions button buttons copy avatar name time ' +
    'log feed status state complete completed streaming stream done busy running finished true false role author unit key search section article region listitem presentation heading main inner outer root data id index type kind part parts ' +
    'thinking reasoning thought citation citations source sources code table image error loading panel view scroll scroller virtual window composer input form history sidebar page app layout card box line bar area'
  ).split(' '),
);
/** Attributes whose values are drawn; of all others the name alone. */
const telling = /^(role|class|data-.*|aria-(busy|live|roledescription))$/;
/** Parts of words and of drawings say nothing. */
const skipped = /^(SCRIPT|STYLE|PATH|BR|STRONG|EM|B|I|USE|LINK)$/i;

/** An element and those inside it, one a line, at most `most`; children deeper than the last line that fits are counted. */
export function skeletonOf(element: Element, most: number): string[] {
  const lines: string[] = [];
  const visit = (at: Element, depth: number): void => {
    if (skipped.test(at.tagName)) return;
    if (lines.length >= most) return;
    lines.push(`${'  '.repeat(depth)}${nameOf(at)}`);
    for (const child of (at.shadowRoot ?? at).children) visit(child, depth + 1);
  };
  visit(element, 0);
  if (most > 1 && lines.length >= most) lines.push('…');
  return lines;
}

function nameOf(element: Element): string {
  const attributes = element.getAttributeNames().map((name) => {
    if (!telling.test(name)) return `[${name.slice(0, 60)}]`;
    const value = maskedValue(element.getAttribute(name) ?? '', name === 'class');
    return value ? `[${name}="${value}"]` : `[${name}]`;
  });
  return `${element.localName}${element.shadowRoot ? '#shadow' : ''}${attributes.slice(0, 16).join('')}`;
}

/** `assistant-message-4f2` → `assistant-message-*`; '' where no word is known. */
function maskedValue(value: string, isList: boolean): string {
  if (value.length > 2000) return '';
  const tokens = isList ? value.split(/\s+/).slice(0, 12) : [value.slice(0, 120)];
  return tokens
    .map(masked)
    .filter((token) => token !== '')
    .slice(0, 6)
    .join(' ');
}

function masked(token: string): string {
  const parts = token
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  if (!parts.some((part) => known.has(part))) return '';
  return parts.map((part) => (known.has(part) ? part : '*')).join('-');
}

/** Path parts that name a place of a tool. */
const places = new Set(
  'c chat chats app apps share search conversation conversations thread threads a s g gem gems prompt project projects new ask copilot assistant ai mode t p u s r chatbot room'.split(
    ' ',
  ),
);

/** The address without what may be a person's: no query, no fragment, ids and titles in the path as `:part`. */
export function maskedUrl(value: string): string {
  if (!URL.canParse(value)) return '';
  const { origin, pathname } = new URL(value);
  return `${origin}${pathname
    .split('/')
    .map((part) => (part === '' || places.has(part) ? part : ':part'))
    .join('/')}`;
}
