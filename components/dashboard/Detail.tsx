/** One review, whole: the answer, what was said about it, what was said before; all of it can be changed here. */
import { useEffect, useState } from 'preact/hooks';
import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Answer } from '../../lib/model/answer.ts';
import { emptyJudgement, type Review, type ReviewChange } from '../../lib/model/review.ts';
import { verdictOf } from '../../lib/review/verdict.ts';
import { Diff } from '../review/Diff.tsx';
import { FlagTags, VerdictTag } from '../review/Tags.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { siteName } from './Filters.tsx';
import { FlagList } from './FlagList.tsx';
import { Rating } from './Rating.tsx';
import { Revisions, type Delivery } from './Revisions.tsx';
import { Writing } from './Writing.tsx';

/** A review as the store reads it. */
export interface ShownReview {
  answer: Answer;
  /** Oldest first. */
  revisions: Review[];
  draft: Review | null;
  delivery: Delivery[];
}

/** What a change did, for the bar that offers its undo. */
export type Deed = 'rate' | 'unflag' | 'delete' | 'goBack' | 'restore' | 'finish' | 'write';

export interface DetailProps {
  review: ShownReview;
  /** Makes a change; the reply is what went wrong, in words, or null. Without a deed it goes to the draft. */
  onChange: (change: ReviewChange, deed?: Deed) => Promise<string | null>;
  onClose: () => void;
}

export function Detail({ review: { answer, revisions, draft, delivery }, onChange, onClose }: DetailProps) {
  const [writing, setWriting] = useState<'correct' | 'note' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = revisions.at(-1) ?? null;
  const now = draft ?? newest ?? { ...emptyJudgement(), status: 'withdrawn' as const, reviewer: null };
  const withdrawn = now.status === 'withdrawn';
  const lastSaid = revisions.findLast(({ status }) => status === 'final');
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [onClose]);
  const act = (change: ReviewChange, deed: Deed): void => void onChange(change, deed).then(setProblem);
  const finish = () => onChange({ kind: 'finish' }, 'write');
  const prompt = answer.prompt.findLast(({ role }) => role === 'user')?.text;
  const facts = [siteName(answer.site), answer.model, now.reviewer?.name && text('dashboard.by', { name: now.reviewer.name })];

  return (
    <section class="detail" aria-label={text('dashboard.detail')}>
      <header>
        <div>
          <h2>{answer.title || new URL(answer.url).host}</h2>
          <p class="hint">
            {facts.filter(Boolean).join(' · ')} · <time dateTime={answer.capturedAt}>{when(answer.capturedAt)}</time> ·{' '}
            <a href={answer.url} target="_blank" rel="noreferrer">
              {text('dashboard.openPage')}
            </a>
          </p>
        </div>
        <Button kind="quiet" onClick={onClose}>
          {text('dashboard.close')}
        </Button>
      </header>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="line">
        {withdrawn ? (
          <>
            <span class="tag plain">{text('dashboard.deleted')}</span>
            {lastSaid && (
              <Button kind="main" onClick={() => act({ kind: 'undo', toRevision: lastSaid.revision }, 'restore')}>
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

      <section>
        <h3>{text('dashboard.prompt')}</h3>
        <p class="words soft">{prompt ?? text('dashboard.noPrompt')}</p>
      </section>
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
          <div class="words">{answer.markdown}</div>
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
          {now.note && writing !== 'note' && <p class="words">{now.note}</p>}
        </section>
      )}
      <Revisions revisions={revisions} delivery={delivery} onGoBack={(revision) => act({ kind: 'undo', toRevision: revision }, 'goBack')} />
      <section>
        <h3>{text('dashboard.found')}</h3>
        <p class="hint">{answer.detectedBy.reasons.join(' · ')}</p>
      </section>
      {!withdrawn && (
        <Button kind="plain" class="danger" onClick={() => act({ kind: 'withdraw' }, 'delete')}>
          {text('dashboard.delete')}
        </Button>
      )}
    </section>
  );
}
