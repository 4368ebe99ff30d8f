/** The dashboard: reviews and export, read from the store of this browser. */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { useCallback } from 'preact/hooks';
import '../../components/ui/page.css';
import '../../components/review/diff.css';
import '../../components/review/erase.css';
import '../../components/review/review.css';
import '../../components/review/twice.css';
import '../../components/dashboard/dashboard.css';
import { Dashboard, sections, type Section } from '../../components/dashboard/Dashboard.tsx';
import { isNarrow } from '../../components/dashboard/Filters.tsx';
import { RecordPane } from '../../components/dashboard/RecordPane.tsx';
import { CategoryNames } from '../../components/review/Tags.tsx';
import { ReviewsPane } from '../../components/dashboard/ReviewsPane.tsx';
import { storeWords } from '../../components/settings/words.ts';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { holdWords } from '../../lib/i18n/holds.ts';
import { speakInPage } from '../../lib/i18n/load.ts';
import { wordsOf } from '../../lib/i18n/rubric.ts';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import { onPush } from '../../lib/messaging/serve.ts';
import type { Hold } from '../../lib/model/erase.ts';
import { defaultPolicy } from '../../lib/model/policy.ts';
import type { SyncStatus } from '../../lib/model/sync.ts';
import { browser } from '../../lib/platform/browser.ts';
import { clearOutgoing } from '../../lib/platform/files.ts';
import { openStore } from '../../lib/store/open.ts';
import { explain } from '../background/explain.ts';
import { createErase } from './erase.ts';
import { createExports } from './exports.ts';
import { ExportSection } from './ExportSection.tsx';
import { createRecord } from './record.ts';
import { createReviews } from './reviews.ts';
import { createTeam } from './team.ts';

await speakInPage(document, browser.i18n.getUILanguage());
document.title = text('dashboard.title');

const store = openStore();
const inWords = (error: unknown): string => explain(error).message;
const team = createTeam(store);
const reviews = createReviews(store, inWords, team);
const exports = createExports(store, inWords, { rubric: () => rubric.value, me: team.me });
const record = createRecord(store, inWords);
const erasing = createErase(store, () => {
  reviews.undo.value = null;
  stale.value++;
  void reviews.select(null).then(reviews.refresh);
});
const section = signal<Section>('reviews');
const status = signal<SyncStatus | null>(null);
const rubric = signal(defaultPolicy.rubric);
const now = signal(Date.now());
/** What there is to know about the store, in sentences. */
const isPrivate = browser.extension.inIncognitoContext;
const storeNotes = signal<string[]>(isPrivate ? [text('private.dashboard')] : []);
/** Ms for which a loss is told here: a fortnight. Settings tell it for good. */
const told = 14 * 86_400_000;

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

async function askHealth(): Promise<void> {
  const reply = await send('store.health', {});
  if (reply.ok && !isPrivate) storeNotes.value = storeWords(reply.value.health, Date.now() - told);
}

async function askPolicy(): Promise<void> {
  const reply = await send('policy.get', {});
  if (reply.ok) rubric.value = reply.value.policy.rubric;
}

/** A hold is told where holds are: in the settings, it can be taken off there. */
async function putHold(hold: Hold): Promise<void> {
  const reply = await send('keeping.hold', { hold, on: true });
  if (!reply.ok) reviews.problem.value = reply.error.message;
  else
    reviews.undo.value = {
      words: text('keeping.wasHeld', { what: holdWords(hold) }),
      back: async () => {
        const back = await send('keeping.hold', { hold, on: false });
        reviews.undo.value = null;
        return back.ok ? null : back.error.message;
      },
    };
}

function App() {
  const { filter, rows, more, total, facets, selected, review, problem, undo } = reviews;
  return (
    <Dashboard
      section={section.value}
      status={status.value}
      now={now.value}
      problem={problem.value}
      notes={storeNotes.value}
      settings="options.html"
      onSection={(to) => (location.hash = to)}
    >
      {section.value === 'export' ? (
        <ExportSection exports={exports} narrow={isNarrow(filter.value)} onAgain={() => stale.value++} />
      ) : section.value === 'record' ? (
        <RecordPane
          checking={record.checking.value}
          saved={record.saved.value}
          onVerify={() => void record.check()}
          onSave={() => void record.save()}
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
          erasing={{
            state: erasing.state.value,
            onAsk: (scope) => void erasing.ask(scope),
            onErase: erasing.begin,
            onLeave: erasing.leave,
            onUndo: erasing.leave,
            onNow: () => void erasing.now(),
            onHold: (hold) => void putHold(hold),
          }}
          onSelect={(id) => {
            if (erasing.state.value.at === 'asked') erasing.leave();
            void reviews.select(id);
          }}
          onMore={() => void reviews.loadMore()}
          onChange={reviews.change}
          onCompare={reviews.compare}
          waits={team.waits.value}
          onTold={(told) => void team.told(told)}
          onDecide={reviews.decide}
          onUndo={() => void undo.value?.back().then((wrong) => wrong && (problem.value = wrong))}
          onDismiss={() => (undo.value = null)}
        />
      )}
    </Dashboard>
  );
}

function Named() {
  const judgedBy = rubric.value;
  const nameOf = useCallback((id: string) => wordsOf(judgedBy).category(id).label, [judgedBy]);
  return (
    <CategoryNames.Provider value={nameOf}>
      <App />
    </CategoryNames.Provider>
  );
}

render(
  <ErrorBoundary>
    <Named />
  </ErrorBoundary>,
  document.getElementById('root') as HTMLElement,
);
addEventListener('hashchange', follow);
follow();
await clearOutgoing();
/** The files are made when the section is open, and anew when what they hold may have changed. */
const stale = signal(0);
effect(() => {
  void [stale.value, exports.format.value, exports.filtered.value, exports.masked.value, exports.choices.value];
  if (section.value === 'export') void exports.make(reviews.filter.value);
});
effect(() => {
  if (section.value === 'record') void record.check();
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
await Promise.all([reviews.refresh(), askStatus(), askPolicy(), askHealth()]);
