import { when } from '../../lib/i18n/dates.ts';
import { number, size } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import type { StorageHealth } from '../../lib/model/health.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Fold } from './Fold.tsx';
import { storeWords } from './words.ts';

export interface StorageProps {
  health: StorageHealth;
  /** Records that were set aside since they could not be read, the first ones. `at` is epoch ms. */
  aside: { id: string; problem: string; at: number }[];
  onKeep: () => void;
  onDamaged: () => void;
}

/** Where the data lives, how it is kept, and what that can and cannot promise. */
export function Storage({ health, aside, onKeep, onDamaged }: StorageProps) {
  const { kept, setAside } = health;
  return (
    <div class="storage">
      {storeWords(health).map((words) => (
        <Notice key={words} kind="warn">
          {words}
        </Notice>
      ))}
      {health.unmasked !== null && <p role="status">{text('health.unmasked', { n: health.unmasked })}</p>}
      <Figures {...health} />
      <p>
        {text('options.lives')} {kept !== null && text(kept ? 'options.kept' : 'options.notKept')}
      </p>
      {kept === false && (
        <div>
          <Button onClick={onKeep}>{text('options.keep')}</Button>
        </div>
      )}
      {setAside > 0 && (
        <>
          <Notice kind="warn">{text('options.damaged', { n: setAside })}</Notice>
          <Fold title={text('health.see')} count={setAside}>
            <ul class="aside">
              {aside.map(({ id, problem, at }) => (
                <li key={id}>
                  <code>{id}</code>
                  <span class="hint">
                    {when(at)} · {problem}
                  </span>
                </li>
              ))}
            </ul>
            {setAside > aside.length && <p class="hint">{text('health.first', { n: aside.length })}</p>}
          </Fold>
          <div>
            <Button onClick={onDamaged}>{text('options.damagedSave')}</Button>
          </div>
        </>
      )}
    </div>
  );
}

function Figures({ reviews, used, room }: StorageHealth) {
  const drafts = reviews && reviews.drafts > 0 ? text('health.drafts', { n: reviews.drafts }) : null;
  const free = room === null ? null : text('health.room', { size: size(room) });
  return (
    <dl class="figures">
      {reviews && <Figure name={text('health.reviews')} value={number(reviews.final)} beside={drafts} />}
      {used !== null && <Figure name={text('health.size')} value={size(used)} beside={free} />}
    </dl>
  );
}

function Figure({ name, value, beside }: { name: string; value: string; beside: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong> {beside && <span class="soft">{beside}</span>}
      </dd>
    </div>
  );
}
