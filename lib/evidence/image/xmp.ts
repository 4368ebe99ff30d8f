/**
 * Marks in XMP packets: IPTC's digital source type, China's label (GB 45438-2025), the credit line that Google writes, and where Content Credentials
 * are kept if not in the file. A packet is searched as text: it may be broken, or no XML at all, and each search looks at a bounded piece.
 * https://www.iptc.org/std/photometadata/specification/ · http://cv.iptc.org/newscodes/digitalsourcetype/
 */
import { madeBy } from '../sourceType.ts';
import { mark, type ImageMark } from './marks.ts';
import { propertiesIn, type Property } from './xmpProperties.ts';

const iptcExtension = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';
const tc260 = 'http://www.tc260.org.cn/ns/AIGC/1.0/';
const photoshop = 'http://ns.adobe.com/photoshop/1.0/';
const dublinCore = 'http://purl.org/dc/terms/';

/** One mark for each thing that a packet says. */
export function marksOfXmp(packet: string): ImageMark[] {
  return [
    ...propertiesIn(packet, iptcExtension, 'DigitalSourceType').flatMap(sourceType),
    ...propertiesIn(packet, tc260, 'AIGC').flatMap(chinaLabel),
    ...propertiesIn(packet, photoshop, 'Credit').flatMap(({ value, snippet }) => creditMark(value, snippet)),
    ...propertiesIn(packet, dublinCore, 'provenance').flatMap(({ value, snippet }) =>
      /^https?:\/\/\S+$/.test(value) ? [mark('credentials-elsewhere', 'declared', 'image-c2pa-remote@2026-04-01', snippet)] : [],
    ),
  ];
}

/** A credit line, in XMP or in IPTC's older fields: "Made with Google AI", "Edited with Google AI". */
export function creditMark(credit: string, snippet = credit): ImageMark[] {
  return /\b(?:made|edited|created|generated) (?:with|by) (?:google )?ai\b/i.test(credit)
    ? [mark('credit', 'labelled', 'image-credit@2025-11-20', snippet)]
    : [];
}

function sourceType({ value, snippet }: Property): ImageMark[] {
  const who = madeBy(value);
  return who ? [mark(`declared-${who}`, 'declared', 'image-source-type@2025-04-09', snippet)] : [];
}

/** JSON with a label: 1 is AI, 2 may be (its author says so), 3 is suspected (the platform found signs). */
function chinaLabel({ value, snippet }: Property): ImageMark[] {
  const label = /"Label"\s{0,20}:\s{0,20}"?([123])"?\s{0,20}[,}]/.exec(value)?.[1];
  const rule = 'image-tc260@2025-09-01';
  if (label === '1') return [mark('declared-ai', 'declared', rule, snippet)];
  if (label === '2') return [mark('declared-maybe', 'labelled', rule, snippet)];
  return label === '3' ? [mark('declared-suspected', 'weak', rule, snippet)] : [];
}
