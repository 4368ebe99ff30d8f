/** "Review this as AI output": a frame where review is on is asked; anywhere else our script is started for this one passage. */
import { browser } from '../../lib/platform/browser.ts';
import { injectFrame } from '../../lib/platform/scripts.ts';
import { session } from '../../lib/platform/session.ts';
import { sendToFrame } from '../../lib/messaging/send.ts';
import { Refusal } from '../../lib/model/result.ts';

const keyOf = (tabId: number, frameId: number): string => `passage:${tabId}:${frameId}`;

/**
 * Makes an answer of what is selected in a tab; without a `frameId`, in the first frame that has a selection.
 * Refuses with `no-selection`, or `page-closed` where the browser lets nobody in.
 */
export async function reviewSelection(tabId: number, frameId?: number): Promise<void> {
  const at = frameId ?? (await selectedFrame(tabId));
  const reply = await sendToFrame(tabId, at, 'page.select', {});
  if (reply.ok) {
    if (!reply.value.found) throw new Refusal('no-selection');
    return;
  }
  await session.set(keyOf(tabId, at), true);
  try {
    await injectFrame(tabId, at);
  } catch {
    await session.remove(keyOf(tabId, at));
    throw new Refusal('page-closed');
  }
}

/** Was our script started in this frame for a selection? Says so once. */
export async function startedForSelection(tabId: number | null, frameId: number | null): Promise<boolean> {
  if (tabId === null || frameId === null) return false;
  const key = keyOf(tabId, frameId);
  if (!(await session.get<boolean>(key))) return false;
  await session.remove(key);
  return true;
}

async function selectedFrame(tabId: number): Promise<number> {
  const asked = { target: { tabId, allFrames: true }, func: () => (document.getSelection()?.toString() ?? '').trim() !== '' };
  const frames = await browser.scripting.executeScript(asked).catch(() => {
    throw new Refusal('page-closed');
  });
  const found = frames.find(({ result }) => result);
  if (!found) throw new Refusal('no-selection');
  return found.frameId;
}
