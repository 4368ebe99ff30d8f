/** Receiving: the sender first, then the schema, then the handler. */
import { browser } from '../platform/browser.ts';
import { fail, type Result } from '../model/result.ts';
import type { Calls, ContentCalls, Pushes } from './protocol.ts';
import { senders } from './senders.ts';

/** What a handler learns about who asked. */
export interface Sender {
  kind: 'content' | 'page';
  tabId: number | null;
  frameId: number | null;
  /** The sending frame's own address. */
  url: string;
  /** The tab's address, where we may know it. */
  tabUrl: string | null;
  /** It stands in a tab of a private window. */
  incognito: boolean;
}

export type Handlers = { [N in keyof Calls]: (data: Calls[N]['request'], from: Sender) => Promise<Calls[N]['reply']> | Calls[N]['reply'] };
/** Returns the parsed request, or throws with the field's name in its message. */
export type Parsers = { [N in keyof Calls]: (data: unknown) => Calls[N]['request'] };

/** Serves the background's side. `explain` turns what a handler threw into words; nothing is answered before `ready`. */
export function serve(
  handlers: Handlers,
  parsers: Parsers,
  explain: (error: unknown) => { code: string; message: string },
  ready: Promise<unknown> = Promise.resolve(),
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    if (!isCall(message) || sender.id !== browser.runtime.id) return;
    void answer(message.name, message.data, senderOf(sender)).then(reply);
    return true;
  });

  async function answer<N extends keyof Calls>(name: N, data: unknown, from: Sender): Promise<Result<Calls[N]['reply']>> {
    await ready;
    if (!senders[name].includes(from.kind)) return fail('not-allowed', `A ${from.kind} may not send ${name}.`);
    try {
      return { ok: true, value: await handlers[name](parsers[name](data), from) };
    } catch (error) {
      return { ok: false, error: explain(error) };
    }
  }
}

/** Serves a content script's side, or the part of it that the script knows; ends with the signal. Only our own extension can reach it. */
export function serveFrame(
  handlers: {
    [N in keyof ContentCalls]?: (data: ContentCalls[N]['request']) => Promise<ContentCalls[N]['reply']> | ContentCalls[N]['reply'];
  },
  signal: AbortSignal,
): void {
  const listen = (message: unknown, sender: { id?: string }, reply: (result: unknown) => void) => {
    const { name, data } = (message ?? {}) as { name?: keyof ContentCalls; data?: never };
    if (sender.id !== browser.runtime.id || !name || !Object.hasOwn(handlers, name)) return;
    void Promise.resolve()
      .then(() => handlers[name]?.(data as never))
      .then(
        (value) => reply({ ok: true, value }),
        (error: unknown) => reply(fail('content-failed', String(error))),
      );
    return true as const;
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen));
}

/** Hears one push, in a page of ours. Returns the way to stop. */
export function onPush<N extends keyof Pushes>(name: N, hear: (data: Pushes[N]) => void): () => void {
  const listen = (message: unknown) => {
    const call = message as { name?: string; data?: Pushes[N] } | null;
    if (call?.name === name) hear(call.data as Pushes[N]);
  };
  browser.runtime.onMessage.addListener(listen);
  return () => browser.runtime.onMessage.removeListener(listen);
}

const isCall = (message: unknown): message is { name: keyof Calls; data: unknown } =>
  typeof message === 'object' && message !== null && Object.hasOwn(senders, (message as { name?: string }).name ?? '');

/** A page of ours has our origin, framed or not; a content script has the site's. `sender.origin` is not in Firefox everywhere. */
function senderOf(sender: {
  tab?: { id?: number; url?: string; incognito?: boolean };
  frameId?: number;
  url?: string;
  origin?: string;
}): Sender {
  const ours = new URL(browser.runtime.getURL('/' as never)).origin;
  const url = sender.url ?? '';
  const origin = sender.origin ?? (URL.canParse(url) ? new URL(url).origin : '');
  // Firefox gives "null" origins to moz-extension pages in some calls, and use_dynamic_url changes the host in Chromium: the scheme decides.
  const page = origin === ours || url.startsWith('moz-extension://') || url.startsWith('chrome-extension://');
  return {
    kind: page ? 'page' : 'content',
    tabId: sender.tab?.id ?? null,
    frameId: sender.frameId ?? null,
    url,
    tabUrl: sender.tab?.url ?? null,
    incognito: sender.tab?.incognito ?? false,
  };
}
