/** One answer in the side panel; the open one shows its review. */
import { text } from '../../lib/i18n/text.ts';
import { verdictOf } from '../../lib/review/verdict.ts';
import { FlagList } from '../dashboard/FlagList.tsx';
import { Diff } from '../review/Diff.tsx';
import { FlagTags, VerdictTag } from '../review/Tags.tsx';
import type { PanelAnswer } from './SidePanel.tsx';

export interface AnswerRowProps {
  shown: PanelAnswer;
  open: boolean;
  /** Address of our dashboard. */
  dashboard: string;
  /** Jumps to the answer, and opens or closes what was said. */
  onOpen: () => void;
}

export function AnswerRow({ shown: { answer, review }, open, dashboard, onOpen }: AnswerRowProps) {
  return (
    <li class={open ? 'open' : ''}>
      <button type="button" class="answer-row" data-answer={answer.id} aria-expanded={open} onClick={onOpen}>
        {answer.prompt !== null && <span class="prompt">{answer.prompt}</span>}
        <span class="excerpt">{answer.text}</span>
        <span class="line">
          {answer.state === 'streaming' && <span class="tag plain">{text('panel.streaming')}</span>}
          {review ? (
            <>
              <FlagTags flags={review.flags} />
              {(review.flags.length === 0 || verdictOf(review) !== 'flagged') && <VerdictTag verdict={verdictOf(review)} />}
              {review.status === 'draft' && <span class="tag warn">{text('dashboard.draft')}</span>}
            </>
          ) : (
            answer.state === 'final' && <span class="hint">{text('panel.unreviewed')}</span>
          )}
        </span>
      </button>
      {open && review && (
        <div class="said">
          {review.correction && <Diff before={answer.markdown} after={review.correction.markdown} />}
          <FlagList flags={review.flags} />
          {review.note && <p class="words">{review.note}</p>}
          <a href={`${dashboard}#review/${review.id}`} target="_blank" rel="noreferrer">
            {text('panel.open')}
          </a>
        </div>
      )}
    </li>
  );
}
