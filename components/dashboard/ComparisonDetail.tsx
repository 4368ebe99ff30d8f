/** One comparison on its own page, also where neither answer has a review. */
import { useEffect, useState } from 'preact/hooks';
import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import type { ComparedAnswers, Comparison, Preference } from '../../lib/model/preference.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { EraseHere, type ErasingProps } from './Erasing.tsx';
import { siteName } from './Filters.tsx';
import { Pair } from './Pair.tsx';
import type { Delivery } from './Revisions.tsx';

/** A comparison as the store reads it. */
export interface ShownComparison extends ComparedAnswers {
  /** Oldest first. */
  revisions: Preference[];
  delivery: Delivery[];
}

/** What can be done with a comparison. */
export type CompareAct = { kind: 'choose'; better: Comparison } | { kind: 'delete' } | { kind: 'restore'; toRevision: number };

export interface ComparisonDetailProps {
  comparison: ShownComparison;
  /** The reply is what went wrong, in words, or null. */
  onAct: (act: CompareAct) => Promise<string | null>;
  onClose: () => void;
  erasing: ErasingProps;
}

export function ComparisonDetail({ comparison, onAct, onClose, erasing }: ComparisonDetailProps) {
  const { preference, answers, revisions, delivery } = comparison;
  const [problem, setProblem] = useState<string | null>(null);
  const [answer] = answers;
  const act = (what: CompareAct): void => void onAct(what).then(setProblem);
  const prompt = answer.prompt.findLast(({ role }) => role === 'user')?.text;
  const withdrawn = preference.status === 'withdrawn';
  const lastSaid = revisions.findLast(({ status }) => status === 'final');
  const state = delivery.find(({ revision }) => revision === preference.revision)?.state;
  const facts = [siteName(answer.site), preference.reviewer.name && text('dashboard.by', { name: preference.reviewer.name })];
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [onClose]);

  return (
    <section class="detail" aria-label={text('compare.detail')}>
      <header>
        <div>
          <h2>
            <bdi>{answer.title || new URL(answer.url).host}</bdi>
          </h2>
          <p class="hint">
            {facts.filter(Boolean).join(' · ')} · <time dateTime={preference.updatedAt}>{when(preference.updatedAt)}</time>
            {state && ` · ${text(`delivery.${state}`)}`} ·{' '}
            <a href={answer.url} target="_blank" rel="noreferrer">
              {text('dashboard.openPage')}
            </a>
          </p>
        </div>
        <Button kind="quiet" onClick={onClose}>
          {text('dashboard.close')}
        </Button>
      </header>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {withdrawn && (
        <div class="line">
          <span class="tag plain">{text('dashboard.deleted')}</span>
          {lastSaid && (
            <Button kind="main" onClick={() => act({ kind: 'restore', toRevision: lastSaid.revision })}>
              {text('compare.restore')}
            </Button>
          )}
        </div>
      )}
      <section>
        <h3>{text('dashboard.prompt')}</h3>
        <p class="words soft" dir="auto">
          {prompt ?? text('dashboard.noPrompt')}
        </p>
      </section>
      <section>
        <Pair item={comparison} about={null} onChoose={withdrawn ? undefined : (better) => act({ kind: 'choose', better })} />
      </section>
      {!withdrawn && (
        <Button kind="plain" class="danger" onClick={() => act({ kind: 'delete' })}>
          {text('compare.delete')}
        </Button>
      )}
      <EraseHere about={preference.id} answer={null} erasing={erasing} />
    </section>
  );
}
