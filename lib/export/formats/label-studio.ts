/**
 * Label Studio tasks: `{ data: { text, prompt, … }, annotations: [{ result: […] }] }`, one task an answer, one annotation a review; beside them the
 * labelling setup, with the categories that are used.
 */
import type { Answer } from '../../model/answer.ts';
import type { Review } from '../../model/review.ts';
import { inCodePoints } from '../codePoints.ts';
import { listFormat } from '../list.ts';

export const labelStudio = listFormat({
  id: 'label-studio',
  label: 'tasks',
  reader: 'tools',
  extension: 'json',
  rows(item, seen) {
    if ('preference' in item) return 'only-compared';
    const { answer, reviews } = item;
    if (answer.text.trim() === '') return 'empty-content';
    for (const { flags } of reviews) for (const { category } of flags) seen.add(category);
    const prompt = answer.prompt.findLast(({ role }) => role === 'user')?.text ?? '';
    const data = { text: answer.text, prompt, answer_id: answer.id, url: answer.url, model: answer.model ?? '' };
    const annotations = reviews.map((review) => ({ result: resultOf(review, answer) }));
    return [{ row: { data, annotations }, reviewIds: reviews.map(({ id }) => id) }];
  },
  check(row) {
    const { data, annotations } = row as { data?: { text?: unknown }; annotations?: { result?: { value?: Value }[] }[] };
    const text = data?.text;
    if (typeof text !== 'string' || text.trim() === '' || !text.isWellFormed()) return ['no text'];
    const values = (annotations ?? []).flatMap(({ result }) => result ?? []).flatMap(({ value }) => (value?.labels ? [value] : []));
    const points = values.length > 0 ? Array.from(text) : [];
    const wrong = values.some((value) => points.slice(value.start, value.end).join('') !== value.text);
    return wrong ? ['a passage is not what stands there'] : [];
  },
  beside: {
    extension: 'xml',
    data: (seen) => setup([...seen].toSorted()),
    check: (data) => (/^<View>[^]*<\/View>\n$/.test(data) ? [] : ['no setup']),
  },
});

interface Value {
  start?: number;
  end?: number;
  text?: unknown;
  labels?: string[];
}

const verdicts = ['up', 'down', 'approve', 'edit', 'reject', 'escalate'];

function resultOf({ id, flags, rating, decision, correction }: Review, { text }: Answer) {
  const on = (name: string, type: string, value: unknown) => ({ id: `${id}-${name}`, from_name: name, to_name: 'text', type, value });
  const points = flags.some(({ span }) => span) ? Array.from(text.toWellFormed()) : [];
  const passages = flags.flatMap(({ id: flagId, category, span }) => {
    if (!span) return [];
    const place = inCodePoints(text, span.position);
    const exact = points.slice(place.start, place.end).join('');
    return [{ ...on('label', 'labels', { ...place, text: exact, labels: [category] }), id: flagId }];
  });
  const whole = flags.filter(({ span }) => !span).map(({ category }) => category);
  const verdict = decision ?? (rating === null ? null : rating > 0 ? 'up' : 'down');
  return [
    ...passages,
    ...(whole.length > 0 ? [on('flags', 'choices', { choices: [...new Set(whole)] })] : []),
    ...(verdict ? [on('verdict', 'choices', { choices: [verdict] })] : []),
    ...(correction ? [on('correction', 'textarea', { text: [correction.markdown] })] : []),
  ];
}

/** The controls that the results name. */
function setup(categories: string[]): string {
  const each = (tag: string, values: string[]) => values.map((value) => `    <${tag} value="${escaped(value)}"/>`).join('\n');
  return `<View>
  <Header value="$prompt"/>
  <Labels name="label" toName="text">
${each('Label', categories)}
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="flags" toName="text" choice="multiple">
${each('Choice', categories)}
  </Choices>
  <Choices name="verdict" toName="text">
${each('Choice', verdicts)}
  </Choices>
  <TextArea name="correction" toName="text"/>
</View>
`;
}

const escaped = (value: string): string => value.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
