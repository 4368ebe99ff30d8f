/** Messages about adapters of sites; part of the one table in `protocol.ts`. */
import type { OwnAdapter, SiteAdapter } from '../model/site.ts';

/** pages and the picker of a page → background */
export interface AdapterCalls {
  /** Keeps what a person taught on the page that sends it; it may speak for its own origin only. */
  'adapter.save': { request: { adapter: SiteAdapter }; reply: null };
  /** The person's own adapters, and those that the organisation fixed. */
  'adapter.list': { request: Record<string, never>; reply: { own: OwnAdapter[]; fixed: SiteAdapter[] } };
  /** The adapters whose address fits, in the order of their rank. */
  'adapter.for': { request: { url: string }; reply: { adapters: SiteAdapter[] } };
  'adapter.turn': { request: { id: string; on: boolean }; reply: null };
  /** Takes one away; the reply brings it back through `adapter.restore`. */
  'adapter.remove': { request: { id: string }; reply: { removed: OwnAdapter } };
  'adapter.restore': { request: { own: OwnAdapter }; reply: null };
  /**
   * Imports a JSON text, one adapter or a list. Where ids are there already and `same` does not say what to do with them, nothing is
   * stored and `asks` names them.
   */
  'adapter.import': { request: { text: string; same?: 'replace' | 'both' }; reply: { added: string[]; asks: string[] } };
}
