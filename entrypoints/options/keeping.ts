/** Keeping and erasing, on the settings page. */
import { signal } from '@preact/signals';
import { send } from '../../lib/messaging/send.ts';
import type { Hold, Keeping, RetentionRule } from '../../lib/model/erase.ts';
import type { Result } from '../../lib/model/result.ts';
import { storedSites } from '../../lib/store/scopes.ts';
import { createErase } from '../dashboard/erase.ts';
import { problem, readSettings, readStorage, store } from './state.ts';

export const keeping = signal<Keeping | null>(null);
export const storedHere = signal<{ origin: string; answers: number }[]>([]);
/** The origin that is chosen; null: everything. */
export const chosen = signal<string | null>(null);
export const erasing = createErase(store, () => void Promise.all([readKeeping(), readSettings(), readStorage()]));

/** What holds, and how much is stored of which site. */
export async function readKeeping(): Promise<void> {
  take(await send('keeping.get', {}));
  storedHere.value = await storedSites(store).catch(() => []);
  if (!storedHere.value.some(({ origin }) => origin === chosen.value)) chosen.value = null;
}

export async function setRule(rule: RetentionRule | null): Promise<void> {
  take(await send('keeping.rule', { rule }));
}

export async function setHold(hold: Hold, on: boolean): Promise<void> {
  take(await send('keeping.hold', { hold, on }));
}

/** What was asked was about another site. */
export function choose(origin: string | null): void {
  if (erasing.state.value.at === 'asked' || erasing.state.value.at === 'rest') erasing.leave();
  chosen.value = origin;
}

function take(reply: Result<{ keeping: Keeping }>): void {
  if (reply.ok) keeping.value = reply.value.keeping;
  else problem.value = reply.error.message;
}
