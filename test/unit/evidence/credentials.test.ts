// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { brief, look, prose } from './page.ts';

/** As much of a manifest store as is read: a JUMBF box, and an action with its source type in CBOR. */
const manifest = (term?: string) =>
  `\0\0\0\x40jumb\0\0\0\x1ejumdc2pa${term ? `qdigitalSourceTypex${String.fromCharCode(46 + term.length)}http://cv.iptc.org/newscodes/digitalsourcetype/${term}msoftwareAgent` : ''}`;
const script = (content: string) => `<script type="application/c2pa">${content}</script>`;
const selector = (byte: number) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16);
const wrapped = (bytes: string, length = bytes.length, version = '\x01') =>
  `\uFEFF${Array.from(`C2PATXT\0${version}${String.fromCharCode(0, 0, length >> 8, length & 255)}${bytes}`, (byte) => selector(byte.charCodeAt(0))).join('')}`;

test.each([
  ['trainedAlgorithmicMedia', 'credentials-ai', true],
  ['compositeWithTrainedAlgorithmicMedia', 'credentials-ai', true],
  ['digitalCapture', 'credentials-human', false],
  ['composite', 'credentials', false],
  [undefined, 'credentials', false],
])('a manifest in the head, source type %s', (term, kind, ai) => {
  expect(look(`<article>${prose}</article>`, { head: script(btoa(manifest(term))) })).toMatchObject([
    { kind, ai, strength: 'declared', rule: 'c2pa@2026-04-01', element: 'page', snippet: '<script type="application/c2pa">' },
  ]);
});

test('a manifest elsewhere is named, not fetched', () => {
  expect(look(prose, { head: '<link rel="c2pa-manifest" href="/m.c2pa">' })).toMatchObject([
    { kind: 'credentials', ai: false, snippet: '<link rel="c2pa-manifest" href="/m.c2pa">' },
  ]);
});

test('two associations are none; so are bytes that are no manifest', () => {
  const one = script(btoa(manifest('trainedAlgorithmicMedia')));
  expect(look(prose, { head: one + one })).toEqual([]);
  expect(look(prose, { head: `${one}<link rel="c2pa-manifest" href="/m.c2pa">` })).toEqual([]);
  expect(look(prose, { head: script('') })).toEqual([]);
  expect(look(prose, { head: script('hello') })).toEqual([]);
  expect(look(prose, { head: script(btoa('hello there')) })).toEqual([]);
});

test('the invisible wrapper in a text', () => {
  const found = look(`<article><p id="p">${prose}${wrapped(manifest('trainedAlgorithmicMedia'))}</p></article>`);
  expect(brief(found)).toEqual(['c2pa credentials-ai p']);
  expect(brief(look(`<p id="p">${prose}${wrapped(manifest())}</p>`))).toEqual(['c2pa credentials p']);
});

test.each([
  ['cut off', wrapped(manifest('trainedAlgorithmicMedia'), 4000)],
  ['of another version', wrapped(manifest('trainedAlgorithmicMedia'), undefined, '\x02')],
  ['without a manifest', wrapped('hello')],
  ['of an emoji', '❤\uFE0F 🏴\u{E0067}\u{E0062}'],
])('a wrapper %s is none', (_, text) => expect(look(`<p>${prose}${text}</p>`)).toEqual([]));

test('the block of a structured text', () => {
  const block = (reference: string) =>
    `<pre id="pre"># -----BEGIN C2PA MANIFEST----- ${reference} -----END C2PA MANIFEST-----\nkey: value</pre>`;
  const data = `data:application/c2pa;base64,${btoa(manifest('trainedAlgorithmicMedia'))}`;
  expect(brief(look(block(data)))).toEqual(['c2pa credentials-ai pre']);
  expect(brief(look(block('https://example.org/m.c2pa')))).toEqual(['c2pa credentials pre']);
  for (const wrong of ['', 'not a url', 'ftp://example.org/m', 'data:application/c2pa;base64,aGVsbG8='])
    expect(look(block(wrong))).toEqual([]);
  expect(look(block(`${data} -----END C2PA MANIFEST-----\n# -----BEGIN C2PA MANIFEST----- ${data}`))).toEqual([]);
});
