/** The review of the open answer, in full: everything about it can be said and taken back here. */
import { useEffect, useState } from 'preact/hooks';
import { when } from '../../lib/i18n/dates.ts';
import { number } from '../../lib/i18n/numbers.ts';
import { wordsOf } from '../../lib/i18n/rubric.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Terms } from '../../lib/model/controls.ts';
import type { ReviewChange } from '../../lib/model/review.ts';
import { Rating } from '../dashboard/Rating.tsx';
import { Writing as WritingField } from '../dashboard/Writing.tsx';
import { Diff } from '../review/Diff.tsx';
import { Others } from '../review/Others.tsx';
import { TagField } from '../review/TagField.tsx';
import { Scores } from '../review/Scores.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Decisions } from './Decisions.tsx';
import { EscalateForm } from './EscalateForm.tsx';
import { FlagItem } from './FlagItem.tsx';
import type { PanelAnswer, PanelCalls, Writing } from './state.ts';

interface OpenAnswerProps {
  shown: PanelAnswer;
  terms: Terms;
  writing: Writing | null;
  /** Tags in use, and how often. */
  tags: Record<string, number>;
  /** Address of our dashboard; null where it does not show this review. */
  dashboard: string | null;
  calls: PanelCalls;
}

export function OpenAnswer({ shown, terms, writing, tags, dashboard, calls }: OpenAnswerProps) {
  const { answer, review } = shown;
  const { rubric, escalateTo } = terms.policy;
  const words = wordsOf(rubric);
  const [problem, setProblem] = useState<string | null>(null);
  // The answer is another one now, or another thing was said about it: what went wrong before is over.
  useEffect(() => setProblem(null), [answer.id, review?.updatedAt]);
  if (answer.state === 'streaming') return <p class="said hint">{text('panel.wait')}</p>;

  const perform = async (change: ReviewChange): Promise<string | null> => {
    const wrong = await calls.act(shown, change);
    setProblem(wrong);
    return wrong;
  };
  const act = (change: ReviewChange): void => void perform(change);
  const draft = (change: ReviewChange) => calls.act(shown, change, false);
  const finish = () => calls.act(shown, { kind: 'finish' });
  const close = (): void => calls.write(null);
  const scored = rubric.criteria.filter(({ id }) => review?.scores[id] !== undefined).length;

  return (
    <div class="said" role="group" aria-label={text('rail.name')}>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Others review={review} original={answer.markdown} nameOf={(id) => words.category(id).label} onChoose={act} />
      <div class="line">
        <Rating rating={review?.rating ?? null} onRate={(rating) => act({ kind: 'rate', rating })} />
        <span class="end">
          {writing !== 'correct' && (
            <Button kind="quiet" onClick={() => calls.write('correct')}>
              {text(review?.correction ? 'panel.editCorrection' : 'dashboard.correct')}
            </Button>
          )}
          {writing !== 'note' && (
            <Button kind="quiet" onClick={() => calls.write('note')}>
              {text(review?.note ? 'panel.editNote' : 'dashboard.addNote')}
            </Button>
          )}
          {review?.status === 'draft' && writing === null && (
            <Button kind="quiet" onClick={() => act({ kind: 'finish' })}>
              {text('dashboard.finish')}
            </Button>
          )}
        </span>
      </div>
      <Decisions review={review} terms={terms} onChange={act} onEscalate={() => calls.write('escalate')} />
      {writing === 'escalate' ? (
        <EscalateForm
          known={review?.escalation ?? null}
          to={escalateTo}
          onEscalate={(to, reason) => calls.act(shown, { kind: 'escalate', to, reason })}
          onClose={close}
        />
      ) : (
        review?.escalation && (
          <p class="words">
            <strong>{text('panel.escalatedTo', { to: review.escalation.to })}</strong>
            {review.escalation.reason && `\n${review.escalation.reason}`}
          </p>
        )
      )}
      {review && review.flags.length > 0 && (
        <ul class="flag-list" aria-label={text('dashboard.flags')}>
          {review.flags.map((flag) => (
            <FlagItem
              key={flag.id}
              flag={flag}
              name={words.category(flag.category).label}
              writing={typeof writing === 'object' && writing?.flag === flag.id}
              onWrite={(on) => calls.write(on ? { flag: flag.id } : null)}
              onRemove={() => act({ kind: 'unflag', flagId: flag.id })}
              onChange={(changed) => act({ kind: 'flag', flag: changed })}
              onDraft={(changed) => draft({ kind: 'flag', flag: changed })}
              onFinish={finish}
            />
          ))}
        </ul>
      )}
      {writing === 'correct' ? (
        <WritingField
          key={`correct ${answer.id}`}
          label={text('dashboard.correction')}
          rows={8}
          value={review?.correction?.markdown ?? answer.markdown}
          original={answer.markdown}
          onDraft={(markdown) => draft({ kind: 'correct', markdown: markdown === answer.markdown ? null : markdown })}
          onFinish={finish}
          onClose={close}
        >
          {(markdown) => markdown !== answer.markdown && <Diff before={answer.markdown} after={markdown} />}
        </WritingField>
      ) : (
        review?.correction && <Diff before={answer.markdown} after={review.correction.markdown} />
      )}
      {writing === 'note' ? (
        <WritingField
          key={`note ${answer.id}`}
          label={text('dashboard.note')}
          rows={3}
          value={review?.note ?? ''}
          onDraft={(note) => draft({ kind: 'note', note })}
          onFinish={finish}
          onClose={close}
        />
      ) : (
        review?.note && (
          <p class="words" dir="auto">
            {review.note}
          </p>
        )
      )}
      <TagField
        tags={review?.tags ?? []}
        used={tags}
        onAdd={(tag) => perform({ kind: 'tag', tag })}
        onRemove={(tag) => act({ kind: 'untag', tag })}
      />
      {rubric.criteria.length > 0 && (
        <details class="unfold">
          <summary>
            <span>{text('panel.scores')}</span>
            {scored > 0 && <span class="hint">{text('panel.scored', { n: scored, all: rubric.criteria.length })}</span>}
          </summary>
          <Scores
            criteria={rubric.criteria}
            words={words.criterion}
            scores={review?.scores ?? {}}
            onScore={(criterion, points) => act({ kind: 'score', criterion, points })}
          />
        </details>
      )}
      {review && (
        <p class="hint facts">
          <span>
            {review.reviewer.name ?? text('dashboard.me')} · <time dateTime={review.updatedAt}>{when(review.updatedAt)}</time>
            {review.status === 'final' && review.revision > 1 && ` · ${text('panel.revision', { revision: number(review.revision) })}`}
          </span>
          {dashboard !== null && (
            <a href={`${dashboard}#review/${review.id}`} target="_blank" rel="noreferrer">
              {text('panel.open')}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
