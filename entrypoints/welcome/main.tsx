/** The welcome page: opened once after the install, unless an organisation installed us. */
import { signal } from '@preact/signals';
import { createRef, render } from 'preact';
import '../../components/ui/page.css';
import '../../components/welcome/welcome.css';
import type { SiteRow } from '../../components/settings/Sites.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { samplePrompt } from '../../components/welcome/SampleChat.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { speakInPage } from '../../lib/i18n/load.ts';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import { browser } from '../../lib/platform/browser.ts';
import { askToKeep } from '../../lib/platform/kept.ts';
import { builtInOrigins } from '../../lib/platform/origins.ts';
import { mountSample } from './sample.ts';

await speakInPage(document, browser.i18n.getUILanguage());
document.title = text('welcome.title');

const sites = signal<SiteRow[]>([]);
const tried = signal(false);
const shortcut = signal<string | null>(null);
const problem = signal<string | null>(null);
const answer = createRef<HTMLDivElement>();

async function readSites(): Promise<void> {
  const rows = await Promise.all(
    builtInOrigins.map(async (origin): Promise<SiteRow | null> => {
      const site = await send('site.state', { origin });
      return site.ok ? { origin, ...site.value } : null;
    }),
  );
  sites.value = rows.filter((row) => row !== null);
}

async function turn(origin: string, wanted: boolean): Promise<void> {
  const reply = await send(wanted ? 'site.enable' : 'site.disable', { origin });
  problem.value = reply.ok ? null : reply.error.message;
  await readSites();
}

async function leave(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

function App() {
  return (
    <Welcome
      sites={sites.value}
      tried={tried.value}
      shortcut={shortcut.value}
      problem={problem.value}
      answer={answer}
      onSite={(origin, wanted) => void turn(origin, wanted)}
      onSettings={() => void browser.runtime.openOptionsPage()}
      onDone={() => void leave()}
    />
  );
}

render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
  document.getElementById('root') as HTMLElement,
);
if (answer.current) {
  mountSample({
    element: answer.current,
    prompt: samplePrompt(),
    onReview: () => void (tried.value = true),
    signal: new AbortController().signal,
  });
}
const commands = await browser.commands.getAll();
shortcut.value = commands.find(({ name }) => name === 'focus-next')?.shortcut || null;
await readSites();
// The first page of ours that a person sees, and one that may ask: the background may not.
void askToKeep();
