/**
 * The framed editor proves itself: any page can embed our web-accessible page, so it gets an answer only for a
 * nonce that our own content script asked for, once, in the tab it was asked for.
 */
import type { Calls } from '../../lib/messaging/protocol.ts';
import type { Sender } from '../../lib/messaging/serve.ts';
import { sendToFrame } from '../../lib/messaging/send.ts';
import { Refusal } from '../../lib/model/result.ts';
import { session } from '../../lib/platform/session.ts';
import { privatePrefix } from '../../lib/store/privateArea.ts';

type Waiting = Omit<Calls['editor.begin']['reply'], 'review' | 'policy' | 'incognito'>;
interface Editor {
  tabId: number;
  frameId: number;
  /** Gone once the editor has it. */
  waiting: Waiting | null;
}

/** Those of private windows go with these. */
const keyOf = (nonce: string, from?: Sender): string => `${from?.incognito ? privatePrefix : ''}editor:${nonce}`;

export async function openEditor(waiting: Waiting, from: Sender): Promise<string> {
  if (from.tabId === null || from.frameId === null) throw new Refusal('editor-unknown');
  const nonce = crypto.randomUUID();
  const editor: Editor = { tabId: from.tabId, frameId: from.frameId, waiting };
  await session.set(keyOf(nonce, from), editor);
  return nonce;
}

export async function beginEditor(nonce: string, from: Sender): Promise<Waiting> {
  const editor = await find(nonce, from);
  if (!editor.waiting) throw new Refusal('editor-unknown');
  await session.set(keyOf(nonce, from), { ...editor, waiting: null });
  return editor.waiting;
}

/** Passes on what the editor says to the content script that opened it. */
export async function tellEditor(data: Calls['editor.tell']['request'], from: Sender): Promise<null> {
  const editor = await find(data.nonce, from);
  if (data.done) await session.remove(keyOf(data.nonce, from));
  await sendToFrame(editor.tabId, editor.frameId, 'editor.told', data);
  return null;
}

/** Takes away the answers that wait for an editor which never came for them: what is erased waits nowhere. */
export async function dropEditors(): Promise<void> {
  for (const [key, editor] of Object.entries(await session.all())) {
    if (key.startsWith(keyOf('')) && (editor as Editor).waiting) await session.remove(key);
  }
}

async function find(nonce: string, from: Sender): Promise<Editor> {
  const editor = await session.get<Editor>(keyOf(nonce, from));
  if (!editor || editor.tabId !== from.tabId) throw new Refusal('editor-unknown');
  return editor;
}
