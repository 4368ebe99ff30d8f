/** Messages about what is kept and what is erased; part of the one table in `protocol.ts`. */
import type { StorageHealth } from '../model/health.ts';
import type { EraseCounts, ErasePlan, EraseScope, Hold, Keeping, RetentionRule } from '../model/erase.ts';

/** pages → background */
export interface KeepingCalls {
  /** What an erase would take; nothing is changed. */
  'erase.plan': { request: { scope: EraseScope }; reply: { plan: ErasePlan } };
  /** Erases. It cannot be undone: whoever asks has said before what goes, and waited. */
  'erase.run': { request: { scope: EraseScope }; reply: { counts: EraseCounts } };
  'keeping.get': { request: Record<string, never>; reply: { keeping: Keeping } };
  /** When reviews are erased by themselves; null: never. Refused where the policy says it. */
  'keeping.rule': { request: { rule: RetentionRule | null }; reply: { keeping: Keeping } };
  /** Puts a hold on, or takes one of the person's own off. */
  'keeping.hold': { request: { hold: Hold; on: boolean }; reply: { keeping: Keeping } };
  /** How the reviews are kept here: how many, how much room, what the browser promised, what was lost or cannot be read. */
  'store.health': { request: Record<string, never>; reply: { health: StorageHealth } };
}
