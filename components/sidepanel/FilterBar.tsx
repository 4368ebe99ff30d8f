/** Which of the answers are shown, with how many there are of each. */
import { number } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import { filters, fits, type Filter, type PanelAnswer } from './state.ts';

interface FilterBarProps {
  answers: readonly PanelAnswer[];
  filter: Filter;
  /** A policy asks for reviews: else nobody needs to filter by it. */
  requires: boolean;
  onFilter: (filter: Filter) => void;
}

export function FilterBar({ answers, filter, requires, onFilter }: FilterBarProps) {
  return (
    <div class="filters" role="group" aria-label={text('panel.filter')}>
      {filters
        .filter((one) => one !== 'required' || requires)
        .map((one) => (
          <button key={one} type="button" class="filter" aria-pressed={one === filter} onClick={() => onFilter(one)}>
            {text(`panel.filter.${one}`)} <span class="count">{number(answers.filter((answer) => fits(one, answer)).length)}</span>
          </button>
        ))}
    </div>
  );
}
