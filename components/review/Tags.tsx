/** A review in a few small tags: what it comes to, and its flags. */
import { createContext } from 'preact';
import { number } from '../../lib/i18n/numbers.ts';
import { knows, text } from '../../lib/i18n/text.ts';
import type { Severity } from '../../lib/model/review.ts';
import { severities } from '../../lib/model/review.ts';
import type { RowVerdict } from '../../lib/model/reviewed.ts';

const tones: Record<RowVerdict, string> = {
  approved: 'good',
  edited: '',
  rejected: 'bad',
  escalated: 'warn',
  corrected: '',
  up: 'good',
  down: 'bad',
  flagged: 'warn',
  noted: '',
  compared: '',
};
const severityTones: Record<Severity, string> = { minor: 'warn', major: 'bad', critical: 'bad' };

/** The verdict in its colour; null says that there is none. */
export function VerdictTag({ verdict }: { verdict: RowVerdict | null }) {
  if (!verdict) return <span class="soft">{text('verdict.none')}</span>;
  return <span class={`tag ${tones[verdict]}`}>{text(`verdict.${verdict}`)}</span>;
}

/** "1 major flag", one tag a severity, the worst first; with `short` the worst alone, the others are a number. */
export function FlagTags({ flags, short = false }: { flags: { severity: Severity }[]; short?: boolean }) {
  const said = severities.toReversed().flatMap((severity) => {
    const n = flags.filter((flag) => flag.severity === severity).length;
    return n > 0 ? [{ severity, n, words: text(`flags.${severity}`, { n }) }] : [];
  });
  const rest = short ? said.slice(1) : [];
  return [
    ...said.slice(0, said.length - rest.length).map(({ severity, words }) => (
      <span key={severity} class={`tag ${severityTones[severity]}`}>
        {words}
      </span>
    )),
    rest.length > 0 && (
      <span key=" " class="tag plain" title={rest.map(({ words }) => words).join(', ')}>
        +{number(rest.reduce((sum, { n }) => sum + n, 0))}
      </span>
    ),
  ];
}

const none: readonly string[] = [];

/** Tags of the person's own; `most` is how many there is room for, the others are a number. */
export function OwnTags({ tags = none, most = tags.length }: { tags: readonly string[] | undefined; most?: number }) {
  const rest = tags.slice(most);
  return [
    ...tags.slice(0, most).map((tag) => (
      <span key={tag} class="tag plain" dir="auto">
        {tag}
      </span>
    )),
    rest.length > 0 && (
      <span key=" " class="tag plain" title={rest.join(', ')}>
        +{number(rest.length)}
      </span>
    ),
  ];
}

/** The name of a flag's category: as who judges by a rubric calls it, else ours, else its id. */
export const CategoryNames = createContext((category: string): string => {
  const key = `category.${category}`;
  return knows(key) ? text(key) : category;
});
