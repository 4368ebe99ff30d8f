/** Two answers that were compared: both texts, which one is better, and why. */
import { useId } from 'preact/hooks';
import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import type { ComparedAnswers, Comparison } from '../../lib/model/preference.ts';

export interface PairProps {
  item: ComparedAnswers;
  /** The answer that is shown around this; it comes first. Null: none is. */
  about: string | null;
  /** Absent where nothing can be changed. */
  onChoose?: (better: Comparison) => void;
}

export function Pair({ item: { preference, answers }, about, onChoose }: PairProps) {
  const group = useId();
  const { better, reason, status } = preference;
  const chosen: Comparison | null =
    status === 'withdrawn' ? null : better === null ? 'same' : better === answers[0].id ? 'first' : 'second';
  const turned = about !== null && answers[1].id === about;
  const names = about === null ? (['first', 'second'] as const) : (['this', 'other'] as const);
  const order = turned ? (['second', 'first'] as const) : (['first', 'second'] as const);
  const nameOf = (side: Comparison): string => text(side === 'same' ? 'compare.same' : `compare.${names[order.indexOf(side)] ?? 'first'}`);
  return (
    <>
      <div class="pair">
        {order.map((side) => {
          const answer = answers[side === 'first' ? 0 : 1];
          return (
            <figure key={side} class={chosen === side ? 'better' : undefined}>
              <figcaption class="line">
                <span>{nameOf(side)}</span>
                {chosen === side && <span class="tag good">{text('compare.better')}</span>}
                <span class="hint end">{answer.model ?? <time dateTime={answer.capturedAt}>{when(answer.capturedAt)}</time>}</span>
              </figcaption>
              <div class="words" dir="auto">
                {answer.markdown}
              </div>
            </figure>
          );
        })}
      </div>
      {onChoose && (
        <fieldset class="choose">
          <legend>{text('compare.which')}</legend>
          {([...order, 'same'] as const).map((side) => (
            <label class="choice" key={side}>
              <input type="radio" name={group} value={side} checked={chosen === side} onChange={() => onChoose(side)} />
              <span>{nameOf(side)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {reason && (
        <div>
          <h3>{text('compare.reason')}</h3>
          <p class="words">{reason}</p>
        </div>
      )}
    </>
  );
}
