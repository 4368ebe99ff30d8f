/** One review, whole: the answer, what was said about it, what was said before; all of it can be changed here. */
import { useEffect, useState } from 'preact/hooks';
import { reasonWords } from '../../lib/i18n/reasons.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Answer } from '../../lib/model/answer.ts';
import type { ComparedAnswers } from '../../lib/model/preference.ts';
import { emptyJudgement, type Review, type ReviewChange } from '../../lib/model/review.ts';
import { verdictOf } from '../../lib/review/verdict.ts';
import { Diff } from '../review/Diff.tsx';
import { Others } from '../review/Others.tsx';
import { TagField } from '../review/TagField.tsx';
import { FlagTags, VerdictTag } from '../review/Tags.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { CompareAct } from './ComparisonDetail.tsx';
import { Comparisons } from './Comparisons.tsx';
import { DetailHead, Prompt } from './DetailHead.tsx';
import { EraseHere, type ErasingProps } from './Erasing.tsx';
import { FlagList } from './FlagList.tsx';
import { Rating } from './Rating.tsx';
import { Revisions, type Delivery } from './Revisions.tsx';
import type { Sight } from './Theirs.tsx';
import { Writing } from './Writing.tsx';

/** A review as the store reads it. */
export interface ShownReview {
  answer: Answer;
  /** Oldest first. */
  revisions: Review[];
  draft: Review | null;
  /** What is said about this answer beside others. */
  comparisons: ComparedAnswers[];
  delivery: Delivery[];
  /** A colleague's, and how it stands to this person; null: their own. */
  theirs?: Sight | null;
}

/** What a change did, for the bar that offers its undo. */
export type Deed = 'rate' | 'unflag' | 'tag' | 'untag' | 'delete' | 'goBack' | 'restore' | 'finish' | 'write';

export interface DetailProps {
  review: ShownReview;
  /** Tags in use, and how often. */
  tags: Record<string, number>;
  /** Makes a change; the reply is what went wrong, in words, or null. Without a deed it goes to the draft. */
  onChange: (change: ReviewChange, deed?: Deed) => Promise<string | null>;
  /** The same for one of its comparisons. */
  onCompare: (item: ComparedAnswers, act: CompareAct) => Promise<string | null>;
  onClose: () => void;
  erasing: ErasingProps;
}

export function Detail({
  review: { answer, revisions, draft, comparisons, delivery },
  tags,
  onChange,
  onCompare,
  onClose,
  erasing,
}: DetailProps) {
  const [writing, setWriting] = useState<'correct' | 'note' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = revisions.at(-1) ?? null;
  const now = draft ?? newest ?? { ...emptyJudgement(), status: 'withdrawn' as const, reviewer: null };
  const withdrawn = now.status === 'withdrawn';
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && onClose();
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [onClose]);
  const toRevision = revisions.findLast(({ status }) => status === 'final')?.revision;
  const perform = async (change: ReviewChange, deed: Deed): Promise<string | null> => {
    const wrong = await onChange(change, deed);
    setProblem(wrong);
    return wrong;
  };
  const act = (change: ReviewChange, deed: Deed): void => void perform(change, deed);
  const finish = () => onChange({ kind: 'finish' }, 'write');

  return (
    <section class="detail" aria-label={text('dashboard.detail')}>
      <DetailHead answer={answer} reviewer={now.reviewer?.name} onClose={onClose} />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="line">
        {withdrawn ? (
          <>
            <span class="tag plain">{text('dashboard.deleted')}</span>
            {toRevision !== undefined && (
              <Button kind="main" onClick={() => act({ kind: 'undo', toRevision }, 'restore')}>
                {text('dashboard.restoreReview')}
              </Button>
            )}
          </>
        ) : (
          <>
            <Rating rating={now.rating} onRate={(rating) => act({ kind: 'rate', rating }, 'rate')} />
            <VerdictTag verdict={verdictOf(now)} />
            <FlagTags flags={now.flags} />
            {draft && <span class="tag warn">{text('dashboard.draft')}</span>}
            {draft && writing === null && (
              <Button kind="quiet" onClick={() => act({ kind: 'finish' }, 'finish')}>
                {text('dashboard.finish')}
              </Button>
            )}
          </>
        )}
      </div>

      {!withdrawn && <Others review={draft ?? newest} original={answer.markdown} onChoose={(change) => act(change, 'write')} />}
      <Prompt answer={answer} />
      <section>
        <div class="line">
          <h3>{text(now.correction ? 'dashboard.corrected' : 'dashboard.answer')}</h3>
          {!withdrawn && writing !== 'correct' && (
            <Button kind="quiet" class="end" onClick={() => setWriting('correct')}>
              {text('dashboard.correct')}
            </Button>
          )}
        </div>
        {writing === 'correct' ? (
          <Writing
            key="correct"
            label={text('dashboard.correction')}
            rows={10}
            value={now.correction?.markdown ?? answer.markdown}
            original={answer.markdown}
            onDraft={(value) => onChange({ kind: 'correct', markdown: value === answer.markdown ? null : value })}
            onFinish={finish}
            onClose={() => setWriting(null)}
          >
            {(value) => value !== answer.markdown && <Diff before={answer.markdown} after={value} />}
          </Writing>
        ) : now.correction ? (
          <Diff before={answer.markdown} after={now.correction.markdown} />
        ) : (
          <div class="words" dir="auto">
            {answer.markdown}
          </div>
        )}
      </section>
      {now.flags.length > 0 && (
        <section>
          <h3>{text('dashboard.flags')}</h3>
          <FlagList flags={now.flags} onRemove={withdrawn ? undefined : ({ id }) => act({ kind: 'unflag', flagId: id }, 'unflag')} />
        </section>
      )}
      {!withdrawn && (
        <section>
          {writing === 'note' ? (
            <Writing
              key="note"
              label={text('dashboard.note')}
              rows={3}
              value={now.note}
              onDraft={(note) => onChange({ kind: 'note', note })}
              onFinish={finish}
              onClose={() => setWriting(null)}
            />
          ) : (
            <div class="line">
              {now.note && <h3>{text('dashboard.note')}</h3>}
              <Button kind="quiet" class={now.note ? 'end' : 'start'} onClick={() => setWriting('note')}>
                {text(now.note ? 'dashboard.editNote' : 'dashboard.addNote')}
              </Button>
            </div>
          )}
          {now.note && writing !== 'note' && (
            <p class="words" dir="auto">
              {now.note}
            </p>
          )}
        </section>
      )}
      {!withdrawn && (
        <section>
          <h3>{text('tags.name')}</h3>
          <TagField
            tags={now.tags ?? []}
            used={tags}
            onAdd={(tag) => perform({ kind: 'tag', tag }, 'tag')}
            onRemove={(tag) => act({ kind: 'untag', tag }, 'untag')}
          />
        </section>
      )}
      <Comparisons items={comparisons} about={answer.id} onCompare={(item, what) => void onCompare(item, what).then(setProblem)} />
      <Revisions revisions={revisions} delivery={delivery} onGoBack={(revision) => act({ kind: 'undo', toRevision: revision }, 'goBack')} />
      <section>
        <h3>{text('dashboard.found')}</h3>
        <p class="hint">{answer.detectedBy.reasons.map(reasonWords).join(' · ')}</p>
      </section>
      {!withdrawn && (
        <Button kind="plain" class="danger" onClick={() => act({ kind: 'withdraw' }, 'delete')}>
          {text('dashboard.delete')}
        </Button>
      )}
      <EraseHere about={(draft ?? newest)?.id ?? ''} answer={answer} erasing={erasing} />
    </section>
  );
}
