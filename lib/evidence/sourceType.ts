/**
 * Digital source types: how something was made, in the words of IPTC NewsCodes and of schema.org, which names the same terms its own way.
 * http://cv.iptc.org/newscodes/digitalsourcetype/ · https://schema.org/IPTCDigitalSourceEnumeration
 */

/** `ai`: a trained model made it or a part of it. `human`: a camera, a scan or a person did. Terms that say neither are left out. */
const terms: Record<string, 'ai' | 'human'> = {
  trainedalgorithmicmedia: 'ai',
  trainedalgorithmicdata: 'ai',
  compositewithtrainedalgorithmicmedia: 'ai',
  compositesynthetic: 'ai',
  digitalcapture: 'human',
  computationalcapture: 'human',
  compositecapture: 'human',
  negativefilm: 'human',
  positivefilm: 'human',
  print: 'human',
  digitalcreation: 'human',
  digitalart: 'human',
  humanedits: 'human',
  minorhumanedits: 'human',
};

/** What a term, an address of a term or a schema.org name says: `…/digitalsourcetype/digitalCapture`, `schema:DigitalCaptureDigitalSource`. */
export function madeBy(value: string): 'ai' | 'human' | null {
  const term = value
    .trim()
    .slice(0, 200)
    .split(/[/#:]/)
    .at(-1)!
    .toLowerCase()
    .replace(/digitalsource$/, '');
  return Object.hasOwn(terms, term) ? terms[term]! : null;
}

/** What the addresses of terms in a manifest's bytes say; null if there are none that say it. One by AI makes the whole AI. */
export function madeByIn(bytes: string): 'ai' | 'human' | null {
  const said = new Set<'ai' | 'human'>();
  for (const { index, 0: address } of bytes.matchAll(/digitalsourcetype\//gi)) {
    const after = bytes.slice(index + address.length, index + address.length + 40).toLowerCase();
    // CBOR puts the next key right behind, and its length byte may be a letter: the longest term that fits is the one.
    const term = Object.keys(terms)
      .filter((name) => after.startsWith(name))
      .sort((a, b) => b.length - a.length)[0];
    if (term) said.add(terms[term]!);
  }
  return said.has('ai') ? 'ai' : said.has('human') ? 'human' : null;
}
