/** Adapters first, then the generic detector. */
import type { SiteAdapter } from '../model/site.ts';
import { adapted } from './adapted.ts';
import { generic, isSure } from './generic.ts';
import type { Growth } from './growth.ts';
import { anyOf, closestOf, understood } from './hooks.ts';
import { marked } from './marked.ts';
import { openRoots, scan } from './scan.ts';
import type { Speech, Thread } from './thread.ts';

const isAnswer = ({ role }: Speech): boolean => role === 'assistant';

/** A thread, and the open roots that were looked into. */
export interface Found {
  thread: Thread | null;
  roots: (Document | ShadowRoot)[];
}

/** As `search`. A page can make any property of a form throw (`<input name="matches">`): then there is nothing here, and we go on. */
export function findThread(document: Document, adapters: readonly SiteAdapter[], growth: Growth): Found {
  try {
    return search(document, adapters, growth);
  } catch {
    return { thread: null, roots: [document] };
  }
}

/**
 * The conversation on a page: an adapter's where it finds an answer, else what the generic detector is sure of, saying which adapter
 * missed it. Without either, a thread with a score and no messages, or null.
 */
function search(document: Document, adapters: readonly SiteAdapter[], growth: Growth): Found {
  const light = marked(adapters, [document]);
  const first = light.length > 0 ? null : scan(document);
  const looked = first?.roots ?? openRoots(document);
  // A chat inside of shadow roots has a place to write, too: other pages need no look into each root.
  const here = first?.composers.length ? marked(adapters, looked) : light;
  const byAdapter = here.length > 0 ? adapted(looked, here) : null;
  if (byAdapter?.speeches.some(isAnswer)) return { thread: byAdapter, roots: looked };
  const seen = first ?? scan(document);
  const { roots } = seen;
  const beside = anyOf(...here.map((adapter) => understood(adapter.beside ?? [], document)));
  const guess = generic(document, seen, growth);
  const speeches = guess?.speeches.filter(({ message }) => !closestOf(message, beside)) ?? [];
  const byShape = guess && speeches.length < guess.speeches.length ? (speeches.some(isAnswer) ? { ...guess, speeches } : null) : guess;
  if (byShape && isSure(byShape)) {
    const missed = here.map(({ id }) => `the adapter for ${id} found nothing here`);
    return { thread: { ...byShape, reasons: [...missed, ...byShape.reasons] }, roots };
  }
  return { thread: byAdapter ?? (byShape ? { ...byShape, speeches: [] } : null), roots };
}
