/** What was found in an image: the claim, the exact snippet, the rule. */
import type { Evidence } from '../../lib/model/answer.ts';
import { text, type Key } from '../../lib/i18n/text.ts';
import type { SignatureState } from './Signature.tsx';
import { toneOf } from './tone.ts';

export interface MarksProps {
  marks: readonly Evidence[];
  /** False where the format is none that we read. */
  known: boolean;
  /** What checking the signature came to; null: not checked. */
  checked: SignatureState | null;
}

export function Marks({ marks, known, checked }: MarksProps) {
  if (marks.length === 0) {
    return (
      <div class="none">
        <h2>{text(known ? 'image.none' : 'image.unknown')}</h2>
        <p class="soft">{text(known ? 'image.noneMeans' : 'image.unknownMeans')}</p>
      </div>
    );
  }
  return (
    <div>
      <h2>{text('image.marks', { n: marks.length })}</h2>
      <ul class="marks">
        {marks.map((mark) => {
          const [rule, date] = mark.rule.split('@');
          return (
            <li key={`${mark.rule}${mark.kind}${mark.snippet}`}>
              <p class="line">
                <span class={`dot ${toneOf(mark.kind)}`} aria-hidden="true" />
                <strong>{text(`image.claim.${mark.kind}` as Key)}</strong>
                <Status kind={mark.kind} checked={checked} />
              </p>
              <p class="soft">{text(`image.means.${mark.kind}` as Key)}</p>
              <pre>{mark.snippet}</pre>
              <p class="hint">{text('image.rule', { rule: rule ?? '', date: date ?? '' })}</p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const tones = { valid: 'good', unknown: 'warn', invalid: 'bad' } as const;

/** How much stands behind a claim. What is kept elsewhere was not read, so that nothing is claimed. */
function Status({ kind, checked }: { kind: string; checked: SignatureState | null }) {
  if (kind === 'credentials-elsewhere') return null;
  const signed = kind.startsWith('credentials');
  const state = signed ? (checked ?? 'open') : 'unsigned';
  return <span class={`tag ${signed && checked ? tones[checked] : ''}`}>{text(`image.status.${state}`)}</span>;
}
