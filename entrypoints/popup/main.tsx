/** The popup: asks the tab, the store and the background, and asks again when one of them says that something changed. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/popup/popup.css';
import { foundIn, type Found } from '../../components/popup/found.ts';
import { Popup, type PopupProps } from '../../components/popup/Popup.tsx';
import { statusWords, type StatusWords } from '../../components/settings/words.ts';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { speakInPage } from '../../lib/i18n/load.ts';
import { text } from '../../lib/i18n/text.ts';
import { inspectTab } from '../../lib/messaging/inspect.ts';
import { send } from '../../lib/messaging/send.ts';
import { onPush } from '../../lib/messaging/serve.ts';
import { browser } from '../../lib/platform/browser.ts';
import { webOrigin } from '../../lib/platform/origins.ts';
import { askForSite } from '../../lib/platform/permission.ts';
import { openStore } from '../../lib/store/open.ts';
import { meOf } from '../../lib/oversight/team.ts';
import { countReviews } from '../../lib/store/counts.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { forYou } from '../../lib/store/team.ts';
import { isTaught, missedIn, reportOf, type Missed } from './doctor.ts';
import { openSidePanel } from './panel.ts';

await speakInPage(document, browser.i18n.getUILanguage());
const store = openStore();
const site = signal<PopupProps['site']>(null);
const found = signal<Found | null | undefined>(undefined);
const missed = signal<Missed | null>(null);
const report = signal<string | null>(null);
const reviews = signal<number | null>(null);
const waits = signal(0);
const status = signal<StatusWords | null>(null);
const problem = signal<string | null>(null);
const busy = signal(false);

const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const origin = webOrigin(tab?.url ?? '');

const say = (error: { message: string }): void => void (problem.value = error.message);

async function readSite(): Promise<void> {
  if (!origin) return;
  const reply = await send('site.state', { origin });
  if (reply.ok) site.value = { origin, ...reply.value };
  else say(reply.error);
}

async function readPage(): Promise<void> {
  if (tab?.id === undefined) return;
  const frames = await inspectTab(tab.id);
  found.value = foundIn(frames.map(({ page }) => page));
  missed.value = await missedIn(frames);
}

/** Copies the site doctor's report; it is shown as well, so that nobody passes on what they have not seen. */
async function copyReport(): Promise<void> {
  if (tab?.id === undefined || !missed.value) return;
  try {
    const made = await reportOf(tab.id, missed.value);
    await navigator.clipboard.writeText(made);
    report.value = made;
  } catch (error) {
    say({ message: text('error.unexpected', { detail: String(error) }) });
  }
}

async function readReviews(): Promise<void> {
  try {
    reviews.value = (await countReviews(store)).final;
    const [reply, { reviewer }] = await Promise.all([send('policy.get', {}), readSettings(store)]);
    if (!reply.ok) return;
    const { policy } = reply.value;
    const { asked, answered } = await forYou(store, meOf(policy, reviewer), policy);
    waits.value = asked.length + answered.length;
  } catch (error) {
    say({ message: text('error.unexpected', { detail: String(error) }) });
  }
}

async function readStatus(): Promise<void> {
  const reply = await send('sync.status', {});
  if (reply.ok) status.value = statusWords(reply.value.status, Date.now());
  else say(reply.error);
}

/** Runs inside the click: the browser asks for a permission only then. */
async function turn(wanted: boolean): Promise<void> {
  if (!origin) return;
  busy.value = true;
  problem.value = null;
  try {
    // What is permitted already needs no question; `site.value` is known before anybody can click.
    if (wanted && !site.value?.permitted && !(await askForSite(origin)))
      problem.value = text('popup.refused', { site: new URL(origin).host });
    else {
      const reply = await send(wanted ? 'site.enable' : 'site.disable', { origin });
      if (!reply.ok) say(reply.error);
    }
  } catch (error) {
    say({ message: text('error.unexpected', { detail: String(error) }) });
  } finally {
    busy.value = false;
    await Promise.all([readSite(), readPage()]);
  }
}

/** What comes next is on the page, not here. */
async function onPage(name: 'selection.review' | 'page.teach'): Promise<void> {
  if (tab?.id === undefined) return;
  const reply = await send(name, { tabId: tab.id });
  if (reply.ok) window.close();
  else say(reply.error);
}

async function leaveTo(open: Promise<unknown>): Promise<void> {
  try {
    await open;
    window.close();
  } catch (error) {
    say({ message: text('error.unexpected', { detail: String(error) }) });
  }
}

function App() {
  const [adapter] = missed.value?.adapters ?? [];
  return (
    <Popup
      site={site.value}
      found={found.value}
      doctor={adapter ? { adapter: { id: adapter.id, taught: isTaught(adapter) }, report: report.value } : null}
      waits={waits.value}
      reviews={reviews.value}
      status={status.value}
      problem={problem.value}
      busy={busy.value}
      onSite={(wanted) => void turn(wanted)}
      onSelection={() => void onPage('selection.review')}
      onReport={() => void copyReport()}
      onTeach={() => void onPage('page.teach')}
      onDashboard={() => void leaveTo(browser.tabs.create({ url: new URL('/dashboard.html', location.href).href }))}
      onOptions={() => void leaveTo(browser.runtime.openOptionsPage())}
      onSidePanel={() => void leaveTo(openSidePanel(tab?.windowId))}
    />
  );
}

onPush('page.changed', () => void readPage());
onPush('reviews.changed', () => void Promise.all([readReviews(), readPage()]));
onPush('sync.changed', (push) => (status.value = statusWords(push.status, Date.now())));
// The page may be slow to answer; all else is here at once.
void readPage();
await Promise.all([readSite(), readReviews(), readStatus()]);
render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
  document.getElementById('root') as HTMLElement,
);
