/** A review in a few small tags: what it comes to, and its flags. */
import { knows, text } from '../../lib/i18n/text.ts';
import type { Severity } from '../../lib/model/review.ts';
import { severities } from '../../lib/model/review.ts';
import type { Verdict } from '../../lib/model/reviewed.ts';

const tones: Record<Verdict, string> = {
  approved: 'good',
  edited: '',
  rejected: 'bad',
  escalated: 'warn',
  corrected: '',
  up: 'good',
  down: 'bad',
  flagged: 'warn',
  noted: '',
};
const severityTones: Record<Severity, string> = { minor: 'warn', major: 'bad', critical: 'bad' };

/** The verdict in its colour; null says that there is none. */
export function VerdictTag({ verdict }: { verdict: Verdict | null }) {
  if (!verdict) return <span class="soft">{text('verdict.none')}</span>;
  return <span class={`tag ${tones[verdict]}`}>{text(`verdict.${verdict}`)}</span>;
}

/** "1 major flag", the worst first, one tag a severity. */
export function FlagTags({ flags }: { flags: { severity: Severity }[] }) {
  return severities.toReversed().flatMap((severity) => {
    const n = flags.filter((flag) => flag.severity === severity).length;
    if (n === 0) return [];
    return [
      <span key={severity} class={`tag ${severityTones[severity]}`}>
        {text(`flags.${severity}`, { n })}
      </span>,
    ];
  });
}

/** The name of a flag's category: translated where it is one of ours, else its id. */
export function categoryName(category: string): string {
  const key = `category.${category}`;
  return knows(key) ? text(key) : category;
}
