/**
 * Private windows. The one background serves them too (Firefox knows no other way), so what they review is kept apart here: in the session, which is
 * memory alone, until the last of them closes. Which window an act comes from is the browser's word, not the page's.
 */
import type { Sender } from '../../lib/messaging/serve.ts';
import { browser } from '../../lib/platform/browser.ts';
import { session } from '../../lib/platform/session.ts';
import { openPrivate, type PrivateStore } from '../../lib/store/private.ts';

/** The reviews of private windows. They are gone with the last of these. */
export function createPrivate(): PrivateStore {
  const kept = openPrivate(session);
  const clearIfNone = async (): Promise<void> => {
    const windows = await browser.windows.getAll();
    if (!windows.some(({ incognito }) => incognito)) await kept.clear();
  };
  browser.windows.onRemoved.addListener(() => void clearIfNone());
  // The worker may have slept when the last one closed.
  void clearIfNone();
  return {
    ...kept,
    // The last act of a window may come in after it has closed.
    change: (request) => kept.change(request).finally(() => void clearIfNone()),
    compare: (request) => kept.compare(request).finally(() => void clearIfNone()),
  };
}

/** Is this about a private window? A page of ours that stands beside one, as the side panel does, has no tab, and says so itself. */
export const isPrivate = (from: Sender, asked?: boolean): boolean => from.incognito || (from.kind === 'page' && asked === true);
