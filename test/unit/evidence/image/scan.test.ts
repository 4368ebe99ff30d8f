/** Marks in real pictures of each format, none where there is none, and nothing but an answer for whatever else the bytes are. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { scanImage } from '../../../../lib/evidence/image/scan.ts';
import {
  be32,
  box,
  bytes,
  chunk,
  compressedXmp,
  extendedXmp,
  itemXmp,
  plain,
  resourceXmp,
  withCredit,
  withXmp,
  type Format,
} from './pictures.ts';
import { makeSigner, signPicture } from './sign.ts';

const formats = Object.keys(plain) as Format[];
const mimes: Record<Format, string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};
const terms = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const rdf = (inside: string, attributes = ''): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const iptc = 'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"';
const tc260 = 'xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"';
const typed = (term: string): string => rdf(`<Iptc4xmpExt:DigitalSourceType>${terms}${term}</Iptc4xmpExt:DigitalSourceType>`, iptc);
const label = (value: string): string =>
  `{"Label":"${value}","ContentProducer":"0019","ProduceID":"7","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}`;
const found = async (file: Uint8Array) => (await scanImage(file)).marks.map(({ kind, strength }) => `${kind}, ${strength}`);

describe.each(formats)('%s', (format) => {
  test('a picture without marks has none', async () => {
    expect(await scanImage(plain[format])).toEqual({ format, marks: [], signed: false });
  });

  test('a digital source type', async () => {
    expect(await scanImage(withXmp(format, typed('trainedAlgorithmicMedia')))).toEqual({
      format,
      marks: [
        {
          kind: 'declared-ai',
          strength: 'declared',
          snippet: `<Iptc4xmpExt:DigitalSourceType>${terms}trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>`,
          rule: expect.stringMatching(/^image-source-type@\d{4}-\d\d-\d\d$/),
        },
      ],
      signed: false,
    });
    expect(await found(withXmp(format, typed('compositeWithTrainedAlgorithmicMedia')))).toEqual(['declared-ai, declared']);
    expect(await found(withXmp(format, typed('digitalCapture')))).toEqual(['declared-human, declared']);
    expect(await found(withXmp(format, typed('algorithmicMedia')))).toEqual([]);
  });

  test('the label of GB 45438', async () => {
    const element = (value: string) => withXmp(format, rdf(`<TC260:AIGC>${label(value)}</TC260:AIGC>`, tc260));
    expect(await found(element('1'))).toEqual(['declared-ai, declared']);
    expect(await found(element('2'))).toEqual(['declared-maybe, labelled']);
    expect(await found(element('3'))).toEqual(['declared-suspected, weak']);
    expect(await found(element('0'))).toEqual([]);
    const attribute = (value: string) => withXmp(format, rdf('', `${tc260} TC260:AIGC="${label(value).replaceAll('"', '&quot;')}"`));
    expect(await found(attribute('1'))).toEqual(['declared-ai, declared']);
    expect(await found(attribute('3'))).toEqual(['declared-suspected, weak']);
  });

  test('signed credentials', async () => {
    const signer = await makeSigner('Painters');
    const signed = (sourceType: string) => signPicture(plain[format], signer, { mime: mimes[format], sourceType: terms + sourceType });
    expect(await scanImage(await signed('trainedAlgorithmicMedia'))).toEqual({
      format,
      marks: [
        {
          kind: 'credentials-ai',
          strength: 'declared',
          snippet: `{"action":"c2pa.created","digitalSourceType":"${terms}trainedAlgorithmicMedia","softwareAgent":{"name":"Test Painter","version":"1.0"}}`,
          rule: expect.stringMatching(/^image-c2pa@/),
        },
      ],
      signed: true,
    });
    expect(await found(await signed('digitalCapture'))).toEqual(['credentials-human, declared']);
    expect(await found(await signed('dataDrivenMedia'))).toEqual(['credentials, declared']);
  });
});

describe('the forms that marks take', () => {
  test('long XMP in pieces, compressed XMP, XMP as an item, XMP among the resources', async () => {
    const long = rdf(`<dc:description>${'x'.repeat(150_000)}</dc:description>${typed('trainedAlgorithmicMedia')}`);
    expect(await found(extendedXmp(long, 3))).toEqual(['declared-ai, declared']);
    expect(await found(compressedXmp(typed('trainedAlgorithmicMedia')))).toEqual(['declared-ai, declared']);
    expect(await found(itemXmp(typed('trainedAlgorithmicMedia')))).toEqual(['declared-ai, declared']);
    expect(await found(resourceXmp(typed('trainedAlgorithmicMedia')))).toEqual(['declared-ai, declared']);
  });

  test('a resource, an attribute, another prefix, an array', async () => {
    const of = (inside: string, attributes = '') => found(withXmp('png', rdf(inside, attributes)));
    expect(await of(`<Iptc4xmpExt:DigitalSourceType rdf:resource="${terms}trainedAlgorithmicMedia"/>`, iptc)).toHaveLength(1);
    expect(await of('', `${iptc} Iptc4xmpExt:DigitalSourceType='${terms}trainedAlgorithmicMedia'`)).toHaveLength(1);
    const other = 'xmlns:q="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"';
    expect(await of(`<q:DigitalSourceType>${terms}trainedAlgorithmicMedia</q:DigitalSourceType>`, other)).toHaveLength(1);
    const array = `<TC260:AIGC><rdf:Alt><rdf:li xml:lang="x-default"><![CDATA[${label('1')}]]></rdf:li></rdf:Alt></TC260:AIGC>`;
    expect(await of(array, tc260)).toEqual(['declared-ai, declared']);
  });

  test('the words alone are no mark: another namespace, a description', async () => {
    const of = (inside: string, attributes = '') => found(withXmp('png', rdf(inside, attributes)));
    expect(
      await of(`<q:DigitalSourceType>${terms}trainedAlgorithmicMedia</q:DigitalSourceType>`, 'xmlns:q="https://example.com/"'),
    ).toEqual([]);
    expect(await of(`<dc:description>DigitalSourceType: ${terms}trainedAlgorithmicMedia</dc:description>`, iptc)).toEqual([]);
    expect(await of(`<dc:description>TC260:AIGC ${label('1')}</dc:description>`, tc260)).toEqual([]);
  });

  test('a credit line', async () => {
    expect(await found(withCredit('Made with Google AI'))).toEqual(['credit, labelled']);
    expect(await found(withCredit('Mai Airens / Agency'))).toEqual([]);
    const photoshop = 'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"';
    expect(await found(withXmp('jpeg', rdf('', `${photoshop} photoshop:Credit="Edited with Google AI"`)))).toEqual(['credit, labelled']);
    expect(await found(withXmp('jpeg', rdf('', `${photoshop} photoshop:Credit="Ai Weiwei"`)))).toEqual([]);
  });

  test('credentials that are kept elsewhere', async () => {
    const packet = rdf('', 'xmlns:dcterms="http://purl.org/dc/terms/" dcterms:provenance="https://example.com/manifest.c2pa"');
    expect(await found(withXmp('jpeg', packet))).toEqual(['credentials-elsewhere, declared']);
  });
});

describe('whatever the bytes are', () => {
  let real: Uint8Array[];
  beforeAll(async () => {
    const signer = await makeSigner('Painters');
    const packet = rdf(`<TC260:AIGC>${label('1')}</TC260:AIGC>${typed('digitalCapture')}`, tc260);
    real = [
      ...formats.map((format) => withXmp(format, packet)),
      ...(await Promise.all(
        formats.map((format) => signPicture(plain[format], signer, { mime: mimes[format], sourceType: `${terms}trainedAlgorithmicMedia` })),
      )),
      compressedXmp(packet),
      extendedXmp(packet, 2),
      itemXmp(packet),
      resourceXmp(packet),
      withCredit('Made with Google AI'),
    ];
  });

  test('there is an answer: bytes changed, cut out, doubled, or cut off', async () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const edit = fc.record({
      // Most of what can go wrong stands at the beginning.
      at: fc.tuple(place, fc.constantFrom(1, 0.1)).map(([value, scale]) => value * scale),
      length: fc.nat(40),
      kind: fc.constantFrom('change', 'remove', 'double', 'cut', 'ones', 'zeros'),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(100), fc.array(edit, { minLength: 1, maxLength: 6 }), async (which, edits) => {
        let file = real[which % real.length]!;
        for (const { at, length, kind, bytes: other } of edits) {
          const from = Math.floor(at * file.length);
          const [before, part, after] = [file.subarray(0, from), file.subarray(from, from + length), file.subarray(from + length)];
          if (kind === 'change') file = bytes(before, other, file.subarray(from + other.length));
          else if (kind === 'remove') file = bytes(before, after);
          else if (kind === 'double') file = bytes(before, part, part, after);
          else if (kind === 'cut') file = before;
          else file = bytes(before, new Uint8Array(part.length).fill(kind === 'ones' ? 255 : 0), after);
        }
        const { marks } = await scanImage(file);
        expect(marks.length).toBeLessThanOrEqual(50);
        for (const { snippet } of marks) expect(snippet.length).toBeLessThanOrEqual(300);
      }),
      { numRuns: 2000 },
    );
  });

  test('there is an answer for any bytes behind a right beginning', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(20), fc.uint8Array({ maxLength: 400 }), async (which, tail) => {
        await scanImage(bytes(real[which % real.length]!.subarray(0, 16), tail));
      }),
      { numRuns: 1000 },
    );
  });

  test('boxes nested a hundred thousand deep, values nested as deep', async () => {
    const described = bytes('c2pa', new Uint8Array(12), [3], 'c2pa\0');
    const description = box('jumd', described);
    let size = 0;
    const heads: Uint8Array[] = [];
    for (let depth = 0; depth < 100_000; depth++) {
      size += 8 + description.length;
      heads.push(bytes(be32(size), 'jumb', description));
    }
    const nested = bytes(...heads.toReversed());
    expect((await scanImage(bytes(plain.png.subarray(0, 33), chunk('caBX', nested)))).marks).toHaveLength(1);
    const cbor = box('cbor', new Uint8Array(1_000_000).fill(0x81));
    const named = (name: string, ...inside: Uint8Array[]) =>
      box('jumb', bytes(box('jumd', bytes(new Uint8Array(16), [3], `${name}\0`)), ...inside));
    const store = named('c2pa', named('urn:x', named('c2pa.assertions', named('c2pa.actions', cbor))));
    expect(await found(bytes(plain.png.subarray(0, 33), chunk('caBX', store)))).toEqual(['credentials, declared']);
  });

  test('a gigabyte that was made small is not made large', async () => {
    const { deflateSync } = await import('node:zlib');
    const small = deflateSync(new Uint8Array(200_000_000));
    const before = process.memoryUsage().arrayBuffers;
    const bomb = chunk('iTXt', bytes('XML:com.adobe.xmp\0', [1, 0], '\0\0', small));
    expect(await found(bytes(plain.png.subarray(0, 33), bomb))).toEqual([]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000);
  });

  test('a million names, and items that overlap', async () => {
    expect(await found(withXmp('png', rdf('Iptc4xmpExt:DigitalSourceType '.repeat(300_000), iptc)))).toEqual([]);
    expect(await found(withXmp('png', rdf('a'.repeat(5_000_000), iptc)))).toEqual([]);
    const extents = Array.from({ length: 60_000 }, () => [...be32(0), ...be32(0x7f_ff_ff_ff)]).flat();
    const entry = bytes([1, 0, 0, 0, 0x44, 0x00], [0, 1], [0, 7], [0, 0], [0, 0], [0xea, 0x60], extents);
    const infe = box('infe', bytes([2, 0, 0, 1], [0, 7], [0, 0], 'mime', 'xmp\0application/rdf+xml\0'));
    const meta = box('meta', bytes(be32(0), box('iinf', bytes(be32(0), [0, 1], infe)), box('iloc', entry)));
    expect(await found(bytes(box('ftyp', bytes('heic', be32(0), 'mif1heic')), meta))).toEqual([]);
  });

  test('a plain text, an empty file and a page are no images', async () => {
    for (const text of ['', 'GIF', 'hello', '<!doctype html><p>svg</p>', '%PDF-1.7'])
      expect(await scanImage(bytes(text))).toEqual({ format: null, marks: [], signed: false });
  });
});
