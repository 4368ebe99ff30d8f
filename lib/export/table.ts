/** Tables for people: one review a line, RFC 4180 (quotes doubled, lines end with CRLF), UTF-8. Answers are whole. */
import type { Flag, Review } from '../model/review.ts';
import type { Answer } from '../model/answer.ts';
import { idsOf, type ExportFormat } from './format.ts';

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
  tags: ({ tags = [] }) => tags.join('; '),
};
const header = Object.keys(columns);

/** How one table differs from the others. */
export interface Table {
  id: 'csv' | 'excel';
  /** Before the heading. */
  mark: '' | '\uFEFF';
  /** UTF-16 units that a cell holds; a review with more is refused, since nothing is cut. */
  cellLimit: number;
}

/** A table of all reviews. Preferences have no line in it. */
export const tableFormat = ({ id, mark, cellLimit }: Table): ExportFormat => ({
  id,
  label: id,
  reader: 'people',
  async *files(items, { name = 'bluepencil' }) {
    const file = id === 'csv' ? `${name}.csv` : `${name}.${id}.csv`;
    let begun = false;
    for await (const item of items) {
      if ('preference' in item) {
        for (const refused of idsOf(item)) yield { refused, reason: 'only-compared' };
        continue;
      }
      const { answer, reviews } = item;
      for (const review of reviews) {
        const cells = Object.values(columns).map((cell) => safe(cell(review, answer)));
        if (cells.some((cell) => cell.length > cellLimit)) {
          yield { refused: review.id, reason: 'too-long' };
          continue;
        }
        if (!begun) yield { file, data: `${mark}${line(header)}`, reviewIds: [] };
        begun = true;
        yield { file, data: line(cells), reviewIds: [review.id] };
      }
    }
  },
  check(_file, data) {
    const cells = parseLine(mark !== '' && data.startsWith(mark) ? data.slice(1) : data);
    if (cells === null) return ['not one record of RFC 4180'];
    if (cells.length !== header.length) return [`${cells.length} cells instead of ${header.length}`];
    if (cells.some((cell) => cell.length > cellLimit)) return ['a cell is too long'];
    return cells.some((cell) => formula.test(cell)) ? ['a cell begins a formula'] : [];
  },
});

const flagWords = ({ category, severity, span, note }: Flag): string =>
  `${category} (${severity})${span ? ` "${span.quote.exact}"` : ''}${note ? `: ${note}` : ''}`;

/** What makes a spreadsheet calculate, or run, a cell: OWASP's list, and the wide forms that some programs take for it. */
const formula = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/;

const line = (cells: string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** An apostrophe makes a spreadsheet show a formula as the text that it is. */
function safe(value: string): string {
  const text = value.toWellFormed().replaceAll('\0', '');
  return formula.test(text) ? `'${text}` : text;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

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
