/**
 * A report for people, in Markdown: each answer with what was asked, and what each reviewer said of it. Texts of others stand in quotes, so
 * that none of them can pass for the report; images and HTML in them are shown as they are written, since a viewer would load them.
 */
import type { Answer, Turn } from '../../model/answer.ts';
import type { ComparedAnswers, Preference } from '../../model/preference.ts';
import type { Flag, Review, Reviewer } from '../../model/review.ts';
import type { ReviewedAnswer } from '../../model/reviewed.ts';
import { idsOf, type ExportFormat } from '../format.ts';
import { plain } from '../plain.ts';

export const report: ExportFormat = {
  id: 'report',
  label: 'report',
  reader: 'people',
  async *files(items, { name = 'bluepencil' }) {
    const file = `${name}.report.md`;
    let number = 0;
    for await (const item of items) {
      if (number === 0) yield { file, data: '# Reviewed AI answers\n', reviewIds: [] };
      number += 1;
      const blocks = 'preference' in item ? ofComparison(item, number) : ofAnswer(item, number);
      yield { file, data: `\n${blocks.join('\n\n')}\n`, reviewIds: idsOf(item) };
    }
  },
  check(_file, data) {
    if (!data.endsWith('\n') || !data.isWellFormed() || data.includes('\0')) return ['no whole lines of text'];
    return data.split('\n').every((line) => /^(?:#{1,3} |- |>|\*\*[A-Z]|$)/.test(line)) ? [] : ['a text stands outside of its quote'];
  },
};

const ofAnswer = ({ answer, reviews }: ReviewedAnswer, number: number): string[] => [
  `## ${number}. ${plain(answer.title) || plain(answer.site)}`,
  about(answer),
  ...asked(answer.prompt),
  '**Answered**',
  quote(answer.markdown),
  ...reviews.flatMap(ofReview),
];

function ofComparison({ preference, preferences = [preference], answers: [one, other] }: ComparedAnswers, number: number): string[] {
  const word = ({ better }: Preference): string =>
    better === null ? 'Both are as good' : better === one.id ? 'The first is better' : 'The second is better';
  return [
    `## ${number}. ${plain(one.title) || plain(one.site)}: two answers`,
    about(one),
    ...asked(one.prompt),
    '**First answer**',
    quote(one.markdown),
    '**Second answer**',
    quote(other.markdown),
    ...preferences.flatMap((said) => [
      `### ${by(said.reviewer)}, ${said.updatedAt.slice(0, 10)}`,
      `- ${word(said)}${said.reason === '' ? '' : `: ${plain(said.reason)}`}`,
    ]),
  ];
}

const about = ({ url, provider, model, capturedAt }: Answer): string =>
  [
    `- Page: ${plain(url)}`,
    `- Model: ${plain([provider, model].filter(Boolean).join(' ')) || 'not known'}`,
    `- Read on ${capturedAt.slice(0, 10)}`,
  ].join('\n');

/** The last question; what was said before is in the other formats. */
function asked(prompt: Turn[]): string[] {
  const question = prompt.findLast(({ role }) => role === 'user')?.text;
  return question === undefined ? [] : ['**Asked**', quote(question)];
}

function ofReview(review: Review): string[] {
  const { reviewer, updatedAt, scores, flags, escalation, note, tags = [], correction } = review;
  const said = [
    `- Verdict: ${verdict(review)}`,
    ...Object.entries(scores).map(([criterion, points]) => `- ${plain(criterion)}: ${points}`),
    ...flags.map(flagged),
    ...(escalation ? [`- To ${plain(escalation.to)}: ${plain(escalation.reason)}`] : []),
    ...(note === '' ? [] : [`- Note: ${plain(note)}`]),
    ...(tags.length > 0 ? [`- Tags: ${plain(tags.join(', '))}`] : []),
  ];
  return [
    `### ${by(reviewer)}, ${updatedAt.slice(0, 10)}`,
    said.join('\n'),
    ...(correction ? ['**Corrected**', quote(correction.markdown)] : []),
  ];
}

const verdict = ({ decision, rating }: Review): string => decision ?? (rating === null ? 'none' : rating > 0 ? 'thumb up' : 'thumb down');

const by = ({ name, id, role }: Reviewer): string => `${plain(name ?? id)} (${plain(role)})`;

const flagged = ({ category, severity, span, note }: Flag): string =>
  `- Flag: ${plain(category)}, ${severity}${span ? `, on “${plain(span.quote.exact)}”` : ''}${note ? `: ${plain(note)}` : ''}`;

/** Every line of it in a quote. What stands in fenced code is left as it is: nothing is loaded from there. */
function quote(markdown: string): string {
  let fence = '';
  return markdown
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|[\r\n]/)
    .map((line) => {
      const [mark = ''] = /^ {0,3}(?:`{3,}|~{3,})/.exec(line) ?? [];
      const bare = mark.trim();
      const inside = fence !== '';
      if (!inside) fence = bare;
      else if (bare.startsWith(fence) && line.trim() === bare) fence = '';
      const shown = inside || bare !== '' ? line : line.replaceAll('![', '!\\[').replace(/<(?=[a-z/!?])/gi, '\\<');
      return shown === '' ? '>' : `> ${shown}`;
    })
    .join('\n');
}
