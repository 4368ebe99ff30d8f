import { reasonWords } from '../../lib/i18n/reasons.ts';
import { knows, text } from '../../lib/i18n/text.ts';
import type { Found } from './found.ts';

/** What was found on this page and why. Evidence is quoted: it proves what it says and no more. */
export function FoundHere({ found }: { found: Found | null | undefined }) {
  if (found === undefined) return <p class="soft">{text('popup.looking')}</p>;
  if (!found) return <p class="soft">{text('popup.silent')}</p>;
  const { answers, streaming, reasons, evidence } = found;
  const why = [...new Set(reasons)];
  return (
    <div class="found">
      <output>
        {answers > 0 ? text('popup.found', { n: answers }) : text('popup.nothing')}
        {streaming > 0 && <span class="soft"> {text('popup.writing', { n: streaming })}</span>}
      </output>
      {why.length > 0 && (
        <details>
          <summary>{text(answers > 0 ? 'popup.why' : 'popup.whyNot')}</summary>
          <ul>
            {why.map((reason) => (
              <li key={reason}>{reasonWords(reason)}</li>
            ))}
          </ul>
        </details>
      )}
      {evidence.length > 0 && (
        <div class="evidence">
          <h2 id="evidence">{text('popup.evidence')}</h2>
          <ul aria-labelledby="evidence">
            {evidence.map(({ kind, snippet, rule }) => (
              <li key={`${rule} ${snippet}`} title={rule}>
                {claim(kind, rule)} <q>{snippet}</q>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** What this kind of evidence proves, and no more; its rule where there are no words for it. */
function claim(kind: string, rule: string): string {
  const key = `evidence.${kind}`;
  return knows(key) ? text(key) : rule;
}
