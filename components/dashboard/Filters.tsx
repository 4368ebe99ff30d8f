/** The rail on the left: which reviews are listed. Every choice acts at once. */
import { useContext } from 'preact/hooks';
import { number } from '../../lib/i18n/numbers.ts';
import { knows, text, type Key } from '../../lib/i18n/text.ts';
import type { ReviewStatus } from '../../lib/model/review.ts';
import { rowVerdicts, type ReviewFilter, type RowVerdict } from '../../lib/model/reviewed.ts';
import { CategoryNames } from '../review/Tags.tsx';
import { Button } from '../ui/Button.tsx';
import { dayOf, dayStart } from './days.ts';

/** How many reviews there are of each kind, withdrawn ones left out. */
export interface Facets {
  sites: Record<string, number>;
  flags: Record<string, number>;
  verdicts: Record<string, number>;
  models: Record<string, number>;
  /** By name; who has none is not in it. */
  reviewers: Record<string, number>;
  tags: Record<string, number>;
}

export interface FiltersProps {
  filter: ReviewFilter;
  facets: Facets;
  onFilter: (filter: ReviewFilter) => void;
}

const shows: Record<string, ReviewStatus[] | undefined> = { kept: undefined, draft: ['draft'], withdrawn: ['withdrawn'] };

export function Filters({ filter, facets, onFilter }: FiltersProps) {
  const change = (part: Partial<ReviewFilter>): void => onFilter(narrowed({ ...filter, ...part }));
  return (
    <aside class="filters" aria-label={text('dashboard.filters')}>
      <input
        type="search"
        aria-label={text('dashboard.search')}
        placeholder={text('dashboard.search')}
        value={filter.text ?? ''}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <fieldset>
        <legend>{text('dashboard.show')}</legend>
        {Object.entries(shows).map(([id, status]) => (
          <label class="choice" key={id}>
            <input type="radio" name="show" value={id} checked={filter.status?.[0] === status?.[0]} onChange={() => change({ status })} />
            <span>{text(`dashboard.show.${id}` as Key)}</span>
          </label>
        ))}
      </fieldset>
      <Choices
        legend={text('dashboard.verdict')}
        counts={facets.verdicts}
        order={rowVerdicts}
        chosen={filter.verdict}
        name={(id) => text(`verdict.${id}` as Key)}
        onChoose={(verdict) => change({ verdict: verdict as RowVerdict[] })}
      />
      <Choices
        legend={text('dashboard.flags')}
        counts={facets.flags}
        chosen={filter.flag}
        name={useContext(CategoryNames)}
        onChoose={(flag) => change({ flag })}
      />
      <Choices legend={text('tags.name')} counts={facets.tags} chosen={filter.tag} name={itself} onChoose={(tag) => change({ tag })} />
      <Choices
        legend={text('dashboard.site')}
        counts={facets.sites}
        chosen={filter.site}
        name={siteName}
        onChoose={(site) => change({ site })}
      />
      <Choices
        legend={text('dashboard.column.model')}
        counts={facets.models}
        chosen={filter.model}
        name={itself}
        onChoose={(model) => change({ model })}
      />
      <Choices
        legend={text('dashboard.column.reviewer')}
        counts={facets.reviewers}
        chosen={filter.reviewer}
        name={itself}
        onChoose={(reviewer) => change({ reviewer })}
      />
      <fieldset class="days">
        <legend>{text('dashboard.column.when')}</legend>
        <label>
          <span class="soft">{text('dashboard.from')}</span>
          <input type="date" value={dayOf(filter.from)} onChange={(event) => change({ from: dayStart(event.currentTarget.value) })} />
        </label>
        <label>
          <span class="soft">{text('dashboard.to')}</span>
          <input type="date" value={dayOf(filter.to, -1)} onChange={(event) => change({ to: dayStart(event.currentTarget.value, 1) })} />
        </label>
      </fieldset>
      {isNarrow(filter) && (
        <Button kind="quiet" onClick={() => onFilter({})}>
          {text('dashboard.clear')}
        </Button>
      )}
    </aside>
  );
}

/** True when a filter leaves something out. */
export const isNarrow = (filter: ReviewFilter): boolean => Object.keys(narrowed(filter)).length > 0;

/** Without the parts that do not restrict. */
function narrowed(filter: ReviewFilter): ReviewFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value.length > 0));
}

/** The name of a site: translated where it is one of ours, else its id. */
export function siteName(site: string): string {
  const key = `site.${site}`;
  return knows(key) ? text(key) : site;
}

const itself = (name: string): string => name;

const none: readonly string[] = [];

interface ChoicesProps {
  legend: string;
  counts: Record<string, number>;
  /** By number of reviews, if absent. */
  order?: readonly string[];
  chosen: readonly string[] | undefined;
  name: (id: string) => string;
  onChoose: (chosen: string[]) => void;
}

/** Several of a kind; one that is chosen stays, even when no review has it any more. */
function Choices({ legend, counts, order, chosen = none, name, onChoose }: ChoicesProps) {
  const there = [...new Set([...Object.keys(counts), ...chosen])];
  const ids = order
    ? order.filter((id) => there.includes(id))
    : there.sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0) || name(one).localeCompare(name(other)));
  if (ids.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {ids.map((id) => (
        <label class="choice" key={id}>
          <input
            type="checkbox"
            value={id}
            checked={chosen.includes(id)}
            onChange={(event) => onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
          <span dir="auto">{name(id)}</span>
          <span class="soft count">{number(counts[id] ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  );
}
