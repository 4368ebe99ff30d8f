/** `digitalSourceType` in JSON-LD, microdata and RDFa: the publisher's own, unsigned word on how an article or an image was made. */
import { markupOf, valueOf } from './blocks.ts';
import type { Hit, Rule } from './rule.ts';
import { madeBy } from './sourceType.ts';
import { textUpTo } from './texts.ts';

/** Units of one JSON-LD script, scripts, things in one and images that are read; more is no description of a page. */
const limits = { script: 500_000, scripts: 50, things: 5000, images: 1000 };

/** Items that are media: what is said of them says nothing of the text around. */
const media = /(?:Image|Video|Audio|Media|3DModel|Photograph|VisualArtwork|Clip)/;

export const structuredData: Rule = {
  id: 'digital-source-type',
  kind: 'declared-ai',
  date: '2026-05-14',
  strength: 'declared',
  select: 'script[type="application/ld+json" i],[itemprop~="digitalSourceType" i],[property$="digitalSourceType" i]',
  find({ document, elements }) {
    const scripts = elements.filter(({ tagName }) => tagName === 'SCRIPT').slice(0, limits.scripts);
    const said = scripts.flatMap((script) => things(script).map((thing) => ({ script, thing })));
    const images = said.some(({ thing }) => isMedia(thing)) ? imagesOf(document) : new Map<string, Element>();
    return [
      ...said.flatMap(({ script, thing }) => {
        const addresses = ['contentUrl', 'url', 'thumbnailUrl', '@id'].map((name) => addressOf(document, thing[name]));
        const shown = addresses.flatMap((address) => images.get(address ?? '') ?? [])[0];
        // What is not shown is said in the script alone: an element without text makes no answer.
        return spoken(thing, isMedia(thing) ? (shown ?? script) : null);
      }),
      ...elements.filter(({ tagName }) => tagName !== 'SCRIPT').flatMap(marked),
    ];
  },
};

type Thing = Record<string, unknown>;

/** The objects of a JSON-LD script that name a source type. */
function things(script: Element): Thing[] {
  const text = script.textContent;
  if (text.length > limits.script || !/digitalSourceType/i.test(text)) return [];
  const found: Thing[] = [];
  const waiting: unknown[] = [];
  try {
    waiting.push(JSON.parse(text));
  } catch {
    return [];
  }
  for (let read = 0; waiting.length > 0 && read < limits.things; read++) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next) && sourceTypes(next as Thing).length > 0) found.push(next as Thing);
    // Not spread: an array of a million would not fit on the stack.
    for (const inner of Object.values(next)) waiting.push(inner);
  }
  return found.toReversed();
}

/** `digitalSourceType`, alone, in a list, as `{"@id"}`, with or without a prefix. */
function sourceTypes(thing: Thing): string[] {
  const values = Object.entries(thing)
    .filter(([name]) => /(?:^|[/#:])digitalSourceType$/i.test(name))
    .flatMap(([, value]) => value);
  return values
    .map((value) => (typeof value === 'object' && value !== null ? ((value as Thing)['@id'] ?? (value as Thing)['@value']) : value))
    .filter((value) => typeof value === 'string');
}

const isMedia = (thing: Thing): boolean => media.test([thing['@type']].flat().slice(0, 10).join(' '));

function spoken(thing: Thing, element: Element | null): Hit[] {
  return sourceTypes(thing).flatMap((value) => {
    const by = madeBy(value);
    return by ? [{ element, kind: `declared-${by}` as const, snippet: `"digitalSourceType": "${value}"` }] : [];
  });
}

/** The images on the page by address; those with an address of megabytes are described by none. */
function imagesOf(document: Document): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const image of document.querySelectorAll('img[src]')) {
    const address = addressOf(document, image.getAttribute('src'));
    if (address && !found.has(address)) found.set(address, image);
    if (found.size >= limits.images) break;
  }
  return found;
}

function addressOf(document: Document, value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value, document.baseURI)) return null;
  return new URL(value, document.baseURI).href;
}

function marked(element: Element): Hit[] {
  const value = ['content', 'href', 'resource', 'src'].map((name) => valueOf(element, name)).find((value) => value !== '');
  const by = madeBy(value ?? textUpTo(element, 200));
  if (!by) return [];
  const item = element.closest('[itemscope],[typeof]');
  const type = item ? valueOf(item, 'itemtype') + valueOf(item, 'typeof') : '';
  return [
    {
      element: item && media.test(type) ? (item.querySelector('img,video,audio') ?? element) : item,
      kind: `declared-${by}`,
      snippet: markupOf(element, ['itemprop', 'property', 'content', 'href', 'resource', 'src']),
    },
  ];
}
