/** The keys that a person set, and the browser's own shortcuts. */
import { computed, signal } from '@preact/signals';
import type { Shortcut } from '../../components/settings/Keys.tsx';
import { send } from '../../lib/messaging/send.ts';
import { defaultKeys, keyActs, type KeyAct, type KeyMap } from '../../lib/model/keys.ts';
import { shortcuts as shortcutsNow } from '../../lib/platform/shortcuts.ts';
import { problem, readSettings, settings } from './state.ts';

export const keys = computed<KeyMap>(() => ({ ...defaultKeys, ...settings.value?.keys }));
export const changedKeys = computed(() => keyActs.some((act) => keys.value[act] !== defaultKeys[act]));
export const shortcuts = signal<Shortcut[]>([]);
/** The person's own, while they can still be brought back. */
const before = signal<Partial<KeyMap> | null>(null);
export const wereReset = computed(() => before.value !== null);

/** Reads what the browser's page says now. */
export async function readShortcuts(): Promise<void> {
  shortcuts.value = await shortcutsNow();
}

/** Gives an act another key; `keyProblem` has found nothing wrong with it. */
export async function setKey(act: KeyAct, key: string): Promise<void> {
  const { [act]: _, ...others } = settings.value?.keys ?? {};
  before.value = null;
  await save(key === defaultKeys[act] ? others : { ...others, [act]: key });
}

export async function resetKeys(): Promise<void> {
  const own = settings.value?.keys ?? {};
  if (await save({})) before.value = own;
}

export async function unresetKeys(): Promise<void> {
  const own = before.value;
  before.value = null;
  if (own) await save(own);
}

/** True where it was saved; else the page says why not. */
async function save(own: Partial<KeyMap>): Promise<boolean> {
  const reply = await send('settings.keys', { keys: own });
  await readSettings();
  problem.value = reply.ok ? null : reply.error.message;
  return reply.ok;
}
