/** The popup: is review on here, what was found and why, and where the reviews are. */
import { number } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import type { StatusWords } from '../settings/words.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Doctor, type DoctorProps } from './Doctor.tsx';
import { FoundHere } from './FoundHere.tsx';
import type { Found } from './found.ts';

export interface PopupProps {
  /** The site in the tab; null where no site can be reviewed (a page of the browser, a file). */
  site: { origin: string; on: boolean; permitted: boolean } | null;
  /** What the tab's frames hold; null: nothing of ours runs there; undefined: not known yet. */
  found: Found | null | undefined;
  /** An adapter misses what is here; null: none does. */
  doctor: Pick<DoctorProps, 'adapter' | 'report'> | null;
  /** What colleagues ask of this person, or answered. */
  waits: number;
  /** All reviews that are final. */
  reviews: number | null;
  status: StatusWords | null;
  /** What went wrong, in words. */
  problem: string | null;
  busy: boolean;
  onSite: (wanted: boolean) => void;
  onSelection: () => void;
  onTeach: () => void;
  /** Inside the click: the clipboard asks for it. */
  onReport: () => void;
  onDashboard: () => void;
  onOptions: () => void;
  onSidePanel: () => void;
}

export function Popup({
  site,
  found,
  doctor,
  waits,
  reviews,
  status,
  problem,
  busy,
  onSite,
  onSelection,
  onTeach,
  onReport,
  onDashboard,
  onOptions,
  onSidePanel,
}: PopupProps) {
  const works = site?.on && site.permitted;
  return (
    <main class="popup">
      <header class="line">
        <img src="/icon/32.png" width="20" height="20" alt="" />
        <h1>{text('app.name')}</h1>
      </header>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <section class="card site">
        {site ? (
          <Switch
            label={new URL(site.origin).host}
            hint={text(works ? 'popup.on' : 'popup.off')}
            checked={Boolean(works)}
            disabled={busy}
            onChange={onSite}
          />
        ) : (
          <p class="soft">{text('popup.noSite')}</p>
        )}
        {works && <FoundHere found={found} />}
        {works && doctor && <Doctor {...doctor} host={new URL(site.origin).host} onCopy={onReport} />}
        {site && (
          <div class="links">
            {works && (
              <button type="button" class="link" onClick={onTeach} title={text('popup.teachHint')}>
                {text('popup.teach')}
              </button>
            )}
            <button type="button" class="link" onClick={onSelection}>
              {text('popup.selection')}
            </button>
          </div>
        )}
      </section>
      {waits > 0 && (
        <button type="button" class="link waits" onClick={onDashboard}>
          {text('team.waits', { n: waits })}
        </button>
      )}
      <dl class="counts">
        <Count label={text('popup.here')} value={works ? (found?.answers ?? null) : null} />
        <Count label={text('popup.reviewedHere')} value={works ? (found?.reviewed ?? null) : null} />
        <Count label={text('popup.all')} value={reviews} />
      </dl>
      {status && (
        <section class="where" aria-label={text('popup.where')}>
          <p>
            <span class={`dot ${status.tone}`} aria-hidden="true" />
            {status.line}
          </p>
          {status.problem && <Notice kind="warn">{status.problem}</Notice>}
        </section>
      )}
      <nav>
        <Button kind="main" onClick={onDashboard}>
          {text('popup.dashboard')}
        </Button>
        <Button onClick={onSidePanel}>{text('popup.panel')}</Button>
        <Button onClick={onOptions}>{text('popup.settings')}</Button>
      </nav>
    </main>
  );
}

function Count({ label, value }: { label: string; value: number | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value === null ? '–' : number(value)}</dd>
    </div>
  );
}
