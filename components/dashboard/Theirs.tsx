/** A colleague's review: to read, and to decide what they ask. While one must not be led by it, only what it is about is shown. */
import { useEffect, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { noteLimit } from '../../lib/model/review.ts';
import { verdictOf } from '../../lib/review/verdict.ts';
import { Diff } from '../review/Diff.tsx';
import { FlagTags, OwnTags, VerdictTag } from '../review/Tags.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { ShownReview } from './Detail.tsx';
import { DetailHead, Prompt } from './DetailHead.tsx';
import { EraseHere, type ErasingProps } from './Erasing.tsx';
import { FlagList } from './FlagList.tsx';
import { nameOf } from './ForYou.tsx';

/** How a colleague's review stands to this person. */
export interface Sight {
  /** `asked`: it is escalated to this person; `veiled`: hidden until their own is final. */
  sight: 'open' | 'asked' | 'veiled';
  /** The id of their own review of the answer; null: there is none. */
  mine: string | null;
}

export interface TheirsProps extends Sight {
  review: ShownReview;
  /** The reply is what went wrong, in words, or null. */
  onDecide: (decision: 'approve' | 'reject', why: string) => Promise<string | null>;
  onOpen: (id: string) => void;
  onClose: () => void;
  erasing: ErasingProps;
}

export function Theirs({ review: { answer, revisions }, sight, mine, onDecide, onOpen, onClose, erasing }: TheirsProps) {
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && onClose();
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [onClose]);
  const now = revisions.at(-1);
  if (!now) return null;
  const name = nameOf(now);
  const open = sight !== 'veiled';
  const decide = (decision: 'approve' | 'reject'): void => void onDecide(decision, why.trim()).then(setProblem);
  return (
    <section class="detail" aria-label={text('dashboard.detail')}>
      <DetailHead answer={answer} reviewer={name} onClose={onClose} />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {!open && <p class="veil">{text('team.veil', { name })}</p>}
      {open && (
        <div class="line">
          {now.status === 'withdrawn' ? (
            <span class="tag plain">{text('dashboard.deleted')}</span>
          ) : (
            <>
              <VerdictTag verdict={verdictOf(now)} />
              <FlagTags flags={now.flags} />
              <OwnTags tags={now.tags} />
            </>
          )}
        </div>
      )}
      {open && now.escalation && (
        <section>
          <h3>{text(sight === 'asked' ? 'team.asked' : 'team.askedOther', { name, to: now.escalation.to })}</h3>
          {now.escalation.reason && (
            <p class="words" dir="auto">
              {now.escalation.reason}
            </p>
          )}
        </section>
      )}
      {open && now.note && (
        <section>
          <h3>{text('dashboard.note')}</h3>
          <p class="words" dir="auto">
            {now.note}
          </p>
        </section>
      )}
      <Prompt answer={answer} />
      <section>
        <h3>{text(open && now.correction ? 'team.corrected' : 'dashboard.answer', { name })}</h3>
        {open && now.correction ? (
          <Diff before={answer.markdown} after={now.correction.markdown} />
        ) : (
          <div class="words" dir="auto">
            {answer.markdown}
          </div>
        )}
      </section>
      {open && now.flags.length > 0 && (
        <section>
          <h3>{text('dashboard.flags')}</h3>
          <FlagList flags={now.flags} />
        </section>
      )}
      {sight === 'open' ? (
        mine !== null && (
          <Button kind="plain" onClick={() => onOpen(mine)}>
            {text('team.openMine')}
          </Button>
        )
      ) : (
        <section class="decide">
          <h3>{text('team.yours')}</h3>
          <Field label={text('team.why')}>
            <textarea rows={2} value={why} maxLength={noteLimit} onInput={(event) => setWhy(event.currentTarget.value)} />
          </Field>
          <div class="line">
            <Button kind="main" onClick={() => decide('approve')}>
              {text('rail.approve')}
            </Button>
            <Button kind="plain" onClick={() => decide('reject')}>
              {text('rail.reject')}
            </Button>
          </div>
        </section>
      )}
      <EraseHere about={now.id} answer={answer} erasing={erasing} />
    </section>
  );
}
