/**
 * Content Credentials (C2PA 2.4) in a page: appendix A.7 for HTML, A.8 for unstructured text, A.9 for structured text. Read, not verified.
 * Publishers sign human articles this way as well: only a digital source type in the manifest says who made it. A manifest that stands
 * elsewhere is not fetched. https://spec.c2pa.org
 */
import { markupOf, passageOf } from './blocks.ts';
import type { Hit, PageText, Rule } from './rule.ts';
import { madeByIn } from './sourceType.ts';

/** Units of Base64 or of variation selectors that are read; longer manifests are read as far as this. */
const maxManifest = 2_000_000;

/** A manifest store begins with a JUMBF super box of this type. */
const jumbf = 'jumb';
const begin = '-----BEGIN C2PA MANIFEST-----';
const end = '-----END C2PA MANIFEST-----';

/** U+FEFF and what of a wrapper is always the same, `C2PATXT\0` and version 1, each byte a variation selector. */
const wrapper = `\uFEFF${[0x43, 0x32, 0x50, 0x41, 0x54, 0x58, 0x54, 0, 1].map(selectorOf).join('')}`;

export const credentials: Rule = {
  id: 'c2pa',
  kind: 'credentials',
  date: '2026-04-01',
  strength: 'declared',
  select: 'script[type="application/c2pa" i],link[rel~="c2pa-manifest" i]',
  text: new RegExp(`${wrapper}|${begin}`),
  find: ({ elements, texts }) => [...inHtml(elements), ...texts.flatMap(inText)],
};

/** A.7: one association stands for the page; more than one is none. */
function inHtml(elements: readonly Element[]): Hit[] {
  const [one, ...others] = elements;
  if (!one || others.length > 0) return [];
  const bytes = one.tagName === 'SCRIPT' ? fromBase64(one.textContent) : '';
  // An empty script, or one whose bytes are no manifest, associates nothing.
  if (one.tagName === 'SCRIPT' ? !bytes.includes(jumbf) : !one.getAttribute('href')) return [];
  return [{ element: null, kind: kindOf(bytes), snippet: markupOf(one, ['type', 'rel', 'href']) }];
}

function inText({ node, data }: PageText): Hit[] {
  const at = data.indexOf(wrapper);
  const bytes = at < 0 ? armoured(data) : unwrapped(data.slice(at + wrapper.length, at + maxManifest));
  if (bytes === null) return [];
  // The wrapper is invisible: its name says what was found.
  return [
    {
      element: passageOf(node),
      kind: kindOf(bytes),
      snippet: at < 0 ? data.slice(data.indexOf(begin), maxManifest) : 'C2PATextManifestWrapper',
    },
  ];
}

/** A.8: after magic and version four bytes of length, big-endian, and as many bytes of JUMBF; null where they do not add up. */
function unwrapped(data: string): string | null {
  let bytes = '';
  for (const character of data) {
    const byte = byteOf(character.codePointAt(0)!);
    if (byte === null) break;
    bytes += String.fromCharCode(byte);
  }
  const length = [0, 1, 2, 3].reduce((sum, at) => sum * 256 + bytes.charCodeAt(at), 0);
  const manifest = bytes.slice(4, 4 + length);
  return bytes.length >= 4 && manifest.length === length && manifest.includes(jumbf) ? manifest : null;
}

/** A.9: between the delimiters a `data:` address with the manifest, or the address of one; the bytes, empty for an address, null for neither. */
function armoured(data: string): string | null {
  const from = data.indexOf(begin);
  const to = data.indexOf(end, from);
  if (from < 0 || to < 0 || data.includes(begin, to)) return null;
  const reference = data.slice(from + begin.length, Math.min(to, from + maxManifest)).trim();
  if (/^https:\/\/\S{1,2000}$/.test(reference)) return '';
  const prefix = 'data:application/c2pa;base64,';
  const bytes = reference.startsWith(prefix) ? fromBase64(reference.slice(prefix.length)) : '';
  return bytes.includes(jumbf) ? bytes : null;
}

function kindOf(bytes: string): Hit['kind'] {
  const by = madeByIn(bytes);
  return by ? `credentials-${by}` : 'credentials';
}

function fromBase64(text: string): string {
  const clean = text.slice(0, maxManifest).replaceAll(/\s/g, '');
  try {
    return atob(clean.slice(0, clean.length - (clean.length % 4)));
  } catch {
    return '';
  }
}

function selectorOf(byte: number): string {
  return String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16);
}

function byteOf(point: number): number | null {
  if (point >= 0xfe00 && point <= 0xfe0f) return point - 0xfe00;
  return point >= 0xe0100 && point <= 0xe01ef ? point - 0xe0100 + 16 : null;
}
