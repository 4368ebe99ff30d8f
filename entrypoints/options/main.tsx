/** The settings: each part gets its data from `state.ts` and its acts from here. */
import { render } from 'preact';
import '../../components/settings/settings.css';
import { Delivery } from '../../components/settings/Delivery.tsx';
import { DestinationForm } from '../../components/settings/DestinationForm.tsx';
import { Refused } from '../../components/settings/Refused.tsx';
import { Reviewer } from '../../components/settings/Reviewer.tsx';
import { Section } from '../../components/settings/Section.tsx';
import { Sites } from '../../components/settings/Sites.tsx';
import { Storage } from '../../components/settings/Storage.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { speak, text } from '../../lib/i18n/text.ts';
import { onPush } from '../../lib/messaging/serve.ts';
import { browser } from '../../lib/platform/browser.ts';
import { approve, name, pause, preview, retry, save, saveDamaged, site, syncNow, test } from './acts.ts';
import { now, problem, readSettings, readStatus, readStorage, refused, settings, sites, status, storage, take } from './state.ts';

speak(navigator.language, overlay, pages);

const dashboard = (hash = ''): string => new URL(`/dashboard.html${hash}`, location.href).href;

function App() {
  const destination = status.value?.destination ?? null;
  return (
    <main class="settings">
      <header class="line">
        <div class="line">
          <img src="/icon/48.png" width="28" height="28" alt="" />
          <h1>{text('options.title')}</h1>
        </div>
        <a href={dashboard()}>{text('popup.dashboard')}</a>
      </header>
      {problem.value && <Notice kind="bad">{problem.value}</Notice>}
      <Section title={text('options.destination')} about={text('options.destinationAbout')}>
        {status.value && <DestinationForm saved={destination?.url ?? null} hasToken={status.value.hasToken} onSave={save} onTest={test} />}
      </Section>
      <Section title={text('options.delivery')} about={text('options.deliveryAbout')}>
        {status.value && (
          <Delivery status={status.value} now={now.value} onPreview={preview} onApprove={approve} onNow={syncNow} onPause={pause} />
        )}
        {refused.value.length > 0 && (
          <Refused
            rows={refused.value}
            onRetry={() => void retry()}
            onOpen={(id) => void browser.tabs.create({ url: dashboard(`#review/${id}`) })}
          />
        )}
      </Section>
      <Section title={text('options.sites')} about={text('options.sitesAbout')}>
        <Sites sites={sites.value} onSite={(origin, wanted) => void site(origin, wanted)} />
      </Section>
      <Section title={text('options.you')} about={text('options.youAbout')}>
        {settings.value && <Reviewer name={settings.value.reviewer.name ?? ''} onName={name} />}
      </Section>
      <Section title={text('options.storage')} about={text('options.storageAbout')}>
        <Storage {...storage.value} onKeep={() => void readStorage()} onDamaged={() => void saveDamaged()} />
      </Section>
    </main>
  );
}

onPush('sync.changed', (push) => void take(push.status));
onPush('reviews.changed', () => void readStatus());
// Ages in words go on while the page is open, and other pages change the settings.
setInterval(() => (now.value = Date.now()), 20_000);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  problem.value = null;
  void Promise.all([readSettings(), readStatus()]);
});

await Promise.all([readSettings(), readStatus()]);
void readStorage();
render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
  document.getElementById('root') as HTMLElement,
);
