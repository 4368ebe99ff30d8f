/** The policy in force on the settings page, and what a person does with their own. */
import { signal } from '@preact/signals';
import type { JudgedProps } from '../../components/settings/Judged.tsx';
import { roleWords, wordsOf } from '../../lib/i18n/rubric.ts';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { Policy } from '../../lib/model/policy.ts';
import type { Result } from '../../lib/model/result.ts';
import { saveFile } from './save.ts';
import { readPrivacy } from './privacy.ts';
import { problem, readSettings } from './state.ts';

type Shown = Omit<JudgedProps, 'onFile' | 'onExport' | 'onDefault' | 'onBack'>;

/** Null until it is read. */
export const judged = signal<Shown | null>(null);
/** What the last act replaced; null in it: there was none of the person's own. */
let before: { policy: Policy | null } | null = null;

/** Reads it again. */
export async function readPolicy(): Promise<void> {
  const reply = await send('policy.get', {});
  if (reply.ok) judged.value = { refused: null, done: null, ...judged.value, ...reply.value };
  else problem.value = reply.error.message;
}

export async function importPolicy(file: File): Promise<void> {
  await replaced(send('policy.import', { text: await file.text() }), text('policy.imported'));
}

export async function backToDefault(): Promise<void> {
  await replaced(send('policy.set', { policy: null }), text('policy.wasDefault'));
}

export async function undoPolicy(): Promise<void> {
  if (before) await replaced(send('policy.set', before), null);
}

/** Downloads the policy in force. The default one comes with its words spelled out, as a beginning. */
export function exportPolicy(): void {
  if (!judged.value) return;
  const { policy, by } = judged.value;
  saveFile('bluepencil-policy.json', `${JSON.stringify(by === 'default' ? spelled(policy) : policy, null, 2)}\n`);
}

/** The role that the person says they have. */
export async function role(id: string): Promise<void> {
  const reply = await send('settings.reviewer', { role: id });
  problem.value = reply.ok ? null : reply.error.message;
  await readSettings();
}

/** Shows what came of an act. `done` offers the way back; null: this was the way back. */
async function replaced(act: Promise<Result<{ before: Policy | null }>>, done: string | null): Promise<void> {
  const reply = await act;
  if (reply.ok) before = { policy: reply.value.before };
  await Promise.all([readPolicy(), readPrivacy()]);
  if (judged.value) judged.value = { ...judged.value, refused: reply.ok ? null : reply.error.message, done: reply.ok ? done : null };
}

/** A policy with every word in it, under names of its own: what is edited is the default no more. */
export function spelled({ rubric, roles, escalateTo, required }: Policy): Policy {
  const words = wordsOf(rubric);
  return {
    version: '1',
    rubric: {
      id: 'own',
      version: '1',
      categories: rubric.categories.map(({ id }) => {
        const { label, definition, example } = words.category(id);
        return { id, label, ...(definition === null ? {} : { definition }), ...(example === null ? {} : { example }) };
      }),
      criteria: rubric.criteria.map(({ id, scale }) => ({ id, scale, ...words.criterion(id) })),
      ...(words.guidelines === null ? {} : { guidelines: words.guidelines }),
    },
    roles: roles.map((one) => ({ ...one, label: roleWords(one) })),
    escalateTo,
    required: { hosts: required.hosts ?? [], words: required.words ?? [] },
  };
}
