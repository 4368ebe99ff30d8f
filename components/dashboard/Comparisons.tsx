import { text } from '../../lib/i18n/text.ts';
import type { ComparedAnswers } from '../../lib/model/preference.ts';
import { Button } from '../ui/Button.tsx';
import type { CompareAct } from './ComparisonDetail.tsx';
import { Pair } from './Pair.tsx';

export interface ComparisonsProps {
  items: ComparedAnswers[];
  /** The answer that is open. */
  about: string;
  onCompare: (item: ComparedAnswers, act: CompareAct) => void;
}

/** What is said about an answer beside others. */
export function Comparisons({ items, about, onCompare }: ComparisonsProps) {
  return items.map((item) => (
    <section key={item.preference.id}>
      <div class="line">
        <h3>{text('compare.with')}</h3>
        <Button kind="quiet" class="end" onClick={() => onCompare(item, { kind: 'delete' })}>
          {text('compare.delete')}
        </Button>
      </div>
      <Pair item={item} about={about} onChoose={(better) => onCompare(item, { kind: 'choose', better })} />
    </section>
  ));
}
