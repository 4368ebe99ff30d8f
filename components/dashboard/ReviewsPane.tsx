/** The section with the reviews: filters, list, the open one. */
import { text } from '../../lib/i18n/text.ts';
import type { ComparedAnswers } from '../../lib/model/preference.ts';
import type { ReviewChange } from '../../lib/model/review.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ComparisonDetail, type CompareAct, type ShownComparison } from './ComparisonDetail.tsx';
import { Detail, type Deed, type ShownReview } from './Detail.tsx';
import { EraseBar, type ErasingProps } from './Erasing.tsx';
import { Filters, type FiltersProps } from './Filters.tsx';
import { ForYou, type ForYouProps } from './ForYou.tsx';
import { ReviewTable, type ShownRow } from './ReviewTable.tsx';
import { Theirs, type TheirsProps } from './Theirs.tsx';
import { UndoBar } from './UndoBar.tsx';

export interface ReviewsPaneProps extends FiltersProps {
  /** Null while the first ones are read. */
  rows: ShownRow[] | null;
  more: boolean;
  /** How many there are without any filter, deleted ones included. */
  total: number;
  selected: string | null;
  /** Null while it is read. */
  review: ShownReview | ShownComparison | 'gone' | null;
  /** What was just done and can be undone. */
  undo: string | null;
  /** Address of our settings. */
  settings: string;
  onSelect: (id: string | null) => void;
  onMore: () => void;
  /** Makes a change to the review that is named, which may be closed by now. */
  onChange: (review: ShownReview, change: ReviewChange, deed?: Deed) => Promise<string | null>;
  onCompare: (item: ComparedAnswers, act: CompareAct) => Promise<string | null>;
  /** What colleagues want of this person. */
  waits: Pick<ForYouProps, 'asked' | 'answered'>;
  onTold: ForYouProps['onTold'];
  /** This person's word on what a colleague reviewed. */
  onDecide: (review: ShownReview, ...said: Parameters<TheirsProps['onDecide']>) => Promise<string | null>;
  erasing: ErasingProps;
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
        <ForYou {...props.waits} onOpen={props.onSelect} onTold={props.onTold} />
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
      {selected !== null && review !== null && review !== 'gone' && 'preference' in review && (
        <ComparisonDetail
          key={review.preference.id}
          comparison={review}
          onAct={(act) => props.onCompare(review, act)}
          onClose={() => props.onSelect(null)}
          erasing={props.erasing}
        />
      )}
      {selected !== null && review !== null && review !== 'gone' && 'answer' in review && review.theirs && (
        <Theirs
          key={selected}
          {...review.theirs}
          review={review}
          onDecide={(...said) => props.onDecide(review, ...said)}
          onOpen={props.onSelect}
          onClose={() => props.onSelect(null)}
          erasing={props.erasing}
        />
      )}
      {selected !== null && review !== null && review !== 'gone' && 'answer' in review && !review.theirs && (
        // Each review has its own editor: what is being written in one is closed before the next is shown.
        <Detail
          key={review.answer.id}
          review={review}
          tags={facets.tags}
          onChange={(change, deed) => props.onChange(review, change, deed)}
          onCompare={props.onCompare}
          onClose={() => props.onSelect(null)}
          erasing={props.erasing}
        />
      )}
      <EraseBar erasing={props.erasing} />
      <UndoBar words={undo} onUndo={props.onUndo} onDismiss={props.onDismiss} />
    </>
  );
}
