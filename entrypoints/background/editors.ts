/**
 * The framed editor proves itself: any page can embed our web-accessible page, so it gets an answer only for a
 * nonce that our own content script asked for, once, in the tab it was asked for.
 */
import type { Calls } from '../../lib/messaging/protocol.ts';
import type { Sender } from '../../lib/messaging/serve.ts';
import { sendToFrame } from '../../lib/messaging/send.ts';
import { Refusal } from '../../lib/model/result.ts';
import { session } from '../../lib/platform/session.ts';

type Waiting = Omit<Calls['editor.begin']['reply'], 'review' | 'rubric'>;
interface Editor {
  tabId: number;
  frameId: number;
  /** Gone once the editor has it. */
  waiting: Waiting | null;
}

const keyOf = (nonce: string): string => `editor:${nonce}`;

export async function openEditor(waiting: Waiting, from: Sender): Promise<string> {
  if (from.tabId === null || from.frameId === null) throw new Refusal('editor-unknown');
  const nonce = crypto.randomUUID();
  const editor: Editor = { tabId: from.tabId, frameId: from.frameId, waiting };
  await session.set(keyOf(nonce), editor);
  return nonce;
}

export async function beginEditor(nonce: string, from: Sender): Promise<Waiting> {
  const editor = await find(nonce, from);
  if (!editor.waiting) throw new Refusal('editor-unknown');
  await session.set(keyOf(nonce), { ...editor, waiting: null });
  return editor.waiting;
}

/** Passes on what the editor says to the content script that opened it. */
export async function tellEditor(data: Calls['editor.tell']['request'], from: Sender): Promise<null> {
  const editor = await find(data.nonce, from);
  if (data.done) await session.remove(keyOf(data.nonce));
  await sendToFrame(editor.tabId, editor.frameId, 'editor.told', data);
  return null;
}

async function find(nonce: string, from: Sender): Promise<Editor> {
  const editor = await session.get<Editor>(keyOf(nonce));
  if (!editor || editor.tabId !== from.tabId) throw new Refusal('editor-unknown');
  return editor;
}
