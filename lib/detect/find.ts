/** Adapters first, then the generic detector. */
import type { SiteAdapter } from '../model/site.ts';
import { adapted } from './adapted.ts';
import { generic, isSure } from './generic.ts';
import type { Growth } from './growth.ts';
import type { Thread } from './thread.ts';

/**
 * The conversation on a page: an adapter's where it finds an answer, else what the generic detector is sure of, saying which adapter
 * missed it. Without either, a thread with a score and no messages, or null.
 */
export function findThread(document: Document, adapters: readonly SiteAdapter[], growth: Growth): Thread | null {
  const byAdapter = adapted(document, adapters);
  if (byAdapter?.speeches.some(({ role }) => role === 'assistant')) return byAdapter;
  const byShape = generic(document, growth);
  if (byShape && isSure(byShape)) {
    const missed = adapters.map(({ id }) => `the adapter for ${id} found nothing here`);
    return { ...byShape, reasons: [...missed, ...byShape.reasons] };
  }
  if (byAdapter) return byAdapter;
  return byShape ? { ...byShape, speeches: [] } : null;
}
