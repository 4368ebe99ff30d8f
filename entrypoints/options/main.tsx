/** The settings: each part gets its data from `state.ts` and its acts from here. */
import { render } from 'preact';
import '../../components/settings/settings.css';
import { Adapters } from '../../components/settings/Adapters.tsx';
import { Backup } from '../../components/settings/Backup.tsx';
import { Destinations } from '../../components/settings/Destinations.tsx';
import { Judged } from '../../components/settings/Judged.tsx';
import { Keeping } from '../../components/settings/Keeping.tsx';
import { Keys } from '../../components/settings/Keys.tsx';
import { Masking } from '../../components/settings/Masking.tsx';
import { Reviewer } from '../../components/settings/Reviewer.tsx';
import { Section } from '../../components/settings/Section.tsx';
import { Sites } from '../../components/settings/Sites.tsx';
import { Storage } from '../../components/settings/Storage.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { speakInPage } from '../../lib/i18n/load.ts';
import { text } from '../../lib/i18n/text.ts';
import type { SiteAdapter } from '../../lib/model/site.ts';
import { onPush } from '../../lib/messaging/serve.ts';
import { browser } from '../../lib/platform/browser.ts';
import { openShortcuts } from '../../lib/platform/shortcuts.ts';
import { connectors } from '../../lib/sync/connectors/index.ts';
import { roleOf } from '../../lib/oversight/authority.ts';
import { roleWords } from '../../lib/i18n/rubric.ts';
import { leaveDestination, name, save, saveDamaged, site, test } from './acts.ts';
import { adapters, exportAdapters, importFile, readAdapters, remove, same, turn, undo } from './adapters.ts';
import { backup, bring, leave, open, saveBackup, stop, unlock } from './backup.ts';
import { choose, chosen, erasing, keeping, readKeeping, setHold, setRule, storedHere } from './keeping.ts';
import { Deliveries } from './Deliveries.tsx';
import { onPick } from './folders.ts';
import { changedKeys, keys, readShortcuts, resetKeys, setKey, shortcuts, unresetKeys, wereReset } from './keys.ts';
import { backToDefault, exportPolicy, importPolicy, judged, readPolicy, role, undoPolicy } from './policy.ts';
import { privacy, readPrivacy, savePrivacy } from './privacy.ts';
import { broken, now, problem, readSettings, readStatus, readStorage, settings, sites, status, storage, take } from './state.ts';
import { WayOnFold, WayOnNow } from './WayOn.tsx';

await speakInPage(document, browser.i18n.getUILanguage());

const dashboard = (hash = ''): string => new URL(`/dashboard.html${hash}`, location.href).href;

/** The first site of an adapter, or its id. */
const hostOf = ({ id, origins }: SiteAdapter): string => origins[0]?.replace(/^https?:\/\//, '') ?? id;

const readAll = () =>
  Promise.all([readSettings(), readStatus(), readAdapters(), readPolicy(), readPrivacy(), readShortcuts(), readKeeping()]);

function App() {
  return (
    <main class="settings">
      <header class="line">
        <div class="line">
          <img src="/icon/48.png" width="28" height="28" alt="" />
          <h1>{text('options.title')}</h1>
        </div>
        <a href={dashboard()}>{text('popup.dashboard')}</a>
      </header>
      {problem.value && broken.value === null && <Notice kind="bad">{problem.value}</Notice>}
      <WayOnNow readAll={readAll} />
      <Section title={text('options.destination')} about={text('options.destinationAbout')}>
        {status.value && (
          <Destinations
            connectors={Object.values(connectors)}
            saved={status.value.destinations}
            onSave={save}
            onTest={test}
            {...(onPick ? { onPick } : {})}
            onLeave={leaveDestination}
          />
        )}
      </Section>
      <Section title={text('options.delivery')} about={text('options.deliveryAbout')}>
        {status.value && (
          <Deliveries status={status.value} onOpen={(id) => void browser.tabs.create({ url: dashboard(`#review/${id}`) })} />
        )}
      </Section>
      <Section title={text('privacy.title')} about={text('privacy.about')}>
        {privacy.value && <Masking privacy={privacy.value} onSave={savePrivacy} />}
      </Section>
      <Section title={text('options.sites')} about={text('options.sitesAbout')}>
        <Sites sites={sites.value} onSite={(origin, wanted) => void site(origin, wanted)} />
      </Section>
      <Section title={text('adapters.title')} about={text('adapters.about')}>
        <Adapters
          {...adapters.value}
          removed={adapters.value.removed && hostOf(adapters.value.removed.adapter)}
          onTurn={(id, on) => void turn(id, on)}
          onRemove={(id) => void remove(id)}
          onUndo={() => void undo()}
          onExport={exportAdapters}
          onFile={(file) => void importFile(file)}
          onSame={(choice) => void same(choice)}
        />
      </Section>
      <Section title={text('policy.title')} about={text('policy.about')}>
        {judged.value && (
          <Judged
            {...judged.value}
            onFile={(file) => void importPolicy(file)}
            onExport={exportPolicy}
            onDefault={() => void backToDefault()}
            onBack={() => void undoPolicy()}
          />
        )}
      </Section>
      <Section title={text('options.you')} about={text('options.youAbout')}>
        {settings.value && judged.value && (
          <Reviewer
            name={settings.value.reviewer.name ?? ''}
            onName={name}
            roles={judged.value.policy.roles.map((one) => ({ id: one.id, name: roleWords(one) }))}
            role={roleOf(judged.value.policy, settings.value.reviewer.role).id}
            roleFixed={judged.value.policy.reviewerRole !== undefined}
            onRole={(id) => void role(id)}
          />
        )}
      </Section>
      <Section title={text('keys.title')} about={text('keys.about')}>
        <Keys
          keys={keys.value}
          changed={changedKeys.value}
          reset={wereReset.value}
          shortcuts={shortcuts.value}
          onKey={(act, key) => void setKey(act, key)}
          onReset={() => void resetKeys()}
          onBack={() => void unresetKeys()}
          onShortcuts={() => void openShortcuts()}
        />
      </Section>
      <Section title={text('backup.title')} about={text('backup.about')}>
        <Backup
          state={backup.value}
          onSave={(passphrase) => void saveBackup(passphrase)}
          onFile={(file) => void open(file)}
          onUnlock={(passphrase) => void unlock(passphrase)}
          onBring={() => void bring()}
          onLeave={leave}
          onStop={stop}
        />
      </Section>
      <Section title={text('keeping.title')} about={text('keeping.about')}>
        {keeping.value && (
          <Keeping
            keeping={keeping.value}
            sites={storedHere.value}
            chosen={chosen.value}
            state={erasing.state.value}
            onChoose={choose}
            onRule={(rule) => void setRule(rule)}
            onHold={(hold, on) => void setHold(hold, on)}
            onAsk={(scope) => void erasing.ask(scope)}
            onErase={erasing.begin}
            onLeave={erasing.leave}
            onUndo={erasing.leave}
            onNow={() => void erasing.now()}
          />
        )}
      </Section>
      <Section title={text('options.storage')} about={text('options.storageAbout')}>
        {storage.value && <Storage {...storage.value} onKeep={() => void readStorage()} onDamaged={() => void saveDamaged()} />}
        <WayOnFold readAll={readAll} />
      </Section>
    </main>
  );
}

onPush('sync.changed', (push) => void take(push.status));
onPush('reviews.changed', () => void Promise.all([readStatus(), readKeeping()]));
// Ages in words go on while the page is open, and other pages change the settings.
setInterval(() => (now.value = Date.now()), 20_000);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  problem.value = null;
  void Promise.all([readAll(), readStorage()]);
});

await readAll();
void readStorage();
render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
  document.getElementById('root') as HTMLElement,
);
