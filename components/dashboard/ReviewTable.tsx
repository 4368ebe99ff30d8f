/** The dense list of reviews. Only the rows near the view exist, so that a hundred thousand scroll as ten do. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { when } from '../../lib/i18n/dates.ts';
import { locale, text } from '../../lib/i18n/text.ts';
import type { ReviewRow } from '../../lib/model/reviewed.ts';
import { FlagTags, OwnTags, VerdictTag } from '../review/Tags.tsx';
import { siteName } from './Filters.tsx';

/** A row as this person sees it. */
export interface ShownRow extends ReviewRow {
  /** A colleague's; `veiled`: what it says is hidden until one's own is final. Absent: one's own. */
  theirs?: 'open' | 'veiled';
}

export interface ReviewTableProps {
  rows: ShownRow[];
  /** True while older reviews are not loaded yet. */
  more: boolean;
  /** Id of the review that is open beside the list. */
  selected: string | null;
  onSelect: (id: string) => void;
  /** The end of what is loaded comes near. */
  onMore: () => void;
}

/** Height of a row, px; the style sheet has the same. */
const height = 44;
const columns = ['prompt', 'answer', 'verdict', 'flags', 'site', 'model', 'reviewer', 'when'] as const;

export function ReviewTable({ rows, more, selected, onSelect, onMore }: ReviewTableProps) {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((count: number, _why: null) => count + 1, 0);
  const [active, setActive] = useState(0);
  const wantsFocusRef = useRef(false);
  const beforeRef = useRef(selected);

  const [list] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options()));
  function options() {
    return {
      count: rows.length,
      getScrollElement: () => scrollerRef.current,
      estimateSize: () => height,
      overscan: 8,
      // What is measured first is nothing; a plausible height draws rows in the first frame.
      initialRect: { width: 0, height: 800 },
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => redraw(null),
    };
  }
  list.setOptions(options());
  useLayoutEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => list._willUpdate());

  const items = list.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= rows.length - 20) onMore();
  }, [last, rows.length, more, onMore]);

  const focusable = items.some(({ index }) => index === active) ? active : (items[0]?.index ?? 0);
  useEffect(() => {
    // What had the focus is gone with the closed review: go on in the list.
    if (beforeRef.current !== null && selected === null && document.activeElement === document.body) wantsFocusRef.current = true;
    beforeRef.current = selected;
    if (!wantsFocusRef.current) return;
    wantsFocusRef.current = false;
    scrollerRef.current?.querySelector<HTMLElement>(`[data-index="${focusable}"]`)?.focus({ preventScroll: true });
  });

  function go(to: number): void {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[index];
    if (!row) return;
    setActive(index);
    list.scrollToIndex(index);
    wantsFocusRef.current = true;
    if (selected !== null) onSelect(row.id);
  }

  function keys(event: KeyboardEvent, index: number): void {
    const page = Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / height) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    const step = steps[event.key];
    const row = rows[index];
    if (step !== undefined) go(index + step);
    else if (row && (event.key === 'Enter' || event.key === ' ')) onSelect(row.id);
    else return;
    event.preventDefault();
  }

  return (
    <div class="table" role="grid" aria-label={text('dashboard.reviews')} aria-rowcount={more ? -1 : rows.length + 1}>
      <div role="rowgroup">
        <div class="row head" role="row" aria-rowindex={1}>
          {columns.map((column) => (
            <span key={column} role="columnheader" class={column}>
              {text(`dashboard.column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div class="rows" ref={scrollerRef} role="rowgroup">
        <div role="presentation" style={{ height: `${list.getTotalSize()}px` }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <div
                key={row.id}
                class={`row${row.id === selected ? ' open' : ''}`}
                role="row"
                data-index={index}
                data-review={row.id}
                aria-rowindex={index + 2}
                aria-selected={row.id === selected}
                tabIndex={index === focusable ? 0 : -1}
                style={{ transform: `translateY(${start}px)` }}
                onFocus={() => setActive(index)}
                onClick={() => onSelect(row.id)}
                onKeyDown={(event) => keys(event, index)}
              >
                <Cells row={row} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Cells({ row }: { row: ShownRow }) {
  const { prompt, excerpt, verdict, flags, status, hasDraft, site, origin, model, reviewer, updatedAt, tags, theirs } = row;
  const veiled = theirs === 'veiled';
  return (
    <>
      <span role="gridcell" class="prompt soft" dir="auto">
        {prompt ?? text('dashboard.noPrompt')}
      </span>
      <span role="gridcell" class="answer" dir="auto">
        {!veiled && <OwnTags tags={tags} most={1} />}
        {excerpt}
      </span>
      <span role="gridcell" class="verdict">
        {veiled ? (
          <span class="soft">{text('team.veiled')}</span>
        ) : status === 'withdrawn' ? (
          <span class="tag plain">{text('dashboard.deleted')}</span>
        ) : (
          <VerdictTag verdict={verdict} />
        )}
        {hasDraft && <span class="tag warn">{text('dashboard.draft')}</span>}
      </span>
      <span role="gridcell" class="flags">
        {!veiled && <FlagTags flags={flags} short />}
      </span>
      <span role="gridcell" class="site" title={origin}>
        {site === 'generic' || site === 'page' ? new URL(origin).host : siteName(site)}
      </span>
      <span role="gridcell" class="model soft">
        {model ?? ''}
      </span>
      <span role="gridcell" class="reviewer soft">
        {reviewer || text(theirs ? 'team.colleague' : 'dashboard.me')}
      </span>
      <span role="gridcell" class="when soft">
        <time dateTime={updatedAt} title={when(updatedAt)}>
          {brief(updatedAt)}
        </time>
      </span>
    </>
  );
}

/** The time for today, else the day: the whole is in the review and under the pointer. */
export function brief(at: string): string {
  const date = new Date(at);
  const today = new Date();
  if (date.toDateString() === today.toDateString()) return date.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
  const year = date.getFullYear() === today.getFullYear() ? undefined : '2-digit';
  return date.toLocaleDateString(locale(), { day: 'numeric', month: 'short', year });
}
