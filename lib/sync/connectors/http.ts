/** One POST and what its answer means, for every connector that speaks HTTP. */
import type { ConnectorContext, Failed } from '../connector.ts';
import { retryAfter } from '../retry.ts';

/** An answer that was read to its end. `json` is undefined where the body is none. */
export interface Answered {
  status: number;
  json: unknown;
  text: string;
}

/** The longest reply that is read, in characters. More is no acknowledgement but a page or a mistake. */
const longest = 4_000_000;

/** Posts, never follows a redirect (the token would go along), and reads the reply. A `Failed` for all but 2xx, 400, 409, 413, 415 and 422. */
export async function post(context: ConnectorContext, headers: Record<string, string>, body: string): Promise<Answered | Failed> {
  let response: Response;
  let text: string;
  try {
    response = await context.fetch(context.settings.url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: context.signal,
    });
    // Always to its end: a reply that breaks off is none, and an unread one would hold the connection.
    text = await response.text();
  } catch (error) {
    const late = context.signal.aborted;
    return {
      code: late ? 'timeout' : 'offline',
      status: null,
      detail: late ? '' : shorten(error instanceof Error ? error.message : String(error)),
      cure: 'retry',
    };
  }
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return { code: 'redirected', status: status || null, detail: '', cure: 'retry' };
  const refusal = failureOf(status, shorten(words(text)));
  if (!refusal) return { status, json: parse(text), text };
  const pause = retryAfter(response.headers.get('retry-after'), Date.parse(response.headers.get('date') ?? '') || Date.now());
  return pause === undefined ? refusal : { ...refusal, retryAfterMs: pause };
}

/** True for what `post` gives when the request came to nothing. */
export const isFailed = (result: Answered | Failed): result is Failed => 'cure' in result;

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
      return failed('gone', 'halt');
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

/** What an error reply says for people: title and detail of a problem document (RFC 9457), a message, or plain text. */
function words(text: string): string {
  const json = parse(text) as { title?: unknown; detail?: unknown; message?: unknown; error?: unknown } | undefined;
  if (json && typeof json === 'object') {
    return [json.title, json.detail, json.message, json.error].filter((part) => typeof part === 'string').join(': ');
  }
  return /^\s*</.test(text) ? '' : text;
}

function parse(text: string): unknown {
  if (text.length > longest) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
