/** Adapters first, then the generic detector. */
import type { SiteAdapter } from '../model/site.ts';
import { adapted } from './adapted.ts';
import { generic, isSure } from './generic.ts';
import type { Growth } from './growth.ts';
import { openRoots, scan } from './scan.ts';
import type { Thread } from './thread.ts';

/** A thread, and the open roots that were looked into. */
export interface Found {
  thread: Thread | null;
  roots: (Document | ShadowRoot)[];
}

/**
 * The conversation on a page: an adapter's where it finds an answer, else what the generic detector is sure of, saying which adapter
 * missed it. Without either, a thread with a score and no messages, or null.
 */
export function findThread(document: Document, adapters: readonly SiteAdapter[], growth: Growth): Found {
  if (adapters.length > 0) {
    const roots = openRoots(document);
    const thread = adapted(roots, adapters);
    if (thread?.speeches.some(({ role }) => role === 'assistant')) return { thread, roots };
  }
  const seen = scan(document);
  const { roots } = seen;
  const byShape = generic(document, seen, growth);
  if (byShape && isSure(byShape)) {
    const missed = adapters.map(({ id }) => `the adapter for ${id} found nothing here`);
    return { thread: { ...byShape, reasons: [...missed, ...byShape.reasons] }, roots };
  }
  const prompts = adapted(roots, adapters);
  return { thread: prompts ?? (byShape ? { ...byShape, speeches: [] } : null), roots };
}
