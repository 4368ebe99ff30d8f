/** What another tab, or a backup, has made of the text in the field, and the choice between them. */
import { text } from '../../lib/i18n/text.ts';
import type { Other } from '../../lib/model/review.ts';
import { Diff } from '../review/Diff.tsx';
import { Twice } from '../review/Others.tsx';
import type { Problem } from './saver.ts';

/** The other version, and what each choice does. */
export interface OtherText {
  /** Absent: another tab. */
  from: Other['from'];
  /** What the field then holds; null where it cannot hold it: the editor closes with that choice. */
  value: string | null;
  /** Shown as what it changes of this; null: as it is. */
  before: string | null;
  after: string;
  onKeep: (mine: string) => Promise<Problem | null>;
  onTake: () => Promise<Problem | null>;
}

export function OtherVersion({ twice, onKeep, onTake }: { twice: OtherText; onKeep: () => void; onTake: () => void }) {
  const { from, before, after } = twice;
  const there =
    before === null ? (
      <p class="words" dir="auto">
        {after || text('twice.nothing')}
      </p>
    ) : (
      <Diff before={before} after={after} />
    );
  return <Twice from={from} there={there} onKeep={onKeep} onTake={onTake} />;
}
