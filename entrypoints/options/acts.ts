/** What a person does on the settings page. Whatever goes wrong comes back in words. */
import type { Outcome } from '../../components/settings/DestinationForm.tsx';
import { problemWords } from '../../components/settings/words.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Calls } from '../../lib/messaging/protocol.ts';
import { send } from '../../lib/messaging/send.ts';
import { Refusal, type Failure } from '../../lib/model/result.ts';
import type { MaskChoice } from '../../lib/model/privacy.ts';
import type { SentRequest } from '../../lib/model/sent.ts';
import type { DestinationDraft, SyncPreview } from '../../lib/model/sync.ts';
import { webOrigin } from '../../lib/platform/origins.ts';
import { askForHost, askForPermissions } from '../../lib/platform/permission.ts';
import { readSent } from '../../lib/store/sent.ts';
import type { Permission } from '../../lib/sync/connector.ts';
import { connectors } from '../../lib/sync/connectors/index.ts';
import { reach } from '../../lib/sync/reach.ts';
import { explain } from '../background/explain.ts';
import { allowAgain, forgetUnused } from './folders.ts';
import { saveFile } from './save.ts';
import { damagedRecords, problem, readSettings, sites, status, store, take } from './state.ts';

type StatusCall = 'sync.approve' | 'sync.now' | 'sync.pause' | 'sync.retry';

/** Saves where reviews go. The permission is asked for first, within the click. */
export async function save(draft: DestinationDraft): Promise<Outcome> {
  const asked = needs(draft);
  if ('kind' in asked) return asked;
  const granted = await reachAll(asked);
  const reply = await send('sync.configure', { destination: draft });
  if (!reply.ok) return refusal(reply.error);
  await take(reply.value.status);
  await forgetUnused();
  return granted ? { kind: 'good', message: text('options.saved'), field: null } : blocked(asked);
}

/** Takes a destination away. */
export async function leaveDestination(destinationId: string): Promise<Outcome> {
  const reply = await send('sync.remove', { destinationId });
  if (!reply.ok) return refusal(reply.error);
  await take(reply.value.status);
  await forgetUnused();
  return { kind: 'good', message: text('options.savedOff'), field: null };
}

/** Asks the endpoint with a request that holds no review. */
export async function test(draft: DestinationDraft): Promise<Outcome> {
  const asked = needs(draft);
  if ('kind' in asked) return asked;
  if (!(await reachAll(asked))) return blocked(asked);
  const reply = await send('sync.test', { destination: draft });
  if (!reply.ok) return refusal(reply.error);
  const { works, message } = reply.value.report;
  return { kind: works ? 'good' : 'bad', message: message.replaceAll(' ()', '').trim(), field: null };
}

/** The exact next request, or what went wrong. */
export async function preview(destinationId: string): Promise<SyncPreview | string> {
  const reply = await send('sync.preview', { destinationId });
  return reply.ok ? reply.value : reply.error.message;
}

/** The last requests to a destination, or what went wrong, in words. */
export const sentTo = (destinationId: string): Promise<SentRequest[] | string> =>
  readSent(store, destinationId).catch((error: unknown) => explain(error).message);

/** Keeps a choice about a mask; the request as it is then. */
export async function chooseMask(destinationId: string, choice: MaskChoice): Promise<SyncPreview | string> {
  const reply = await send('sync.choose', { destinationId, ...choice });
  return reply.ok ? reply.value : reply.error.message;
}

export const approve = (destinationId: string): Promise<string | null> => change('sync.approve', { destinationId });
export const syncNow = (): Promise<string | null> => change('sync.now', {});
export async function pause(destinationId: string, paused: boolean): Promise<string | null> {
  if (!paused) await allowAgain(destinationId);
  return change('sync.pause', { destinationId, paused });
}
export async function retry(destinationId: string): Promise<void> {
  problem.value = await change('sync.retry', { destinationId });
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
  saveFile('bluepencil-unreadable.jsonl', await damagedRecords(), 'application/x-ndjson');
}

async function change<N extends StatusCall>(call: N, data: Calls[N]['request']): Promise<string | null> {
  const reply = await send(call, data);
  if (!reply.ok) return reply.error.message;
  await take(reply.value.status);
  return null;
}

/** What the person has to allow. */
interface Needs {
  origins: string[];
  permissions: Permission[];
}

/** What a form needs to be allowed, or what is wrong with it, at its field. A secret that is kept is not known here, and fits. */
function needs(draft: DestinationDraft): Needs | Outcome {
  const kept = status.value?.destinations.find(({ destination }) => destination.id === draft.id)?.secrets ?? [];
  try {
    const secrets = { ...Object.fromEntries(kept.map((field) => [field, 'kept'])), ...draft.secrets };
    const { connector, settings: parsed } = reach(connectors, { ...draft, secrets });
    return { origins: connector.origins(parsed), permissions: connector.permissions?.(parsed) ?? [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { field = null, ...params } = error.params;
    return { kind: 'bad', message: text(`error.${error.code}` as never, params), field: field === null ? null : String(field) };
  }
}

/** True where the person allows all of it. */
async function reachAll({ origins, permissions }: Needs): Promise<boolean> {
  const asked = [...origins.map(askForHost), ...(permissions.length > 0 ? [askForPermissions(permissions)] : [])];
  const granted = await Promise.all(asked.map((one) => one.catch(() => false)));
  return granted.every(Boolean);
}

const blocked = ({ origins, permissions }: Needs): Outcome => ({
  kind: 'warn',
  message: problemWords({
    code: 'no-permission',
    status: null,
    detail: [...origins.map((origin) => webOrigin(origin) ?? origin), ...permissions].join(', '),
  }),
  field: null,
});

const refusal = ({ message }: Failure): Outcome => ({ kind: 'bad', message, field: null });
