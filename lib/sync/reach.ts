/** A destination with the connector that speaks to it, and the settings as that one works with them. */
import { Refusal } from '../model/result.ts';
import type { Destination, DestinationDraft, SyncProblem } from '../model/sync.ts';
import { readSecrets } from '../store/settings.ts';
import type { Connector, ConnectorContext } from './connector.ts';
import { deadline, type SyncPorts } from './ports.ts';

/** What can be spoken to. */
export interface Reached {
  connector: Connector;
  settings: unknown;
}

/**
 * Checks what a form said. Throws a `Refusal`: `no-connector`, or the code of the first field that is wrong with `field` among its params.
 */
export function reach(connectors: SyncPorts['connectors'], wanted: Pick<DestinationDraft, 'connector' | 'settings' | 'secrets'>): Reached {
  const connector = connectors[wanted.connector];
  if (!connector) throw new Refusal('no-connector', { connector: wanted.connector });
  const given = Object.entries({ ...wanted.settings, ...wanted.secrets }).filter(([, value]) => value !== null && value !== '');
  const parsed = connector.settings.safeParse(Object.fromEntries(given));
  if (parsed.success) return { connector, settings: parsed.data };
  const [issue] = parsed.error.issues;
  const params = issue?.code === 'custom' ? (issue.params as Record<string, string> | undefined) : undefined;
  throw new Refusal(issue?.message ?? 'bad-request', { ...params, field: String(issue?.path[0] ?? '') });
}

/** The same for a destination that is set, with the secrets that are kept; the refusal, where there is one, is given back. */
export async function reachKept(
  { store, connectors }: Pick<SyncPorts, 'store' | 'connectors'>,
  destination: Destination,
): Promise<Reached | Refusal> {
  const secrets = await readSecrets(store, destination.id);
  try {
    return reach(connectors, { ...destination, secrets });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What a connector may use of what sync is given, for requests from now on. */
export const contextOf = (ports: SyncPorts, settings: unknown): ConnectorContext => ({
  fetch: ports.fetch,
  signal: deadline(ports),
  settings,
  now: ports.now,
  ...(ports.folder ? { folder: ports.folder } : {}),
});

/** What the browser does not let us do there yet; null: nothing. */
export async function missing(
  { permitted }: Pick<SyncPorts, 'permitted'>,
  { connector, settings }: Reached,
): Promise<Pick<SyncProblem, 'code' | 'status' | 'detail'> | null> {
  const [origins, permissions] = [connector.origins(settings), connector.permissions?.(settings) ?? []];
  if (!permitted || (await permitted(origins, permissions))) return null;
  return { code: 'no-permission', status: null, detail: [...origins, ...permissions].join(', ') };
}
