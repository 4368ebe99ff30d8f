/** Asking every frame of a tab what it holds: for the popup and the side panel. */
import type { PageInspection } from '../model/inspection.ts';
import { browser } from '../platform/browser.ts';
import { sendToFrame } from './send.ts';

/** What one frame of a tab says. */
export interface InspectedFrame {
  /** 0 is the page itself. */
  frameId: number;
  page: PageInspection;
}

/** The frames of a tab in which review is on, the page itself first. Empty where we may not look or nothing of ours runs. */
export async function inspectTab(tabId: number): Promise<InspectedFrame[]> {
  // An injection that does nothing is how frames are listed without the `webNavigation` permission.
  const listing = { target: { tabId, allFrames: true }, injectImmediately: true, func: () => true };
  const frames = await browser.scripting.executeScript(listing).catch(() => []);
  const asked = await Promise.all(
    frames.map(async ({ frameId }) => {
      const reply = await sendToFrame(tabId, frameId, 'page.inspect', {});
      return reply.ok ? [{ frameId, page: reply.value }] : [];
    }),
  );
  return asked.flat().toSorted((one, other) => one.frameId - other.frameId);
}
