/** Points on the criteria of a rubric; what a score means shows below them while it is pointed at or focused. */
import type { CriterionWords } from '../../lib/i18n/rubric.ts';
import { number } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import { scoresOf, type Criterion } from '../../lib/model/rubric.ts';

export interface ScoresProps {
  criteria: readonly Criterion[];
  /** `wordsOf(rubric).criterion`. */
  words: (id: string) => CriterionWords;
  /** Points by criterion, as a review holds them. */
  scores: Record<string, number>;
  /** Null takes the points back: a second press on what is given. */
  onScore: (criterion: string, points: number | null, event: Event) => void;
  /** Why nobody can score here, in words. */
  locked?: string | undefined;
  /** Gets each button that is drawn, as `ref` does. */
  drawn?: (element: Element | null) => void;
}

/** Plain, without state: it stands in pages of ours and beside answers. Its looks are in `scores.css`. */
export function Scores({ criteria, words, scores, onScore, locked, drawn }: ScoresProps) {
  return (
    <div class="scores">
      {criteria.map(({ id, scale }) => {
        const { label, anchors } = words(id);
        const given = scores[id] ?? null;
        return (
          <div key={id} class={`criterion ${scale}`} role="group" aria-label={label} data-criterion={id}>
            <span class="label" aria-hidden="true">
              {label}
            </span>
            {scoresOf(scale).map((points) => {
              const face = scale === 'yes-no' ? text(`score.${points as 0 | 1}`) : number(points);
              const means = anchors[points] === face ? undefined : anchors[points];
              return [
                <button
                  key={points}
                  type="button"
                  class="score"
                  aria-label={means ? `${face}. ${means}` : face}
                  aria-pressed={given === points}
                  aria-disabled={locked !== undefined}
                  ref={drawn}
                  onClick={(event) => locked === undefined && onScore(id, given === points ? null : points, event)}
                >
                  {face}
                </button>,
                <span key={`${points} means`} class="means" aria-hidden="true">
                  {means}
                </span>,
              ];
            })}
          </div>
        );
      })}
      {locked !== undefined && <p class="hint">{locked}</p>}
    </div>
  );
}
