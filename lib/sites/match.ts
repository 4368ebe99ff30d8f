/** Which adapters may match an address. */
import type { SiteAdapter } from '../model/site.ts';

/** The adapters whose origins and paths fit the address, in list order. */
export function adaptersFor(url: URL, adapters: readonly SiteAdapter[]): SiteAdapter[] {
  return adapters.filter(
    ({ origins, paths }) =>
      origins.some((origin) => fits(url, origin)) && (!paths?.length || paths.some((path) => url.pathname.startsWith(path))),
  );
}

function fits(url: URL, origin: string): boolean {
  if (!origin.includes('://*.')) return url.origin === origin;
  const [scheme, host] = origin.split('://*.') as [string, string];
  // The host may carry a port; the star stands for one label or more.
  return url.protocol === `${scheme}:` && url.host.endsWith(`.${host}`);
}
