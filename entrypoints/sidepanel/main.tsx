/** The side panel: follows the tab in front of its window. `?tab=<id>` keeps it to one tab. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/ui/page.css';
import '../../components/review/diff.css';
import '../../components/review/guidelines.css';
import '../../components/review/review.css';
import '../../components/review/twice.css';
import '../../components/review/scores.css';
import '../../components/sidepanel/sidepanel.css';
import { SidePanel } from '../../components/sidepanel/SidePanel.tsx';
import { keyOf, type PanelAnswer, type PanelCalls } from '../../components/sidepanel/state.ts';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { speakInPage } from '../../lib/i18n/load.ts';
import { text } from '../../lib/i18n/text.ts';
import { send, sendToFrame } from '../../lib/messaging/send.ts';
import { onPush } from '../../lib/messaging/serve.ts';
import type { SyncStatus } from '../../lib/model/sync.ts';
import { browser } from '../../lib/platform/browser.ts';
import { openStore } from '../../lib/store/open.ts';
import { explain } from '../background/explain.ts';
import { createActs } from './acts.ts';
import { giveBackCalls } from './giveBack.ts';
import {
  answers,
  createRefresh,
  filter,
  followsTabs,
  isPrivate,
  open,
  problem,
  progress,
  tabId,
  tags,
  terms,
  toast,
  waits,
  writing,
} from './state.ts';

await speakInPage(document, browser.i18n.getUILanguage());
document.title = text('panel.title');

const status = signal<SyncStatus | null>(null);
const now = signal(Date.now());
const { look, reread } = createRefresh(openStore());
const acts = createActs(() => void reread());

async function askStatus(): Promise<void> {
  const reply = await send('sync.status', {});
  now.value = Date.now();
  if (reply.ok) status.value = reply.value.status;
}

/** Opens what was said, and shows the answer in the page; or closes it. */
async function jump(to: PanelAnswer): Promise<void> {
  const opens = open.value !== keyOf(to);
  open.value = opens ? keyOf(to) : null;
  writing.value = null;
  if (!opens) return;
  const id = await tabId();
  if (id === undefined) return;
  const reply = await sendToFrame(id, to.frameId, 'page.reveal', { answerId: to.answer.id });
  problem.value = reply.ok ? (reply.value.found ? null : text('panel.notShown')) : reply.error.message;
}

/** The person is at an answer in the page: it opens here, the keyboard stays there. */
function follow(answerId: string): void {
  const all = Array.isArray(answers.value) ? answers.value : [];
  const one = all.find(({ answer }) => answer.id === answerId);
  // What is being written here stays open: the page may have taken the focus for a moment only.
  if (!one || open.value === keyOf(one) || writing.value !== null) return;
  open.value = keyOf(one);
  requestAnimationFrame(() => document.querySelector(`[data-answer="${CSS.escape(answerId)}"]`)?.scrollIntoView({ block: 'nearest' }));
}

/** Who closed a field with the keyboard is back at the row that it belongs to. */
function toRow(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('.answer-row[aria-expanded="true"]')?.focus();
}

/** The popup asks for the site: it gets the tab's address with the click on our icon, a panel does not. */
async function turnOn(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch (error) {
    problem.value = explain(error).message;
  }
}

const calls: PanelCalls = {
  ...acts,
  ...giveBackCalls,
  open: (one) => void jump(one),
  write(wanted) {
    writing.value = wanted;
    if (wanted === null) requestAnimationFrame(toRow);
  },
  filter(wanted) {
    filter.value = wanted;
    open.value = null;
    writing.value = null;
  },
  dismiss: () => (toast.value = null),
  refresh: () => void look(),
  turnOn: () => void turnOn(),
};

function App() {
  return (
    <SidePanel
      state={{
        answers: answers.value,
        filter: filter.value,
        open: open.value,
        writing: writing.value,
        terms: terms.value,
        progress: progress.value,
        toast: toast.value,
        tags: tags.value,
        waits: waits.value,
        problem: problem.value,
        isPrivate: isPrivate.value,
      }}
      status={status.value}
      now={now.value}
      dashboard="dashboard.html"
      calls={calls}
    />
  );
}

render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
  document.getElementById('root') as HTMLElement,
);
onPush('page.changed', () => void look());
onPush('page.at', ({ answerId }) => follow(answerId));
// Each step of a batch is shown as it comes back, and read once more at the end.
onPush('reviews.changed', () => progress.value === null && void reread());
onPush('sync.changed', (push) => {
  now.value = Date.now();
  status.value = push.status;
});
if (followsTabs) {
  browser.tabs.onActivated.addListener(() => {
    answers.value = null;
    open.value = null;
    toast.value = null;
    void look();
  });
}
// The settings may have been changed meanwhile: who may decide what, the keys.
addEventListener('focus', () => void look());
// A page that is loaded anew says so itself once our script runs there; one without our script does not.
browser.tabs.onUpdated.addListener((_id, change) => {
  if (change.status === 'complete') void look();
});
await Promise.all([look(), askStatus()]);
