import { text } from '../../lib/i18n/text.ts';
import type { Found } from './found.ts';

/** What was found on this page and why. Evidence is quoted: it proves what it says and no more. */
export function FoundHere({ found }: { found: Found | null | undefined }) {
  if (found === undefined) return <p class="soft">{text('popup.looking')}</p>;
  if (!found) return <p class="soft">{text('popup.silent')}</p>;
  const { answers, streaming, reasons, evidence } = found;
  const why = [...new Set([...reasons, ...evidence.map(({ snippet, rule }) => `${rule}: “${snippet}”`)])];
  return (
    <div class="found">
      <output>
        {answers > 0 ? text('popup.found', { n: answers }) : text('popup.nothing')}
        {streaming > 0 && ` ${text('popup.writing', { n: streaming })}`}
      </output>
      {why.length > 0 && (
        <details>
          <summary>{text(answers > 0 ? 'popup.why' : 'popup.whyNot')}</summary>
          <ul>
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
