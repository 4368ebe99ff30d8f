/** Listens to the requests of a connector, to show later what left and what came back. */
import type { Sent } from '../model/sent.ts';
import type { SyncEvent } from '../model/sync.ts';
import { recordsOf } from '../store/sent.ts';
import type { Exchange, SendResult } from './connector.ts';

/** Characters that are kept of what was sent, and of the reply. */
const bodyLength = 20_000;
const replyLength = 4000;

/** `hear` takes each request of one batch; `sent` is what is kept of it: the first, and how many there were. */
export function listen(): {
  hear: (exchange: Exchange) => void;
  sent: (events: readonly SyncEvent[], result: SendResult, at: number) => Sent | null;
} {
  const heard: Exchange[] = [];
  return {
    hear: (exchange) => void heard.push(heard.length === 0 ? exchange : { ...exchange, body: '', reply: '' }),
    sent(events, { accepted, rejected, failure }, at) {
      const [first] = heard;
      if (!first) return null;
      const { method, url, status, body, reply } = first;
      return {
        at,
        records: recordsOf(events),
        events: events.length,
        requests: heard.length,
        method,
        url: plain(url),
        body: cut(body, bodyLength),
        bodyLength: body.length,
        status,
        reply: cut(reply, replyLength),
        replyLength: reply.length,
        stored: accepted.length,
        refused: rejected.length,
        failure: failure?.code ?? null,
      };
    },
  };
}

const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed();

/** An address without what may be secret in it: a name, a password, a signature in the query. The name of a file stays. */
function plain(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
