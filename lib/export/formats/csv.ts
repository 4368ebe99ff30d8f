/** A table for people: one review a line, RFC 4180 (quotes doubled, lines end with CRLF), UTF-8. Answers are whole. */
import type { Flag, Review } from '../../model/review.ts';
import type { Answer } from '../../model/answer.ts';
import type { ExportFormat } from '../format.ts';

/** Column → what stands in it. */
const columns: Record<string, (review: Review, answer: Answer) => string> = {
  review: ({ id }) => id,
  revision: ({ revision }) => String(revision),
  answer_id: (_, { id }) => id,
  reviewer: ({ reviewer }) => reviewer.name ?? '',
  reviewer_id: ({ reviewer }) => reviewer.id,
  role: ({ reviewer }) => reviewer.role,
  updated_at: ({ updatedAt }) => updatedAt,
  site: (_, { site }) => site,
  url: (_, { url }) => url,
  title: (_, { title }) => title,
  provider: (_, { provider }) => provider ?? '',
  model: (_, { model }) => model ?? '',
  prompt: (_, { prompt }) => prompt.findLast(({ role }) => role === 'user')?.text ?? '',
  answer: (_, { markdown }) => markdown,
  rating: ({ rating }) => (rating === null ? '' : rating > 0 ? 'up' : 'down'),
  decision: ({ decision }) => decision ?? '',
  correction: ({ correction }) => correction?.markdown ?? '',
  flags: ({ flags }) => flags.map(flagWords).join('; '),
  note: ({ note }) => note,
  active_ms: ({ timing }) => String(timing.activeMs),
};
const header = Object.keys(columns);

export const csv: ExportFormat = {
  id: 'csv',
  label: 'format.csv',
  async *files(reviewed, { name = 'bluepencil' }) {
    const file = `${name}.csv`;
    let begun = false;
    for await (const { answer, reviews } of reviewed) {
      if (!begun) yield { file, data: line(header), reviewIds: [] };
      begun = true;
      for (const review of reviews) {
        yield { file, data: line(Object.values(columns).map((cell) => cell(review, answer))), reviewIds: [review.id] };
      }
    }
  },
  check(_file, data) {
    const cells = parseLine(data);
    if (cells === null) return ['not one record of RFC 4180'];
    if (cells.length !== header.length) return [`${cells.length} cells instead of ${header.length}`];
    return cells.some((cell) => formula.test(cell)) ? ['a cell begins a formula'] : [];
  },
};

const flagWords = ({ category, severity, span, note }: Flag): string =>
  `${category} (${severity})${span ? ` "${span.quote.exact}"` : ''}${note ? `: ${note}` : ''}`;

/** What makes a spreadsheet calculate, or run, a cell: OWASP's list, and the wide forms that some programs take for it. */
const formula = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/;

const line = (cells: string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** An apostrophe makes a spreadsheet show a formula as the text that it is. */
function cell(value: string): string {
  const text = value.toWellFormed().replaceAll('\0', '');
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The cells of one record that fills the whole text; null: it is not one. */
function parseLine(data: string): string[] | null {
  const cells: string[] = [];
  const piece = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n)/y;
  for (;;) {
    const match = piece.exec(data);
    if (!match) return null;
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') return piece.lastIndex === data.length ? cells : null;
  }
}
