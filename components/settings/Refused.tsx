import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import type { OutboxRow } from '../../lib/model/sync.ts';
import { Button } from '../ui/Button.tsx';
import { problemWords } from './words.ts';

export interface RefusedProps {
  rows: OutboxRow[];
  onRetry: () => void;
  /** Opens one review. */
  onOpen: (reviewId: string) => void;
}

/** Reviews that the endpoint refused for good. They stay here and can be tried again. */
export function Refused({ rows, onRetry, onOpen }: RefusedProps) {
  return (
    <div class="refused">
      <h3>{text('options.refused', { n: rows.length })}</h3>
      <ul>
        {rows.map(({ key, reviewId, revision, createdAt, lastError }) => (
          <li key={key}>
            <Button kind="quiet" onClick={() => onOpen(reviewId)}>
              {text('options.refusedOne', { at: when(createdAt), revision })}
            </Button>
            <span class="hint">{lastError && problemWords(lastError)}</span>
          </li>
        ))}
      </ul>
      <Button onClick={onRetry}>{text('options.retry')}</Button>
    </div>
  );
}
