/**
 * W3C Web Annotations (JSON-LD): one for each flag, and one for a correction. The target is the page; its passage is told by a quote alone,
 * since a position would count from the beginning of the page, and ours counts from the beginning of the answer.
 */
import type { Answer } from '../../model/answer.ts';
import type { Flag, Review } from '../../model/review.ts';
import { listFormat } from '../list.ts';

export const webAnnotation = listFormat({
  id: 'web-annotation',
  label: 'annotations',
  reader: 'tools',
  extension: 'jsonld',
  rows(item) {
    if ('preference' in item) return 'only-compared';
    const { answer, reviews } = item;
    const made = reviews.flatMap((review) => [
      ...review.flags.map((flag) => ({ row: ofFlag(flag, review, answer), reviewIds: [review.id] })),
      ...(review.correction ? [{ row: ofCorrection(review.correction.markdown, review, answer), reviewIds: [review.id] }] : []),
    ]);
    return made.length > 0 ? made : 'no-flag';
  },
  check(row) {
    const { '@context': context, id, type, motivation, body, target } = row as Record<string, unknown>;
    const bodies = Array.isArray(body) ? (body as { type?: unknown; value?: unknown }[]) : [];
    const { source } = (target ?? {}) as { source?: unknown };
    return [
      ...(context === 'http://www.w3.org/ns/anno.jsonld' && type === 'Annotation' ? [] : ['no annotation']),
      ...(typeof id === 'string' && id.startsWith('urn:') ? [] : ['no id']),
      ...(motivation === 'tagging' || motivation === 'editing' ? [] : ['no motivation']),
      ...(bodies.length > 0 && bodies.every(({ type: kind, value }) => kind === 'TextualBody' && typeof value === 'string')
        ? []
        : ['no body']),
      ...(typeof source === 'string' ? [] : ['no source']),
    ];
  },
});

const ofFlag = (flag: Flag, review: Review, { url }: Answer) => ({
  ...about(`${review.id}#${encodeURIComponent(flag.id.toWellFormed())}`, 'tagging', review),
  body: [
    { type: 'TextualBody', purpose: 'tagging', value: flag.category },
    { type: 'TextualBody', purpose: 'classifying', value: flag.severity },
    ...(flag.note ? [{ type: 'TextualBody', purpose: 'commenting', value: flag.note }] : []),
  ],
  target: { source: url, ...(flag.span && { selector: [{ type: 'TextQuoteSelector', ...flag.span.quote }] }) },
});

const ofCorrection = (markdown: string, review: Review, { url, text }: Answer) => ({
  ...about(`${review.id}#correction`, 'editing', review),
  body: [{ type: 'TextualBody', purpose: 'editing', format: 'text/markdown', value: markdown }],
  target: { source: url, selector: [{ type: 'TextQuoteSelector', exact: text, prefix: '', suffix: '' }] },
});

const about = (id: string, motivation: 'tagging' | 'editing', { reviewer, createdAt, updatedAt }: Review) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `urn:uuid:${id}`,
  type: 'Annotation',
  motivation,
  creator: { type: 'Person', nickname: reviewer.id, ...(reviewer.name !== undefined && { name: reviewer.name }) },
  created: createdAt,
  modified: updatedAt,
});
