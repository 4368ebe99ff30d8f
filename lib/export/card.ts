/**
 * The card of a data set: `README.md`, as Hugging Face shows it (YAML head, then prose), which says what the rows are, who judged them and
 * what they are not good for. It holds nothing of the answers themselves, and no reviewer's name or id.
 */
import type { Rubric } from '../model/rubric.ts';
import type { Choice } from './choose.ts';
import type { ExportFormat } from './format.ts';
import { limitsOf, type Counts } from './limits.ts';
import type { ExportSummary } from './make.ts';
import { plain as inline } from './plain.ts';
import type { Provenance } from './provenance.ts';

/** What the card is made of, beside what was counted. */
export interface CardFacts {
  format: ExportFormat;
  summary: ExportSummary;
  choice: Choice;
  rubric: Rubric;
  /** Places masked, by kind; null: nothing was looked for. */
  masked: ReadonlyMap<string, number> | null;
}

/** Its name: the one by which Hugging Face finds it. */
export const cardFile = 'README.md';

/** Counts lines of the sidecar as they come, in as much memory as there are models and reviewers. */
export function cardCounter(): { add(line: Provenance): void; card(facts: CardFacts): string } {
  const of: Counts = {
    verdicts: new Map(),
    flags: new Map(),
    agreement: new Map(),
    models: new Map(),
    sites: new Map(),
    reviewers: new Map(),
    rubrics: new Map(),
    mended: new Map(),
    judged: 0,
    incomplete: 0,
    corrected: 0,
    spans: 0,
    lost: 0,
    from: null,
    to: null,
  };
  const count = (line: Provenance): void => {
    of.judged += 1;
    one(of.verdicts, verdictOf(line));
    for (const { category, severity, span } of line.flags) {
      one(of.flags, `${category} (${severity})`);
      of.spans += span ? 1 : 0;
      of.lost += span && span.markdown === null ? 1 : 0;
    }
    one(of.agreement, line.agreement);
    one(of.models, [line.provider, line.model ?? 'model not known'].filter(Boolean).join(' '));
    one(of.sites, line.site);
    for (const reviewer of line.reviewers) one(of.reviewers, reviewer);
    one(of.rubrics, `${line.rubric.id}, version ${line.rubric.version}`);
    for (const what of line.mended) one(of.mended, what);
    of.incomplete += line.promptComplete ? 0 : 1;
    of.corrected += line.corrected ? 1 : 0;
    const day = line.reviewedAt.slice(0, 10);
    of.from = of.from === null || day < of.from ? day : of.from;
    of.to = of.to === null || day > of.to ? day : of.to;
    for (const other of line.others ?? []) count(other);
  };
  return {
    add: count,
    card: (facts) => `${[head(of, facts), ...sections(of, facts)].join('\n\n')}\n`,
  };
}

const verdictOf = ({ decision, rating, corrected, rejectedAnswerId }: Provenance): string => {
  if (decision !== null) return decision;
  if (rejectedAnswerId !== null) return 'compared';
  if (rating !== null) return rating > 0 ? 'thumb up' : 'thumb down';
  return corrected ? 'corrected' : 'flagged or scored';
};

const one = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Hugging Face's classes of size, each below this many rows. */
const sizes: [number, string][] = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [Infinity, '1M<n<10M'],
];

/** A string of JSON is one of YAML. */
function head({ corrected }: Counts, { format, summary }: CardFacts): string {
  const names = summary.parts ? Object.entries(summary.parts).flatMap(([part, n]) => (n > 0 ? [part] : [])) : ['train'];
  const tags = ['bluepencil', 'human-feedback', format.reader, format.label];
  return [
    '---',
    `pretty_name: ${JSON.stringify(`Reviewed AI answers (${format.id})`)}`,
    'license: unknown',
    'task_categories:',
    '- text-generation',
    'annotations_creators:',
    '- expert-generated',
    'language_creators:',
    '- machine-generated',
    ...(corrected > 0 ? ['- expert-generated'] : []),
    'size_categories:',
    `- ${sizes.find(([below]) => summary.rows < below)?.[1]}`,
    'tags:',
    ...tags.map((tag) => `- ${tag}`),
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...summary.main.flatMap((file, at) => [`  - split: ${names[at]}`, `    path: ${JSON.stringify(file)}`]),
    '---',
  ].join('\n');
}

function sections(of: Counts, { format, summary, choice, rubric, masked }: CardFacts): string[] {
  const { files, rows, refused, unchosen, tokens } = summary;
  // A row may hold several answers, each judged by itself.
  const unit = of.judged > rows ? 'answers' : 'rows';
  const counted = (title: string, counts: Map<string, number>): string => countTable(title, unit, counts);
  const { rating, agreement, providers, wholeContext, sample, maxTokens, conflicts = 'latest' } = choice;
  const asked = Object.entries({ rating, agreement, providers, wholeContext: wholeContext || undefined, sample, maxTokens });
  const restricted = asked.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${JSON.stringify(value)}`]));
  const criteria = rubric.criteria.map(({ id, scale }) => `${id} (${scale === 'points' ? '1 to 5' : 'no or yes'})`);
  return [
    '# Reviewed AI answers',
    `Answers of AI tools that people reviewed where they read them, with Bluepencil, from ${of.from} to ${of.to}. ${rows} rows in the format \`${format.id}\`, about ${tokens} tokens${of.judged > rows ? `, with ${of.judged} answers` : ''}.`,
    '## Files',
    table(
      ['File', 'Rows'],
      files.map(({ file, rows: n }) => [file, n > 0 ? String(n) : '']),
    ),
    'Line by line, `*.meta.jsonl` says where each row comes from: the SHA-256 of the line, the reviews behind it, their flags with the passages, scores and verdict, and the model. Offsets of passages are given in UTF-16 units and in code points, in the plain text and in the Markdown that trains.',
    '## How the answers were judged',
    `Where several people reviewed an answer, this review counts: \`${conflicts}\`. Rubric: ${listed(of.rubrics)}. Criteria: ${plain(criteria.join(', ')) || 'none'}.`,
    counted('Verdict', of.verdicts),
    ...(of.flags.size > 0 ? [counted('Flag', of.flags)] : []),
    '## Who judged',
    `${of.reviewers.size} ${of.reviewers.size === 1 ? 'person' : 'people'}, without names: ${unit} by person ${[...of.reviewers.values()].toSorted((a, b) => b - a).join(', ')}.`,
    counted('Reviewers', of.agreement),
    '## Where the answers come from',
    counted('Model', of.models),
    counted('Tool', of.sites),
    '## Personal data',
    redaction(masked),
    '## What is left out',
    `Not asked for: ${unchosen}. ${restricted.length > 0 ? `Asked for: ${plain(restricted.join(', '))}.` : 'Nothing was filtered beyond that.'}`,
    refused.length > 0
      ? table(
          ['Asked for, but no row', 'Reviews'],
          refused.map(({ reason, n }) => [reason, String(n)]),
        )
      : 'Everything that was asked for gave a row.',
    '## Known limits',
    limitsOf(of, summary, masked !== null)
      .map((limit) => `- ${limit}`)
      .join('\n'),
  ];
}

function redaction(masked: CardFacts['masked']): string {
  if (!masked) return 'Nothing was masked: the rows hold what stood in the prompts and answers.';
  const places = [...masked].map(([kind, n]) => `${kind} ${n}`).join(', ');
  return `Personal data and secrets were looked for by rules and replaced with placeholders; places by kind: ${places || 'none found'}.`;
}

const byCount = (counts: Map<string, number>): [string, number][] => [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
/** More than these say nothing more. */
const shown = 50;
const countTable = (title: string, unit: 'answers' | 'rows', counts: Map<string, number>): string =>
  table(
    [title, unit === 'rows' ? 'Rows' : 'Answers'],
    byCount(counts)
      .slice(0, shown)
      .map(([key, n]) => [key, String(n)]),
  );
const listed = (counts: Map<string, number>): string =>
  byCount(counts)
    .map(([key]) => plain(key))
    .join('; ');
const table = (title: [string, string], rows: string[][]): string =>
  [title, ['---', '---:'], ...rows.map((cells) => cells.map(plain))].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Names come from pages. More of one than this says nothing more. */
const plain = (text: string): string => inline(text.slice(0, 200));
