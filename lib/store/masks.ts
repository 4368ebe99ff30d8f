/** The store `masks`: what is kept of one conversation, so that the same thing has the same placeholder whenever something of it leaves. */
import { answersOf, type SyncEvent } from '../model/sync.ts';
import { conversationOf, noMasks, type ConversationKey, type Ledger, type MaskChoice, type Masks } from '../model/privacy.ts';
import { answerSchema } from '../schema/answer.ts';
import { actor } from './noted.ts';
import type { Reading, Sound, Store, Writing } from './open.ts';
import { note, recordTables } from './record.ts';
import { masksSchema } from './rows.ts';
import { settingsOf } from './settings.ts';

/** What is kept of a conversation; empty at first. In a transaction over `masks`. */
export async function masksIn(tx: Reading, sound: Sound, conversation: ConversationKey): Promise<Masks> {
  const record = await tx.objectStore('masks').get(conversation);
  return sound('masks', conversation, masksSchema, record) ?? noMasks(conversation);
}

/** The same by itself. */
export const readMasks = (store: Store, conversation: ConversationKey): Promise<Masks> =>
  store.read(['masks'], (tx, sound) => masksIn(tx, sound, conversation));

/** Adds placeholders in a transaction over `masks`. One that is given already stays whose it is: another page may have been faster. */
export async function addToLedger(tx: Writing, sound: Sound, conversation: ConversationKey, ledger: Ledger): Promise<void> {
  const kept = await masksIn(tx, sound, conversation);
  if (Object.keys(ledger).every((name) => name in kept.ledger)) return;
  await tx.objectStore('masks').put({ ...kept, ledger: { ...ledger, ...kept.ledger } });
}

/** Adds what was kept elsewhere, or since it was read, of many conversations, in one transaction. What is here comes first. */
export const mergeMasks = (store: Store, many: readonly Masks[]): Promise<void> =>
  store.write(['masks'], async (tx, sound) => {
    for (const { conversation, ledger, shown, hidden } of many) {
      const kept = await masksIn(tx, sound, conversation);
      const both = (one: string[], other: string[]): string[] => [...new Set([...one, ...other])];
      await tx.objectStore('masks').put({
        conversation,
        ledger: { ...ledger, ...kept.ledger },
        shown: both(kept.shown, shown),
        hidden: both(kept.hidden, hidden),
      });
    }
  });

/** Keeps a choice and notes that there was one. Requests that were made ready without it are made anew. */
export function chooseMasks(store: Store, { conversations, act, value }: MaskChoice, now: number): Promise<void> {
  return store.write(['masks', 'batches', ...recordTables], async (tx, sound) => {
    for (const conversation of conversations) {
      const kept = await masksIn(tx, sound, conversation);
      const without = (list: string[]): string[] => list.filter((one) => one !== value);
      const hidden = without(kept.hidden);
      const shown = without(kept.shown);
      if (act === 'hide') hidden.push(value);
      if (act === 'show' && !kept.hidden.includes(value)) shown.push(value);
      await tx.objectStore('masks').put({ ...kept, shown, hidden });
    }
    for (const batch of await tx.objectStore('batches').getAll()) await tx.objectStore('batches').put({ ...batch, rules: 'changed' });
    const settings = settingsOf(sound, await tx.objectStore('meta').get('settings'));
    const facts = { parts: ['masks'], act, conversations: conversations.length };
    await note(tx, sound, [{ type: 'settings.changed', by: settings && actor(settings.reviewer), facts }], now);
  });
}

/** What is kept of the conversations of events, which may be masked themselves; in a transaction over `answers` and `masks`. */
export async function masksOfEvents(tx: Reading, sound: Sound, events: readonly SyncEvent[]): Promise<(Masks | null)[]> {
  return Promise.all(
    events.map(async (event) => {
      const [about] = answersOf(event);
      if (!about) return null;
      const answer = sound('answers', about.id, answerSchema, await tx.objectStore('answers').get(about.id)) ?? about;
      return masksIn(tx, sound, conversationOf(answer));
    }),
  );
}
