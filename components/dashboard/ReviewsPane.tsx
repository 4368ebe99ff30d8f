/** The section with the reviews: filters, list, the open one. */
import { text } from '../../lib/i18n/text.ts';
import type { ReviewChange } from '../../lib/model/review.ts';
import type { ReviewRow } from '../../lib/model/reviewed.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Detail, type Deed, type ShownReview } from './Detail.tsx';
import { Filters, type FiltersProps } from './Filters.tsx';
import { ReviewTable } from './ReviewTable.tsx';
import { UndoBar } from './UndoBar.tsx';

export interface ReviewsPaneProps extends FiltersProps {
  /** Null while the first ones are read. */
  rows: ReviewRow[] | null;
  more: boolean;
  /** How many there are without any filter, deleted ones included. */
  total: number;
  selected: string | null;
  /** Null while it is read. */
  review: ShownReview | 'gone' | null;
  /** What was just done and can be undone. */
  undo: string | null;
  /** Address of our settings. */
  settings: string;
  onSelect: (id: string | null) => void;
  onMore: () => void;
  /** Makes a change to the review that is named, which may be closed by now. */
  onChange: (review: ShownReview, change: ReviewChange, deed?: Deed) => Promise<string | null>;
  onUndo: () => void;
  onDismiss: () => void;
}

export function ReviewsPane(props: ReviewsPaneProps) {
  const { filter, facets, rows, more, total, selected, review, undo, settings } = props;
  return (
    <>
      <h1 class="unseen">{text('dashboard.reviews')}</h1>
      <Filters filter={filter} facets={facets} onFilter={props.onFilter} />
      <div class="list">
        {rows && rows.length > 0 ? (
          <ReviewTable rows={rows} more={more} selected={selected} onSelect={props.onSelect} onMore={props.onMore} />
        ) : (
          rows && (
            <div class="empty">
              <p>{text(total === 0 ? 'dashboard.empty' : 'dashboard.noneMatch')}</p>
              {total === 0 ? (
                <a class="button main" href={settings}>
                  {text('dashboard.empty.do')}
                </a>
              ) : (
                <Button kind="main" onClick={() => props.onFilter({})}>
                  {text('dashboard.clear')}
                </Button>
              )}
            </div>
          )
        )}
      </div>
      {selected !== null && review === 'gone' && (
        <section class="detail" aria-label={text('dashboard.detail')}>
          <Notice kind="warn">{text('dashboard.gone')}</Notice>
          <Button onClick={() => props.onSelect(null)}>{text('dashboard.close')}</Button>
        </section>
      )}
      {selected !== null && review !== null && review !== 'gone' && (
        // Each review has its own editor: what is being written in one is closed before the next is shown.
        <Detail
          key={review.answer.id}
          review={review}
          onChange={(change, deed) => props.onChange(review, change, deed)}
          onClose={() => props.onSelect(null)}
        />
      )}
      <UndoBar words={undo} onUndo={props.onUndo} onDismiss={props.onDismiss} />
    </>
  );
}
