/** One answer in the side panel: the prompt, its first two lines, and in tags what was said about it. */
import { Component, type ComponentChildren } from 'preact';
import { text } from '../../lib/i18n/text.ts';
import { verdictOf } from '../../lib/review/verdict.ts';
import { FlagTags, OwnTags, VerdictTag } from '../review/Tags.tsx';
import { isDue, type PanelAnswer } from './state.ts';

/** More of an answer is never seen in two lines, and a long text costs time to lay out. */
const excerpt = 300;

interface AnswerRowProps {
  shown: PanelAnswer;
  open: boolean;
  /** The words of the policy that ask for a review: one of them is worth naming, a host is not. */
  words: readonly string[];
  onOpen: () => void;
  /** What is shown below while it is open. */
  children: ComponentChildren;
}

export class AnswerRow extends Component<AnswerRowProps> {
  /** There may be a thousand: a closed row is drawn anew only when something else is to be seen in it. */
  override shouldComponentUpdate(next: AnswerRowProps): boolean {
    const { shown, open, words } = this.props;
    return open || next.open || next.shown !== shown || next.words !== words;
  }

  override render({ shown, open, words, onOpen, children }: AnswerRowProps) {
    const { answer, review, required } = shown;
    const verdict = review && verdictOf(review);
    const word = required !== null && words.includes(required) ? required : null;
    return (
      <li class={open ? 'open' : ''}>
        <button type="button" class="answer-row" data-answer={answer.id} aria-expanded={open} onClick={onOpen}>
          {answer.prompt !== null && (
            <span class="prompt" dir="auto">
              {answer.prompt.slice(0, excerpt)}
            </span>
          )}
          <span class="excerpt" dir="auto">
            {answer.text.slice(0, excerpt)}
          </span>
          <span class="line">
            {answer.state === 'streaming' && <span class="tag plain">{text('panel.streaming')}</span>}
            {isDue(shown) && <span class="tag warn">{word === null ? text('panel.due') : text('panel.dueWord', { word })}</span>}
            {review && (
              <>
                <FlagTags flags={review.flags} />
                <OwnTags tags={review.tags} />
                {verdict !== null && verdict !== 'flagged' && <VerdictTag verdict={verdict} />}
                {review.status === 'draft' && <span class="tag warn">{text('dashboard.draft')}</span>}
              </>
            )}
            {!review && !isDue(shown) && answer.state === 'final' && <span class="hint">{text('panel.unreviewed')}</span>}
          </span>
        </button>
        {open && children}
      </li>
    );
  }
}
