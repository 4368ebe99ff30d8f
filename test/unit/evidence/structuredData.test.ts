// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { brief, look, prose } from './page.ts';

const ld = (thing: unknown) => `<script type="application/ld+json">${typeof thing === 'string' ? thing : JSON.stringify(thing)}</script>`;
const iptc = (term: string) => `http://cv.iptc.org/newscodes/digitalsourcetype/${term}`;
const article = (digitalSourceType: unknown) =>
  look(`<article><p>${prose}</p></article>`, { head: ld({ '@type': 'Article', digitalSourceType }) });

test.each([
  ['https://schema.org/TrainedAlgorithmicMediaDigitalSource', 'declared-ai'],
  ['http://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource', 'declared-ai'],
  [iptc('trainedAlgorithmicMedia'), 'declared-ai'],
  [iptc('CompositeWithTrainedAlgorithmicMediaDigitalSource'), 'declared-ai'],
  ['TrainedAlgorithmicMediaDigitalSource', 'declared-ai'],
  ['https://schema.org/DigitalCaptureDigitalSource', 'declared-human'],
  [iptc('digitalCreation'), 'declared-human'],
])('an article of source type %s', (value, kind) => {
  expect(article(value)).toMatchObject([
    {
      kind,
      strength: 'declared',
      rule: 'digital-source-type@2026-05-14',
      snippet: `"digitalSourceType": "${value}"`,
      element: 'page',
      ai: kind === 'declared-ai',
    },
  ]);
});

test('lists, objects and graphs', () => {
  const ai = iptc('trainedAlgorithmicMedia');
  expect(brief(article([ai, 'https://schema.org/TrainedAlgorithmicMediaDigitalSource']))).toEqual(['digital-source-type declared-ai page']);
  expect(brief(article({ '@id': ai }))).toEqual(['digital-source-type declared-ai page']);
  const graph = { '@graph': [{ '@type': 'WebPage', mainEntity: { '@type': 'Article', 'schema:digitalSourceType': ai } }] };
  expect(brief(look(prose, { head: ld(graph) }))).toEqual(['digital-source-type declared-ai page']);
});

test.each([
  ['a source type that says neither', { '@type': 'Article', digitalSourceType: iptc('algorithmicMedia') }],
  ['one that does not exist', { '@type': 'Article', digitalSourceType: iptc('constructor') }],
  ['the words elsewhere', { '@type': 'Article', about: 'digitalSourceType trainedAlgorithmicMedia' }],
  ['no JSON', '{"digitalSourceType": "TrainedAlgorithmicMediaDigitalSource"'],
  ['a number', { digitalSourceType: 5 }],
])('%s is no evidence', (_, thing) => expect(look(prose, { head: ld(thing) })).toEqual([]));

test('an image speaks for itself only', () => {
  const image = { '@type': 'ImageObject', contentUrl: '/rose.png', digitalSourceType: iptc('trainedAlgorithmicMedia') };
  expect(
    brief(look(`<article><p>${prose}</p><img id="rose" src="rose.png"></article>`, { head: ld(image), url: 'https://example.org/' })),
  ).toEqual(['digital-source-type declared-ai rose']);
  expect(brief(look(`<article><p>${prose}</p></article>`, { head: ld(image) }))).toEqual(['digital-source-type declared-ai script']);
});

test('microdata and RDFa', () => {
  const found = look(`
    <article id="one" itemscope itemtype="https://schema.org/Article"><link itemprop="digitalSourceType" href="https://schema.org/TrainedAlgorithmicMediaDigitalSource"><p>${prose}</p></article>
    <figure itemscope itemtype="https://schema.org/ImageObject"><img id="two" src="x.png"><meta itemprop="digitalSourceType" content="${iptc('digitalCapture')}"></figure>
    <div id="three" typeof="schema:Article"><span property="schema:digitalSourceType" content="${iptc('compositeSynthetic')}"></span>${prose}</div>
    <p itemprop="digitalSourceType">unknown</p>`);
  expect(brief(found)).toEqual([
    'digital-source-type declared-ai one',
    'digital-source-type declared-human two',
    'digital-source-type declared-ai three',
  ]);
});
