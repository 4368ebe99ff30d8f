/** Sending. Every failure of the channel itself becomes a `Result` as well: a caller handles one thing. */
import { text } from '../i18n/text.ts';
import { browser } from '../platform/browser.ts';
import { fail, type Result } from '../model/result.ts';
import type { Calls, ContentCalls, Pushes } from './protocol.ts';

const unreachable = () => fail('unreachable', text('error.unreachable'));

/** Content script or page → background. */
export async function send<N extends keyof Calls>(name: N, data: Calls[N]['request']): Promise<Result<Calls[N]['reply']>> {
  try {
    return (await browser.runtime.sendMessage({ name, data })) ?? unreachable();
  } catch {
    return unreachable();
  }
}

/** Background or page → the content script of one frame. */
export async function sendToFrame<N extends keyof ContentCalls>(
  tabId: number,
  frameId: number,
  name: N,
  data: ContentCalls[N]['request'],
): Promise<Result<ContentCalls[N]['reply']>> {
  try {
    return (await browser.tabs.sendMessage(tabId, { name, data }, { frameId })) ?? unreachable();
  } catch {
    return unreachable();
  }
}

/** To every open page of ours. Nobody may be there: that is no failure. */
export function push<N extends keyof Pushes>(name: N, data: Pushes[N]): void {
  browser.runtime.sendMessage({ name, data }).catch(() => {});
}
