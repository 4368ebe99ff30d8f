/** Masks what is exported, with the placeholders that the same conversation has wherever something of it leaves. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { conversationOf, type ConversationKey, type Kind, type Masks } from '../model/privacy.ts';
import type { Finder } from '../privacy/find.ts';
import { maskLeaving, type MaskedLeaving } from '../privacy/leaving.ts';
import type { Exported } from './format.ts';

/** How an export is masked. */
export interface ExportMasking {
  find: Finder;
  /** What is kept of a conversation. */
  read: (conversation: ConversationKey) => Promise<Masks>;
  /** Keeps the placeholders that were given. */
  keep: (many: Masks[]) => Promise<void>;
  /** Counts the places that were masked, by kind. */
  counts: Map<Kind, number>;
}

/** Conversations whose placeholders are kept together: few enough to be held in memory. */
const together = 200;

/** The same items, masked; none is held longer than it takes. */
export async function* maskExported(items: AsyncIterable<Exported>, { find, read, keep, counts }: ExportMasking): AsyncGenerator<Exported> {
  const known = new Map<string, Masks>();
  for await (const item of items) {
    const conversation = conversationOf('preference' in item ? item.answers[0] : item.answer);
    const name = JSON.stringify(conversation);
    const kept = known.get(name) ?? (await read(conversation));
    const choices = { shown: kept.shown, hidden: kept.hidden };
    const { ledger, values, ...left } = maskLeaving(leavingOf(item), { find, hash, choices, ledger: kept.ledger });
    known.set(name, { ...kept, ledger });
    for (const { kind, times } of values) counts.set(kind, (counts.get(kind) ?? 0) + times);
    yield exportedOf(item, left);
    if (known.size < together) continue;
    await keep([...known.values()]);
    known.clear();
  }
  await keep([...known.values()]);
}

/** What stands beside the files about their masks: that there are none, or how many of which kind; null where nothing was found. */
export function noteOfMasks(name: string, counts: ExportMasking['counts'] | null): { file: string; data: string } | null {
  if (counts?.size === 0) return null;
  const said = counts ? { masked: true, places: Object.fromEntries(counts) } : { masked: false };
  return { file: `${name}.masked.json`, data: `${JSON.stringify(said, null, 2)}\n` };
}

const leavingOf = (item: Exported): Parameters<typeof maskLeaving>[0] =>
  'preference' in item
    ? { answers: item.answers.map((answer) => ({ answer, reviews: [] })), preferences: item.preferences ?? [item.preference] }
    : { answers: [{ answer: item.answer, reviews: item.reviews }] };

function exportedOf(item: Exported, { answers, preferences }: Pick<MaskedLeaving, 'answers' | 'preferences'>): Exported {
  const [one, other] = answers;
  const preference = 'preference' in item && preferences.find(({ id }) => id === item.preference.id);
  if (preference && one && other)
    return { preference, answers: [one.answer, other.answer], ...(preferences.length > 1 && { preferences }) };
  if ('preference' in item || !one) throw new Error('an item was lost on its way through the masks');
  const counts = one.reviews.find(({ id }) => id === item.counts.id);
  if (!counts) throw new Error('a review was lost on its way through the masks');
  return { answer: one.answer, reviews: one.reviews, counts };
}

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
