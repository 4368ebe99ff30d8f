/**
 * Files on this computer, for whom no server waits: JSON Lines, an event a line as `webhook` sends it, its `id` first.
 *
 * In a folder that the person chose, files follow one another: `bluepencil-<folder's key>-<UTC time it was begun>.jsonl`. Another begins each UTC day, and
 * when one is full. Each batch writes the last file anew as a whole, so it is in there or it is not; what a killed sender wrote and could not note
 * is found there again, and not written twice. Files before the last may be moved away at any time.
 *
 * Without a folder each batch is a file of its own in the downloads, at most one an hour unless a person asks, under a name that comes from its events alone:
 * what is tried again is written over itself.
 */
import type { SyncEvent } from '../../model/sync.ts';
import { z } from '../../schema/zod.ts';
import type { Batch, Connector, ConnectorContext, Failed, Folder, Outgoing, SendResult } from '../connector.ts';
import { shorten } from './http.ts';
import { each, everything, nothing } from './results.ts';

/** Characters of a file, after which another begins: each batch writes the last one anew. */
const fullSize = 2_000_000;

/** `key` null: the downloads. */
const settings = z.object({
  folder: z
    .string()
    .default('')
    .transform((value, context): { key: string | null; name: string } => {
      const [, key, name] = /^([0-9a-f]{8})\/(.+)$/s.exec(value) ?? [];
      if (value === '') return { key: null, name: '' };
      if (key && name) return { key, name };
      context.addIssue({ code: 'custom', message: 'field-not-a-folder' });
      return z.NEVER;
    }),
});
type FolderSettings = z.output<typeof settings>;
type Context = ConnectorContext<FolderSettings>;

/** Writes files. */
export const folder: Connector<FolderSettings> = {
  id: 'folder',
  form: [{ key: 'folder', kind: 'folder', required: false }],
  settings,
  place: ({ folder: { key } }) => `folder:${key ?? ''}`,
  origins: () => [],
  permissions: ({ folder: { key } }) => (key === null ? ['downloads'] : []),
  every: ({ folder: { key } }) => (key === null ? 3_600_000 : 0),
  preview: (batch, { folder: { key, name } }) =>
    outgoing(key === null ? downloadName(batch) : `${name}/${prefixOf(key)}….jsonl`, linesOf(batch.events)),
  /** Writes an empty file, which stays: that nothing can be written shows in no other way. */
  test: (context) => inFolder(context, (open) => open.write('bluepencil-test.jsonl', '').then(() => null)),
  async send(batch, context) {
    const { key } = context.settings.folder;
    const sent = await inFolder(context, (open) => (key === null ? download(open, batch, context) : append(open, key, batch, context)));
    return 'cure' in sent ? nothing(batch, sent) : sent;
  },
};

async function download(open: Folder, batch: Batch, { heard }: Context): Promise<SendResult> {
  const request = outgoing(downloadName(batch), linesOf(batch.events));
  await open.write(request.url, request.body);
  heard?.({ ...request, status: null, reply: '' });
  return everything(batch);
}

async function append(open: Folder, key: string, batch: Batch, { heard, now = Date.now }: Context): Promise<SendResult> {
  const last = await open.last(prefixOf(key));
  const known = `\n${last?.text ?? ''}`;
  const fresh = batch.events.filter(({ id }) => !known.includes(`\n${startOf(id)}`));
  const added = linesOf(fresh);
  const begun = last && timeOf(last.name);
  const isSame = last !== null && begun !== null && dayOf(now()) <= dayOf(begun) && last.text.length + added.length <= fullSize;
  // Names never go back, whatever the clock does: the last by name is the last that was written.
  const name = isSame ? last.name : nameOf(key, Math.max(now(), (begun ?? 0) + 1));
  if (fresh.length > 0) {
    await open.write(name, isSame ? last.text + added : added);
    heard?.({ ...outgoing(name, added), status: null, reply: '' });
  }
  const isNew = new Set(fresh);
  return each(batch, (event) => (isNew.has(event) ? 'stored' : 'duplicate'));
}

/** Does it in the folder, or says why that cannot be. */
async function inFolder<T>({ folder: open, settings: { folder: at } }: Context, work: (open: Folder) => Promise<T>): Promise<T | Failed> {
  try {
    const found = await open?.(at.key);
    return found ? await work(found) : failed('folder-gone', at.name, 'halt');
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (name === 'NotAllowedError' || name === 'SecurityError') return failed('folder-closed', at.name, 'halt');
    if (name === 'NotFoundError') return failed('folder-gone', at.name, 'halt');
    return failed('not-written', shorten(message), 'retry');
  }
}

const failed = (code: Failed['code'], detail: string, cure: Failed['cure']): Failed => ({ code, status: null, detail, cure });

const outgoing = (url: string, body: string): Outgoing => ({ method: 'PUT', url, headers: {}, body });

const linesOf = (events: SyncEvent[]): string => events.map(({ id, ...rest }) => `${JSON.stringify({ id, ...rest })}\n`).join('');
/** How the line of an event begins. */
const startOf = (id: string): string => `{"id":${JSON.stringify(id)},`;

const downloadName = ({ id, events }: Batch): string =>
  `bluepencil-${events[0]?.occurredAt.slice(0, 10) ?? 'test'}-${id.replaceAll(/[^\w-]/g, '-')}.jsonl`;

const prefixOf = (key: string): string => `bluepencil-${key}-`;
const nameOf = (key: string, at: number): string => `${prefixOf(key)}${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}.jsonl`;
/** When a file was begun, epoch ms; null: the name is none of ours. */
function timeOf(name: string): number | null {
  const [, day, hour, minute, second, ms] = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.jsonl$/.exec(name) ?? [];
  return day ? Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`) : null;
}
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
