/** One request and what its answer means, for every connector that speaks HTTP. */
import type { ConnectorContext, Failed, Outgoing } from '../connector.ts';
import { retryAfter } from '../retry.ts';
import { parseReply, readReply } from './reply.ts';

/** An answer that was read. `json` is undefined where the body is none, or is longer or deeper than any protocol's. */
export interface Answered {
  status: number;
  json: unknown;
  text: string;
  /** False where the reply was longer than is read. */
  isWhole: boolean;
  headers: Headers;
}

/**
 * Sends, never follows a redirect (the token would go along), and reads the reply. A `Failed` for all but 2xx and 409. `packed` is the body as it leaves
 * where that is not the text.
 */
export async function request(
  context: ConnectorContext,
  { method, url, headers, body }: Outgoing,
  packed?: Uint8Array<ArrayBuffer>,
): Promise<Answered | Failed> {
  let response: Response;
  let reply: Awaited<ReturnType<typeof readReply>>;
  try {
    response = await context.fetch(url, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: packed ?? body }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: context.signal,
    });
    // To its end or a limit: a reply that breaks off is none, and an unread one would hold the connection.
    reply = await readReply(response);
  } catch (error) {
    context.heard?.({ method, url, body, status: null, reply: '' });
    const late = context.signal.aborted;
    return {
      code: late ? 'timeout' : 'offline',
      status: null,
      detail: late ? '' : shorten(error instanceof Error ? error.message : String(error)),
      cure: 'retry',
    };
  }
  const { status } = response;
  const { text, isWhole } = reply;
  context.heard?.({ method, url, body, status, reply: text });
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return { code: 'redirected', status: status || null, detail: '', cure: 'retry' };
  const refusal = failureOf(status, shorten(words(text)));
  if (!refusal) return { status, json: isWhole ? parseReply(text) : undefined, text, isWhole, headers: response.headers };
  const pause = retryAfter(response.headers.get('retry-after'), Date.parse(response.headers.get('date') ?? '') || Date.now());
  return pause === undefined ? refusal : { ...refusal, retryAfterMs: pause };
}

/** True for what `request` gives when the request came to nothing. */
export const isFailed = (result: Answered | Failed): result is Failed => 'cure' in result;

/** A success status whose body is not what the protocol says: a page of somebody between, most often. Nothing is stored, as far as we know. */
export const unreadable = ({ status, json, text }: Answered): Failed => ({
  code: json === undefined ? 'not-json' : 'incomplete-reply',
  status,
  detail: json === undefined ? '' : shorten(text),
  cure: 'retry',
});

function failureOf(status: number, detail: string): Failed | null {
  const failed = (code: Failed['code'], cure: Failed['cure']): Failed => ({ code, status, detail, cure });
  if (status >= 200 && status < 300) return null;
  switch (status) {
    case 409:
      return null;
    case 401:
      return failed('unauthorized', 'halt');
    case 403:
      return failed('forbidden', 'halt');
    case 404:
    case 405:
      return failed('not-found', 'halt');
    case 410:
      return failed('gone', 'disable');
    case 413:
      return failed('too-large', 'split');
    case 400:
    case 415:
    case 422:
      return failed('refused', 'split');
    case 408:
      return failed('timeout', 'retry');
    case 425:
    case 429:
    case 503:
      return failed('busy', 'retry');
    // Not implemented, version not supported: the next try is told the same.
    case 501:
    case 505:
      return failed('server-error', 'halt');
    default:
      return status >= 500 ? failed('server-error', 'retry') : failed('refused', 'halt');
  }
}

/** Cuts what an endpoint said to the 300 characters that a status has room for. */
export const shorten = (text: string): string => text.trim().slice(0, 300).toWellFormed();

/**
 * What an error reply says for people: title and detail of a problem document (RFC 9457), a message, error and reason of CouchDB, type and reason of
 * Elasticsearch, code and message of S3 (XML), or plain text.
 */
function words(text: string): string {
  const json = parseReply(text) as { title?: unknown; detail?: unknown; message?: unknown; error?: unknown; reason?: unknown } | undefined;
  if (json && typeof json === 'object') {
    const inner = Object(json.error) as { type?: unknown; reason?: unknown; message?: unknown };
    const parts = [json.title, json.detail, json.message, json.error, json.reason, inner.type, inner.reason, inner.message];
    return parts.filter((part) => typeof part === 'string').join(': ');
  }
  if (!/^\s*</.test(text)) return text;
  const said = /<Code>([^<]{1,100})<\/Code>\s*<Message>([^<]{1,300})<\/Message>/.exec(text);
  return said ? `${said[1]}: ${said[2]}` : '';
}
