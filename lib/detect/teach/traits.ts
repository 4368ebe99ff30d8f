/**
 * By which selectors an element can be told from others, best first. What a tool's makers wrote for programs or for
 * screen readers outlives a redesign; what a build writes (hashed classes) does not outlive the next release.
 */
import { classMarks, dataMarks, tagMarks } from '../words.ts';

/** A selector for one element alone, without the elements around it. */
export interface Trait {
  select: string;
  /** How likely it breaks: 1 a name for a speaker in an attribute, 5 a class with a meaning, 10 a hashed class, 12 any tag. */
  cost: number;
  /** Which attribute it rests on: two hooks on the same one break together. */
  on: string;
}

/** Values that change with the element's state, that only style, or that are text of the page. */
const fleeting =
  /^(class|style|id|title|alt|href|src|srcset|value|placeholder|tabindex|dir|lang|draggable|contenteditable|width|height|start|type|name|nonce|on.*|aria-(?!roledescription$|label$).*|data-(?:v-|react|radix|headlessui|state|status|index|key$|rs-index|streaming|is-streaming|loading|active|selected|open|expanded|visible|focus|hover|time|timestamp|date|count|sentry|track|analytics).*)$/i;
const states =
  /(^|[-_:])(active|selected|hover(ed)?|focus(ed)?|first|last|odd|even|open(ed)?|collapsed|expanded|loading|loaded|streaming|typing|new|enter(ing)?|leav(e|ing)|visible|animat\w*|fade\w*|in-view|current|latest|highlight\w*)($|[-_])/i;
const utility =
  /[:[\]/!@]|^-?(?:[mp][xytrblse]?|w|h|d|g|gap|size|min|max|space|text|bg|border|rounded|shadow|font|leading|tracking|items|justify|self|content-(?:start|end|center|between)|flex|grid|col|row|order|overflow|z|top|left|right|bottom|inset|opacity|transition|duration|ease|cursor|select|ring|outline|whitespace|break|line|object|float|align|fw|fs|mw|mh)(?:-[\w.%-]+)?$|^(?:block|hidden|inline(?:-\w+)?|contents|relative|absolute|fixed|sticky|static|container|group|peer|truncate|clearfix|antialiased|prose(?:-\w+)?)$/;
/** Values that machines make up anew for each page. */
const madeUp = /^(:r|radix-|headlessui-|mui-|react-aria|«)/;
/** A value longer than this is data or text, no name. */
const longest = 60;

/** All selectors of an element by itself; no attribute's text that only this element has, as far as it can be told. */
export function traitsOf(element: Element): Trait[] {
  const traits: Trait[] = [];
  const tag = element.localName;
  if (tag.includes('-')) traits.push({ select: CSS.escape(tag), cost: tagMarks(tag).length > 0 ? 1 : 3, on: 'tag' });
  for (const name of element.getAttributeNames()) {
    if (!fleeting.test(name) && /^[a-z][\w.-]*$/i.test(name)) traits.push(...ofAttribute(name, element.getAttribute(name) ?? ''));
  }
  const id = element.getAttribute('id');
  if (id && !madeUp.test(id)) traits.push(...parts('id', id, 5));
  for (const token of element.classList) traits.push(...ofClass(token));
  if (/^(article|section|li|aside|blockquote|main)$/.test(tag)) traits.push({ select: tag, cost: 7, on: 'tag' });
  traits.push({ select: tag.includes('-') ? CSS.escape(tag) : tag, cost: 12, on: 'tag' });
  return traits.sort((one, other) => one.cost - other.cost);
}

function ofAttribute(name: string, value: string): Trait[] {
  const role = name.startsWith('data-') && dataMarks(name, value).length > 0;
  const known = /^data-(?:testid|test-id|test|qa|cy|hook|role|type|kind|from)$|^role$/.test(name);
  const cost = role ? 1 : name === 'role' ? 4 : name.startsWith('aria-') ? 6 : known ? 2 : 3;
  if (name === 'aria-label') return value.length <= 30 && !/[\d\n]/.test(value) ? [exact(name, value, cost)] : [];
  // Who or which one, not what kind: only that it is there can be the same on others.
  if (!role && !known && /(^|[-_.])(id|key|uuid|guid|hash|author|user|sender|name|owner)$/i.test(name))
    return [{ select: `[${name}]`, cost: cost + 1, on: name }];
  if (value === '') return [{ select: `[${name}]`, cost: cost + 1, on: name }];
  if (value.length > longest || /\s|[{}<>]/.test(value)) return [{ select: `[${name}]`, cost: cost + 3, on: name }];
  if (isStable(value)) return [exact(name, value, cost), { select: `[${name}]`, cost: cost + 3, on: name }];
  return [...parts(name, value, cost), { select: `[${name}]`, cost: cost + 3, on: name }];
}

/** `message-42` and `42:assistant` have a part that stays. */
function parts(name: string, value: string, cost: number): Trait[] {
  const traits: Trait[] = [];
  if (isStable(value)) return name === 'id' ? [] : [exact(name, value, cost)];
  const head = /^[A-Za-z][A-Za-z_:.-]*[-_:.]/.exec(value)?.[0] ?? '';
  const tail = /[-_:.][A-Za-z_:.-]*[A-Za-z]$/.exec(value)?.[0] ?? '';
  if (head.length >= 3) traits.push({ select: `[${name}^="${CSS.escape(head)}"]`, cost: cost + 0.5, on: name });
  if (tail.length >= 3) traits.push({ select: `[${name}$="${CSS.escape(tail)}"]`, cost: cost + 0.5, on: name });
  return traits;
}

const exact = (name: string, value: string, cost: number): Trait => ({
  select: `[${name}="${value.replaceAll(/["\\]/g, String.raw`\$&`)}"]`,
  cost,
  on: name,
});

function ofClass(token: string): Trait[] {
  const stem = moduleStem(token);
  // In a selector the hash would be the one that changes.
  if (stem) return [{ select: `[class*="${CSS.escape(stem)}"]`, cost: classMarks(stem).length > 0 ? 4 : 6, on: 'class' }];
  if (states.test(token)) return [];
  const cost = isHashed(token) ? 10 : utility.test(token) ? 9 : classMarks(token).length > 0 ? 4 : 5;
  return [{ select: `.${CSS.escape(token)}`, cost, on: 'class' }];
}

/** The part of a CSS-modules class that a person wrote: `Chat_answer__x1Y2z` and `_answer_x1y2z_12`. */
function moduleStem(token: string): string | null {
  const [, stem, hash] = /^(.*[A-Za-z].*__)([\w+-]{5,})$/.exec(token) ?? /^(_[A-Za-z][\w-]*?_)([a-z0-9]{5,6})_\d+$/.exec(token) ?? [];
  return stem && hash && (isHashed(hash) || /_\d+$/.test(token)) ? stem : null;
}

/** No digits in the middle of words, no jumble: a value that stays from one element to the next. */
const isStable = (value: string): boolean => /^[A-Za-z](?:[A-Za-z_:.-]*[A-Za-z]\d?)?$/.test(value) && !isHashed(value);

/** A class that a build made up: `css-1x2y3z`, `sc-bdVaJa`, `x1n2onr6`. */
export function isHashed(token: string): boolean {
  if (/^(css|sc|jsx|svelte|emotion|tss|makeStyles|jss|ng|astro)-?[\w-]*\d/.test(token) || /^(css|sc|svelte)-[A-Za-z0-9]+$/.test(token))
    return true;
  return token.split(/[-_:.]+/).some((part) => {
    if (part.length < 5) return false;
    if (/\d/.test(part) && !/^[a-z]+\d$/i.test(part)) return true;
    if (!/[aeiouy]/i.test(part)) return true;
    // `CAIIAAgBEAE`: capitals inside of words.
    if (/[a-z]/.test(part) && /[A-Z]{3,}[a-z]|[a-z][A-Z]{3,}/.test(part) && part.length >= 8) return true;
    const jumps = (part.match(/[a-z][A-Z]/g) ?? []).length;
    return jumps >= 2 && part.length / (jumps + 1) < 3.2;
  });
}
