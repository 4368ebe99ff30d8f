/** Asks the running extension what it sees and what it holds, through a page of its own. */
import type { Calls, ContentCalls } from '../../lib/messaging/protocol.ts';
import type { InspectedAnswer, PageInspection } from '../../lib/model/inspection.ts';
import type { Result } from '../../lib/model/result.ts';
import type { Driven } from './launch.ts';

/** What of the extension's API is used inside the page of the extension. */
interface Api {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: {
    query(query: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
  scripting: { executeScript(injection: object): Promise<{ frameId: number }[]> };
}
declare const chrome: Api;

/** Sends a message as a page of ours does and returns the whole reply. */
export async function call<N extends keyof Calls>(
  { ours }: Driven,
  name: N,
  data: Calls[N]['request'],
): Promise<Result<Calls[N]['reply']>> {
  // As text: in Firefox's protocol an object that stands in two places of a value arrives in the first one only.
  const reply = await ours.evaluate(async (message) => JSON.stringify(await chrome.runtime.sendMessage(message)), { name, data } as never);
  return JSON.parse(reply) as Result<Calls[N]['reply']>;
}

/** As `call`, but a refusal is an error. */
export async function demand<N extends keyof Calls>(driven: Driven, name: N, data: Calls[N]['request']): Promise<Calls[N]['reply']> {
  const result = await call(driven, name, data);
  if (!result?.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return result.value;
}

/** What every frame of the page at `url` says to `page.inspect`; frames without our script are left out. */
export async function inspect(driven: Driven, url: string): Promise<PageInspection[]> {
  return inFrames(driven, url, 'page.inspect');
}

/** The answers of all frames, in order. */
export async function answersOf(driven: Driven, url: string): Promise<InspectedAnswer[]> {
  return (await inspect(driven, url)).flatMap(({ answers }) => answers);
}

/** Sends a call to every frame of the page at `url`; the replies of those that answer. */
export async function inFrames<N extends keyof ContentCalls>(
  driven: Driven,
  url: string,
  name: N,
  ...[data]: Record<string, never> extends ContentCalls[N]['request'] ? [] : [ContentCalls[N]['request']]
): Promise<ContentCalls[N]['reply'][]> {
  const replies = await driven.ours.evaluate(
    async (tabId, message) => {
      const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => 0 });
      return JSON.stringify(
        await Promise.all(frames.map(({ frameId }) => chrome.tabs.sendMessage(tabId, message, { frameId }).catch(() => null))),
      );
    },
    await tabOf(driven, url),
    { name, data: data ?? {} },
  );
  return (JSON.parse(replies) as (Result<ContentCalls[N]['reply']> | null)[]).flatMap((reply) => (reply?.ok ? [reply.value] : []));
}

/** The tab that shows an address, the newest of them: one that a test has closed may still be on its way out. */
export function tabOf({ ours }: Driven, url: string): Promise<number> {
  return ours.evaluate(async (at) => {
    const ids = (await chrome.tabs.query({})).flatMap(({ id, url: shown }) => (shown === at && id !== undefined ? [id] : []));
    if (ids.length === 0) throw new Error(`No tab shows ${at}`);
    return Math.max(...ids);
  }, url);
}

/** All records of one object store, read from disk as they are, without the extension's own code. */
export async function records<T>({ ours }: Driven, store: string): Promise<T[]> {
  const all = await ours.evaluate(
    (name) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('bluepencil');
        opening.addEventListener('error', () => reject(new Error(String(opening.error))));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const all = database.transaction(name).objectStore(name).getAll();
          all.addEventListener('success', () => {
            database.close();
            resolve(JSON.stringify(all.result));
          });
          all.addEventListener('error', () => reject(new Error(String(all.error))));
        });
      }),
    store,
  );
  return JSON.parse(all) as T[];
}

/** Overwrites one record on disk with something else, as a fault of the disk or of an older version would. */
export function spoil({ ours }: Driven, store: string, id: string, record: unknown): Promise<void> {
  return ours.evaluate(
    (name, key, value) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('bluepencil');
        opening.addEventListener('error', () => reject(new Error(String(opening.error))));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const writing = database.transaction(name, 'readwrite');
          const target = writing.objectStore(name);
          if (target.keyPath === null) target.put(value, key);
          else target.put(value);
          writing.addEventListener('complete', () => {
            database.close();
            resolve();
          });
          writing.addEventListener('abort', () => reject(new Error(String(writing.error))));
        });
      }),
    store,
    id,
    record,
  );
}
