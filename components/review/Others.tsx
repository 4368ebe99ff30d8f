/** What was said on one field in two tabs at the same time, or here and in a backup: both versions side by side, and the choice. Until then one counts and none is lost. */
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { number } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Other, Review, ReviewChange } from '../../lib/model/review.ts';
import { fieldOf, standing } from '../../lib/review/meet.ts';
import { Button } from '../ui/Button.tsx';
import { Diff } from './Diff.tsx';
import { CategoryNames } from './Tags.tsx';

interface OthersProps {
  review: Review | null;
  /** What corrections are compared with, as Markdown. */
  original: string;
  /** How a flag's category is called, where the page does not say. */
  nameOf?: (category: string) => string;
  onChoose: (change: ReviewChange) => void;
}

export function Others({ review, original, nameOf, onChoose }: OthersProps) {
  const named = useContext(CategoryNames);
  if (!review?.others) return null;
  const version = (change: Other['change']) => <Version change={change} original={original} nameOf={nameOf ?? named} />;
  return (
    <>
      {review.others.map(({ change, from }, at) => (
        <Twice
          from={from}
          key={`${fieldOf(change)} ${at}`}
          here={version(standing(review, change))}
          there={version(change)}
          onKeep={() => onChoose({ kind: 'settle', field: fieldOf(change) })}
          onTake={() => onChoose(change)}
        />
      ))}
    </>
  );
}

interface TwiceProps {
  /** Where the other version comes from; absent: another tab. */
  from: Other['from'];
  /** Absent where it is to be seen already. */
  here?: ComponentChildren;
  there: ComponentChildren;
  onKeep: () => void;
  onTake: () => void;
}

const elsewhere = {
  backup: ['twice.headingBackup', 'twice.thereBackup'],
  computer: ['twice.headingComputer', 'twice.thereComputer'],
} as const;

/** Two versions, and one button for each. */
export function Twice({ from, here, there, onKeep, onTake }: TwiceProps) {
  const words = from ? elsewhere[from] : (['twice.heading', 'twice.there'] as const);
  const heading = text(words[0]);
  return (
    <section class="twice" aria-label={heading}>
      <p role="status">{heading}</p>
      <div class={here === undefined ? 'versions one' : 'versions'}>
        {here !== undefined && (
          <div>
            <p class="which">{text('twice.here')}</p>
            {here}
          </div>
        )}
        <div>
          <p class="which">{text(words[1])}</p>
          {there}
        </div>
        <Button kind="plain" onClick={onKeep}>
          {text('twice.keep')}
        </Button>
        <Button kind="plain" onClick={onTake}>
          {text('twice.take')}
        </Button>
      </div>
    </section>
  );
}

/** What an act would make count, in words; a correction as what it changes. */
function Version({ change, original, nameOf }: { change: Other['change']; original: string; nameOf: (category: string) => string }) {
  if (change.kind === 'correct' && change.markdown !== null) return <Diff before={original} after={change.markdown} />;
  return (
    <p class="words" dir="auto">
      {wordsOf(change, nameOf)}
    </p>
  );
}

function wordsOf(change: Other['change'], nameOf: (category: string) => string): string {
  const nothing = text('twice.nothing');
  switch (change.kind) {
    case 'rate':
      return change.rating === null ? nothing : text(change.rating === 1 ? 'rail.up' : 'rail.down');
    case 'decide':
      return change.decision === null ? nothing : text(`rail.${change.decision}`);
    case 'escalate':
      return [text('panel.escalatedTo', { to: change.to }), change.reason].filter(Boolean).join('\n');
    case 'score':
      return change.points === null ? nothing : number(change.points);
    case 'flag': {
      const { category, severity, note } = change.flag;
      return [`${nameOf(category)} · ${text(`severity.${severity}`)}`, note].filter(Boolean).join('\n');
    }
    case 'note':
      return change.note || nothing;
    default:
      return nothing;
  }
}
