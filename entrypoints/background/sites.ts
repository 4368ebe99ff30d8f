/** Where review is on: the person's choice, the permission and the registered script, kept in step. */
import { builtInOrigins, isOn, webOrigin } from '../../lib/platform/origins.ts';
import { injectOpenTabs, permitted, registerScripts, tellTabs } from '../../lib/platform/scripts.ts';
import { siteIntentKey } from '../../lib/platform/permission.ts';
import { session } from '../../lib/platform/session.ts';
import { push } from '../../lib/messaging/send.ts';
import { Refusal } from '../../lib/model/result.ts';
import type { Settings } from '../../lib/model/settings.ts';

/** In the session: open tabs were served since we started. Dies with an update, and with being turned off. */
const servedKey = 'open-tabs-served';

type Sites = Settings['sites'];

/** Reads and writes the choice; `change` runs in one transaction. */
export interface SiteSettings {
  read(): Promise<Sites>;
  change(edit: (sites: Sites) => Sites): Promise<Sites>;
}

export function createSites(settings: SiteSettings) {
  // One registration at a time: two at once would each see the script missing and both add it.
  let queue: Promise<unknown> = Promise.resolve();
  const register = (): Promise<void> => {
    const next = queue.then(async () => registerScripts(await settings.read()));
    queue = next.catch(() => {});
    return next;
  };

  /** At the first start after an install, an update or being turned on again: open tabs have no script that we can speak to. */
  async function serveOpenTabs(): Promise<void> {
    if (await session.get(servedKey)) return;
    await session.set(servedKey, true);
    const { on, off } = await settings.read();
    const origins = [...new Set([...builtInOrigins, ...on])].filter((origin) => !off.includes(origin));
    await Promise.all(origins.map(async (origin) => (await permitted(origin)) && injectOpenTabs(origin)));
  }

  async function enable(origins: string[]): Promise<string[]> {
    for (const origin of origins) {
      if (!(await permitted(origin))) throw new Refusal('site-not-permitted', { origin });
    }
    await settings.change(({ on, off }) => ({
      on: [...new Set([...on, ...origins.filter((origin) => !builtInOrigins.includes(origin))])],
      off: off.filter((origin) => !origins.includes(origin)),
    }));
    await register();
    await Promise.all(origins.map((origin) => injectOpenTabs(origin)));
    return origins;
  }

  async function disable(origins: string[]): Promise<string[]> {
    await settings.change(({ on, off }) => ({
      on: on.filter((origin) => !origins.includes(origin)),
      off: [...new Set([...off, ...origins.filter((origin) => builtInOrigins.includes(origin))])],
    }));
    await register();
    await Promise.all(origins.map((origin) => tellTabs({ name: 'page.stop', data: {} }, { origin })));
    // The content scripts are gone: nobody else would tell the side panel.
    for (const origin of origins) push('page.changed', { url: origin });
    return origins;
  }

  return {
    register,
    serveOpenTabs,
    enable,
    disable,
    async state(origin: string) {
      return { on: isOn(origin, await settings.read()), builtIn: builtInOrigins.includes(origin), permitted: await permitted(origin) };
    },
    /** A frame works where its own origin is on, or that of the page that embeds it. */
    async worksIn(origin: string, tabUrl: string | null): Promise<boolean> {
      const sites = await settings.read();
      return isOn(origin, sites) || (tabUrl !== null && isOn(webOrigin(tabUrl) ?? '', sites));
    },
    /** A permission came: finish what the popup began. */
    async onPermissionAdded(): Promise<void> {
      const intent = await session.get<{ intent: string }>(siteIntentKey);
      if (intent && (await permitted(intent.intent))) {
        await session.remove(siteIntentKey);
        await enable([intent.intent]);
      } else await register();
    },
  };
}

/** One origin or several, each normalised; anything else is refused by name. */
export function originsOf(value: string | string[]): string[] {
  return [value].flat().map((item) => {
    const origin = webOrigin(item);
    if (!origin) throw new Refusal('bad-request', { field: 'origin', problem: `"${item}" is no http or https address` });
    return origin;
  });
}
