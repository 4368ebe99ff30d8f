/** This page's answers, each with its review; a click jumps to it in the page and opens what was said. */
import { text } from '../../lib/i18n/text.ts';
import type { InspectedAnswer } from '../../lib/model/inspection.ts';
import type { Review } from '../../lib/model/review.ts';
import type { SyncStatus } from '../../lib/model/sync.ts';
import { statusWords } from '../settings/words.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AnswerRow } from './AnswerRow.tsx';

/** One answer of the page. */
export interface PanelAnswer {
  /** Frames may show the same answer; together with the frame it is one. */
  frameId: number;
  answer: InspectedAnswer;
  /** The draft or the newest revision; null: none, or withdrawn. */
  review: Review | null;
}

export interface SidePanelProps {
  /** Null while the page is asked; `off` where review is not on, or we may not look. */
  answers: PanelAnswer[] | 'off' | null;
  /** Key of the open one, `<frameId>/<answerId>`. */
  open: string | null;
  status: SyncStatus | null;
  /** Epoch ms. */
  now: number;
  problem: string | null;
  /** Address of our dashboard. */
  dashboard: string;
  onOpen: (answer: PanelAnswer) => void;
  onRefresh: () => void;
  onTurnOn: () => void;
}

/** What tells one answer of the page from another. */
export const keyOf = ({ frameId, answer }: PanelAnswer): string => `${frameId}/${answer.id}`;

export function SidePanel({ answers, open, status, now, problem, dashboard, onOpen, onRefresh, onTurnOn }: SidePanelProps) {
  const words = status && statusWords(status, now);
  const list = Array.isArray(answers) ? answers : [];
  return (
    <div class="panel">
      <header>
        <h1>{text('panel.heading')}</h1>
        {list.length > 0 && (
          <span class="soft">
            {text('panel.reviewed', { n: list.filter(({ review }) => review?.status === 'final').length, all: list.length })}
          </span>
        )}
      </header>
      <main>
        {problem && <Notice kind="bad">{problem}</Notice>}
        {list.length > 0 && (
          <ul aria-label={text('panel.answers')}>
            {list.map((one) => (
              <AnswerRow key={keyOf(one)} shown={one} open={keyOf(one) === open} dashboard={dashboard} onOpen={() => onOpen(one)} />
            ))}
          </ul>
        )}
        {answers !== null && list.length === 0 && (
          <div class="empty">
            <p>{text(answers === 'off' ? 'panel.off' : 'panel.none')}</p>
            <Button kind="main" onClick={answers === 'off' ? onTurnOn : onRefresh}>
              {text(answers === 'off' ? 'panel.off.do' : 'panel.none.do')}
            </Button>
          </div>
        )}
      </main>
      <footer>
        {words && (
          <output class="state">
            <span class={`dot ${words.tone}`} aria-hidden="true" />
            <span>
              {words.line}
              {words.problem && <span class="hint">{words.problem}</span>}
            </span>
          </output>
        )}
        <a href={dashboard} target="_blank" rel="noreferrer">
          {text('panel.all')}
        </a>
      </footer>
    </div>
  );
}
