/** Which tool a page is, where its address does not say it: by the marks of those that people host themselves. */
import type { SiteAdapter } from '../model/site.ts';
import { understood } from './hooks.ts';

const known = new WeakMap<SiteAdapter, string[]>();

/**
 * The adapters without those whose marks are not in the page. Each mark is asked for alone: a browser knows at once that
 * a class is nowhere, and goes through all elements for a list.
 */
export function marked(adapters: readonly SiteAdapter[], roots: readonly (Document | ShadowRoot)[]): SiteAdapter[] {
  const document = roots[0] as Document;
  return adapters.filter(
    (adapter) => !adapter.marks || marksOf(adapter, document).some((select) => roots.some((root) => root.querySelector(select) !== null)),
  );
}

/** An adapter's marks, without those that the browser does not understand. */
function marksOf(adapter: SiteAdapter, document: Document): string[] {
  let marks = known.get(adapter);
  if (!marks) known.set(adapter, (marks = understood(adapter.marks ?? [], document).map(({ select }) => select)));
  return marks;
}
