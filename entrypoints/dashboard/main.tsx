/** The dashboard: reviews and export, read from the store of this browser. */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/ui/page.css';
import '../../components/review/diff.css';
import '../../components/review/review.css';
import '../../components/dashboard/dashboard.css';
import { Dashboard, sections, type Section } from '../../components/dashboard/Dashboard.tsx';
import { ExportPane } from '../../components/dashboard/ExportPane.tsx';
import { isNarrow } from '../../components/dashboard/Filters.tsx';
import { ReviewsPane } from '../../components/dashboard/ReviewsPane.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { speak, text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import { onPush } from '../../lib/messaging/serve.ts';
import type { SyncStatus } from '../../lib/model/sync.ts';
import { clearOutgoing } from '../../lib/platform/files.ts';
import { openStore } from '../../lib/store/open.ts';
import { explain } from '../background/explain.ts';
import { createExports } from './exports.ts';
import { createReviews } from './reviews.ts';

speak(navigator.language, overlay, pages);
document.title = text('dashboard.title');

const store = openStore();
const inWords = (error: unknown): string => explain(error).message;
const reviews = createReviews(store, inWords);
const exports = createExports(store, inWords);
const section = signal<Section>('reviews');
const status = signal<SyncStatus | null>(null);
const now = signal(Date.now());

/** The address says what is open: `#export`, `#review/<id>`. */
function follow(): void {
  const [place, id] = location.hash.slice(1).split('/');
  section.value = sections.find((one) => one === place) ?? 'reviews';
  if (place === 'review' && id) void reviews.select(id);
}

async function askStatus(): Promise<void> {
  const reply = await send('sync.status', {});
  now.value = Date.now();
  if (reply.ok) status.value = reply.value.status;
}

function App() {
  const { filter, rows, more, total, facets, selected, review, problem, undo } = reviews;
  return (
    <Dashboard
      section={section.value}
      status={status.value}
      now={now.value}
      problem={problem.value}
      settings="options.html"
      onSection={(to) => (location.hash = to)}
    >
      {section.value === 'export' ? (
        <ExportPane
          formats={exports.formats}
          format={exports.format.value}
          filtered={{ there: isNarrow(filter.value), on: exports.filtered.value }}
          making={exports.making.value}
          saved={exports.saved.value}
          onFormat={(id) => (exports.format.value = id)}
          onFiltered={(on) => (exports.filtered.value = on)}
          onSave={exports.save}
        />
      ) : (
        <ReviewsPane
          filter={filter.value}
          facets={facets.value}
          rows={rows.value}
          more={more.value}
          total={total.value}
          selected={selected.value}
          review={review.value}
          undo={undo.value?.words ?? null}
          settings="options.html"
          onFilter={reviews.setFilter}
          onSelect={(id) => void reviews.select(id)}
          onMore={() => void reviews.loadMore()}
          onChange={reviews.change}
          onUndo={() => void undo.value?.back().then((wrong) => wrong && (problem.value = wrong))}
          onDismiss={() => (undo.value = null)}
        />
      )}
    </Dashboard>
  );
}

render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
  document.getElementById('root') as HTMLElement,
);
addEventListener('hashchange', follow);
follow();
await clearOutgoing();
/** The files are made when the section is open, and anew when what they hold may have changed. */
const stale = signal(0);
effect(() => {
  void [stale.value, exports.format.value, exports.filtered.value];
  if (section.value === 'export') void exports.make(reviews.filter.value);
});
onPush('reviews.changed', () => {
  stale.value++;
  void reviews.refresh();
});
onPush('sync.changed', ({ status: fresh }) => {
  now.value = Date.now();
  status.value = fresh;
  void reviews.refresh();
});
await Promise.all([reviews.refresh(), askStatus()]);
