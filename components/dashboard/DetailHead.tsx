/** What an open review is about: the page, and from where and whom it is. */
import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Answer } from '../../lib/model/answer.ts';
import { Button } from '../ui/Button.tsx';
import { siteName } from './Filters.tsx';

interface DetailHeadProps {
  answer: Answer;
  /** Name of who reviewed. */
  reviewer: string | undefined;
  onClose: () => void;
}

export function DetailHead({ answer, reviewer, onClose }: DetailHeadProps) {
  const facts = [siteName(answer.site), answer.model, reviewer && text('dashboard.by', { name: reviewer })];
  return (
    <header>
      <div>
        <h2>
          <bdi>{answer.title || new URL(answer.url).host}</bdi>
        </h2>
        <p class="hint">
          {facts.filter(Boolean).join(' · ')} · <time dateTime={answer.capturedAt}>{when(answer.capturedAt)}</time>
          {answer.site !== 'dataset' && (
            <>
              {' · '}
              <a href={answer.url} target="_blank" rel="noreferrer">
                {text('dashboard.openPage')}
              </a>
            </>
          )}
        </p>
      </div>
      <Button kind="quiet" onClick={onClose}>
        {text('dashboard.close')}
      </Button>
    </header>
  );
}

/** What was asked. */
export function Prompt({ answer }: { answer: Answer }) {
  const prompt = answer.prompt.findLast(({ role }) => role === 'user')?.text;
  return (
    <section>
      <h3>{text('dashboard.prompt')}</h3>
      <p class="words soft" dir="auto">
        {prompt ?? text('dashboard.noPrompt')}
      </p>
    </section>
  );
}
