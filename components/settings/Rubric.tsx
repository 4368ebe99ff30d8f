/** The categories and criteria of a rubric, with what they mean. */
import { number } from '../../lib/i18n/numbers.ts';
import { wordsOf } from '../../lib/i18n/rubric.ts';
import { knows, text } from '../../lib/i18n/text.ts';
import { scoresOf, type Criterion, type Rubric } from '../../lib/model/rubric.ts';

export function Categories({ rubric }: { rubric: Rubric }) {
  const words = wordsOf(rubric);
  return (
    <dl>
      {rubric.categories.map(({ id }) => {
        const { label, definition, example } = words.category(id);
        return (
          <div key={id}>
            <dt>{label}</dt>
            {definition !== null && <dd>{definition}</dd>}
            {example !== null && <dd class="hint">{text('policy.example', { example })}</dd>}
          </div>
        );
      })}
    </dl>
  );
}

export function Criteria({ rubric }: { rubric: Rubric }) {
  const words = wordsOf(rubric);
  if (rubric.criteria.length === 0) return <p class="soft">{text('policy.criteriaNone')}</p>;
  return (
    <dl>
      {rubric.criteria.map((criterion) => {
        const { label, anchors } = words.criterion(criterion.id);
        const explained = scoresOf(criterion.scale).filter((score) => anchors[score] !== undefined);
        return (
          <div key={criterion.id}>
            <dt>
              {label} <span class="hint">{text(criterion.scale === 'points' ? 'policy.points' : 'policy.yesNo')}</span>
            </dt>
            {explained.map((score) => (
              <dd key={score} class="anchor">
                <b>{scoreName(criterion, score)}</b>
                {anchors[score] !== scoreName(criterion, score) && <span>{anchors[score]}</span>}
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}

/** A score as people say it. */
function scoreName({ scale }: Criterion, score: number): string {
  const key = `score.${score}`;
  return scale === 'yes-no' && knows(key) ? text(key) : number(score);
}
