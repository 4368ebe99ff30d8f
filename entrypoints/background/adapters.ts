/** The adapters that count here: fixed by policy, the person's own, and ours; and what a person does with their own. */
import type { Handlers, Sender } from '../../lib/messaging/serve.ts';
import { Refusal } from '../../lib/model/result.ts';
import type { OwnAdapter, SiteAdapter } from '../../lib/model/site.ts';
import { managed } from '../../lib/platform/managed.ts';
import { webOrigin } from '../../lib/platform/origins.ts';
import { injectTab, tellTab, tellTabs } from '../../lib/platform/scripts.ts';
import { adaptersFrom, policyAdapters } from '../../lib/schema/adapters.ts';
import { adapters as builtIn } from '../../lib/sites/index.ts';
import { adaptersFor } from '../../lib/sites/match.ts';
import { joined, ranked } from '../../lib/sites/own.ts';
import type { Store } from '../../lib/store/open.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';

type Names = Extract<keyof Handlers, `adapter.${string}` | 'page.teach' | 'teach.alone'>;

export function createAdapters(store: Store): { all: () => Promise<SiteAdapter[]>; handlers: Pick<Handlers, Names> } {
  async function fixed(): Promise<SiteAdapter[]> {
    const { adapters, wrong } = policyAdapters(await managed('adapters'));
    if (wrong.length > 0) console.warn(`The policy holds adapters that cannot be read: ${wrong.join('; ')}`);
    return adapters;
  }
  const own = async (): Promise<OwnAdapter[]> => (await readSettings(store)).adapters;
  const all = async (): Promise<SiteAdapter[]> => ranked(await fixed(), await own(), builtIn);

  /** Changes the person's own in one transaction, and lets every open page look again. */
  async function change(edit: (own: OwnAdapter[]) => OwnAdapter[]): Promise<void> {
    await changeSettings(store, (settings) => ({ ...settings, adapters: edit(settings.adapters) }));
    await tellTabs({ name: 'page.settings', data: {} });
  }

  return {
    all,
    handlers: {
      'page.teach': async ({ tabId }) => {
        await injectTab(tabId, 'teach').catch(() => {
          throw new Refusal('page-closed');
        });
        return null;
      },
      'teach.alone': async ({ token }, { tabId }) => {
        if (tabId !== null) await tellTab(tabId, { name: 'teach.leave', data: { except: token } });
        return null;
      },
      'adapter.save': async ({ adapter }, from) => {
        speaksForItself(adapter, from);
        const taught: OwnAdapter = { adapter, source: 'taught', on: true, at: new Date().toISOString() };
        await change((before) => joined(before, [taught], 'replace').own);
        return null;
      },
      'adapter.list': async () => ({ own: await own(), fixed: await fixed() }),
      'adapter.for': async ({ url }) => ({ adapters: URL.canParse(url) ? adaptersFor(new URL(url), await all()) : [] }),
      'adapter.turn': async ({ id, on }) => {
        await change((before) => before.map((one) => (one.adapter.id === id ? { ...one, on } : one)));
        return null;
      },
      'adapter.remove': async ({ id }) => {
        const removed = (await own()).find(({ adapter }) => adapter.id === id);
        if (!removed) throw new Refusal('adapter-gone', { id });
        await change((before) => before.filter(({ adapter }) => adapter.id !== id));
        return { removed };
      },
      'adapter.restore': async ({ own: removed }) => {
        await change((before) => joined(before, [removed], 'replace').own);
        return null;
      },
      'adapter.import': async ({ text, same }) => {
        const at = new Date().toISOString();
        const incoming = adaptersFrom(text).map((adapter): OwnAdapter => ({ adapter, source: 'imported', on: true, at }));
        const { added, asks } = joined(await own(), incoming, same ?? null);
        if (asks.length === 0) await change((before) => joined(before, incoming, same ?? null).own);
        return { added, asks };
      },
    },
  };
}

/** What a page's script saves is for that page's origin: a frame without an address of its own has that of its tab. */
function speaksForItself({ origins, marks }: SiteAdapter, { url, tabUrl }: Sender): void {
  const origin = webOrigin(url) ?? webOrigin(tabUrl ?? '');
  if (!origin || marks || origins.length !== 1 || origins[0] !== origin)
    throw new Refusal('bad-request', { field: 'adapter.origins', problem: `an adapter from ${origin ?? 'nowhere'} must be for it alone` });
}
