/** The side panel: follows the tab in front of its window. `?tab=<id>` keeps it to one tab. */
import { batch, signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/ui/page.css';
import '../../components/review/diff.css';
import '../../components/review/review.css';
import '../../components/sidepanel/sidepanel.css';
import { keyOf, SidePanel, type PanelAnswer } from '../../components/sidepanel/SidePanel.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { speak, text } from '../../lib/i18n/text.ts';
import { inspectTab } from '../../lib/messaging/inspect.ts';
import { send, sendToFrame } from '../../lib/messaging/send.ts';
import { onPush } from '../../lib/messaging/serve.ts';
import type { SyncStatus } from '../../lib/model/sync.ts';
import { browser } from '../../lib/platform/browser.ts';
import { openStore } from '../../lib/store/open.ts';
import { findReviews } from '../../lib/store/reviews.ts';
import { explain } from '../background/explain.ts';

speak(navigator.language, overlay, pages);
document.title = text('panel.title');

const store = openStore();
const answers = signal<PanelAnswer[] | 'off' | null>(null);
const open = signal<string | null>(null);
const status = signal<SyncStatus | null>(null);
const now = signal(Date.now());
const problem = signal<string | null>(null);
const pinned = Number(new URLSearchParams(location.search).get('tab')) || null;
let asked = 0;

const tabId = async (): Promise<number | undefined> => pinned ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;

/** Asks the page and the store; what is overtaken by a newer question is dropped. */
async function refresh(): Promise<void> {
  const turn = ++asked;
  try {
    const id = await tabId();
    const frames = id === undefined ? [] : await inspectTab(id);
    const shown = await Promise.all(
      frames.map(async ({ frameId, page }) => {
        const origin = new URL(page.url).origin;
        const reviews = await findReviews(store, origin, page.answers);
        return page.answers.map((answer) => {
          const review = reviews[answer.id] ?? null;
          return { frameId, answer, review: review?.status === 'withdrawn' ? null : review };
        });
      }),
    );
    if (turn !== asked) return;
    batch(() => {
      answers.value = frames.length === 0 ? 'off' : shown.flat();
      problem.value = null;
    });
  } catch (error) {
    if (turn === asked) problem.value = explain(error).message;
  }
}

async function askStatus(): Promise<void> {
  const reply = await send('sync.status', {});
  now.value = Date.now();
  if (reply.ok) status.value = reply.value.status;
}

/** Opens what was said, or closes it, and jumps to the answer either way. */
async function jump(to: PanelAnswer): Promise<void> {
  open.value = open.value === keyOf(to) ? null : keyOf(to);
  const id = await tabId();
  if (id === undefined) return;
  const reply = await sendToFrame(id, to.frameId, 'page.reveal', { answerId: to.answer.id });
  problem.value = reply.ok ? (reply.value.found ? null : text('panel.notShown')) : reply.error.message;
}

/** The popup asks for the site: it gets the tab's address with the click on our icon, a panel does not. */
async function turnOn(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch (error) {
    problem.value = explain(error).message;
  }
}

function App() {
  return (
    <SidePanel
      answers={answers.value}
      open={open.value}
      status={status.value}
      now={now.value}
      problem={problem.value}
      dashboard="dashboard.html"
      onOpen={(answer) => void jump(answer)}
      onRefresh={() => void refresh()}
      onTurnOn={() => void turnOn()}
    />
  );
}

render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
  document.getElementById('root') as HTMLElement,
);
onPush('page.changed', () => void refresh());
onPush('reviews.changed', () => void refresh());
onPush('sync.changed', (push) => {
  now.value = Date.now();
  status.value = push.status;
});
if (pinned === null) {
  browser.tabs.onActivated.addListener(() => {
    answers.value = null;
    void refresh();
  });
}
// A page that is loaded anew says so itself once our script runs there; one without our script does not.
browser.tabs.onUpdated.addListener((_id, change) => {
  if (change.status === 'complete') void refresh();
});
await Promise.all([refresh(), askStatus()]);
