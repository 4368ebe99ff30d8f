/** What a person does on the settings page. Whatever goes wrong comes back in words. */
import type { Payload } from '../../components/settings/Delivery.tsx';
import type { Outcome } from '../../components/settings/DestinationForm.tsx';
import { text } from '../../lib/i18n/text.ts';
import type { Calls } from '../../lib/messaging/protocol.ts';
import { send } from '../../lib/messaging/send.ts';
import type { Failure } from '../../lib/model/result.ts';
import { webOrigin } from '../../lib/platform/origins.ts';
import { askForHost } from '../../lib/platform/permission.ts';
import { endpointUrl } from '../../lib/schema/settings.ts';
import { damagedRecords, problem, readSettings, sites, take } from './state.ts';

type StatusCall = 'sync.approve' | 'sync.now' | 'sync.pause' | 'sync.retry';

/** Saves where reviews go. The permission is asked for first, within the click. */
export async function save(url: string | null, token?: string | null): Promise<Outcome> {
  const granted = await reach(url);
  const reply = await send('sync.configure', { url, token });
  if (!reply.ok) return refusal(reply.error);
  await take(reply.value.status);
  if (url === null) return { kind: 'good', message: text('options.savedOff'), field: null };
  if (!granted) return blocked(url);
  return { kind: 'good', message: text('options.saved'), field: null };
}

/** Asks the endpoint with a request that holds no review. */
export async function test(url: string, token?: string): Promise<Outcome> {
  if (!(await reach(url))) return blocked(url);
  const reply = await send('sync.test', { url, token });
  if (!reply.ok) return refusal(reply.error);
  const { works, message } = reply.value.report;
  return { kind: works ? 'good' : 'bad', message: message.replaceAll(' ()', '').trim(), field: null };
}

/** The exact next request, or what went wrong. */
export async function preview(): Promise<Payload | string> {
  const reply = await send('sync.preview', {});
  return reply.ok ? reply.value : reply.error.message;
}

export const approve = (): Promise<string | null> => change('sync.approve', {});
export const syncNow = (): Promise<string | null> => change('sync.now', {});
export const pause = (paused: boolean): Promise<string | null> => change('sync.pause', { paused });
export async function retry(): Promise<void> {
  problem.value = await change('sync.retry', {});
}

export async function name(value: string): Promise<string | null> {
  const reply = await send('settings.reviewer', { name: value });
  return reply.ok ? null : reply.error.message;
}

/** Turns a site on or off; on asks for the permission where it is missing. */
export async function site(origin: string, wanted: boolean): Promise<void> {
  const permitted = sites.value.some((row) => row.origin === origin && row.permitted);
  if (wanted && !permitted && !(await askForHost(origin))) {
    problem.value = text('popup.refused', { site: new URL(origin).host });
    return;
  }
  const reply = await send(wanted ? 'site.enable' : 'site.disable', { origin });
  problem.value = reply.ok ? null : reply.error.message;
  await readSettings();
}

/** Downloads what could not be read. */
export async function saveDamaged(): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([await damagedRecords()], { type: 'application/x-ndjson' }));
  link.download = 'bluepencil-unreadable.jsonl';
  link.click();
  // The browser has taken the blob over once the click is handled; a minute is long for the slowest disk.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function change<N extends StatusCall>(call: N, data: Calls[N]['request']): Promise<string | null> {
  const reply = await send(call, data);
  if (!reply.ok) return reply.error.message;
  await take(reply.value.status);
  return null;
}

/** True where we may reach the address, or where it is none: then nobody is asked, and the background says what is wrong with it. */
function reach(url: string | null): Promise<boolean> {
  let origin: string;
  try {
    origin = new URL(endpointUrl(url ?? '')).origin;
  } catch {
    return Promise.resolve(true);
  }
  return askForHost(origin).catch(() => false);
}

const blocked = (url: string): Outcome => ({
  kind: 'warn',
  message: text('problem.no-permission', { detail: webOrigin(url.trim()) ?? url }),
  field: null,
});

const refusal = ({ code, message }: Failure): Outcome => ({
  kind: 'bad',
  message,
  field: code.startsWith('endpoint-') ? 'url' : code.startsWith('token-') ? 'token' : null,
});
