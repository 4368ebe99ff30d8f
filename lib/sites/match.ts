/** Which adapters may match an address. */
import type { SiteAdapter } from '../model/site.ts';

/** The adapters whose origins and paths fit the address, in list order. */
export function adaptersFor(url: URL, adapters: readonly SiteAdapter[]): SiteAdapter[] {
  return adapters.filter(
    ({ origins, paths }) =>
      origins.some((origin) => fits(url, origin)) && (!paths?.length || paths.some((path) => url.pathname.startsWith(path))),
  );
}

/**
 * The adapters that may fit a page at the address: those whose origins do, else all that know their tool by its marks.
 * Where the address says which tool it is, marks are not asked for.
 */
export function mayFit(url: URL, adapters: readonly SiteAdapter[]): SiteAdapter[] {
  const named = adaptersFor(url, adapters);
  if (named.length === 0) return adapters.filter(({ marks }) => marks);
  return named.map((adapter) => ({ ...adapter, marks: undefined }));
}

function fits(url: URL, origin: string): boolean {
  if (!origin.includes('://*.')) return url.origin === origin;
  const [scheme, host] = origin.split('://*.') as [string, string];
  // The host may carry a port; the star stands for one label or more.
  return url.protocol === `${scheme}:` && url.host.endsWith(`.${host}`);
}
