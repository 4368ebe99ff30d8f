/** What can be erased, what must not be, and when it goes by itself. */

/** What a person names. An answer goes with everything that was said about it, comparisons included. */
export type EraseScope = Conversation | Site | Everything | { kind: 'review'; id: string };

interface Conversation {
  kind: 'conversation';
  origin: string;
  /** The conversation's id, as the tool has it. */
  id: string;
}
interface Site {
  kind: 'site';
  origin: string;
}
interface Everything {
  kind: 'everything';
}

/** A legal hold: nothing of it is erased, by a person or by a rule, until the hold is taken off. */
export type Hold = Conversation | Site | Everything;

/** When reviews are erased by themselves. */
export interface RetentionRule {
  /** Days since the last change of anything about an answer. */
  days: number;
  /**
   * `settled`: not while any of it waits to be sent · `sent`: only what the endpoint has acknowledged · `always`: even what still waits, which then
   * never leaves.
   */
  when: 'settled' | 'sent' | 'always';
}

export const retentionWhens = ['settled', 'sent', 'always'] as const satisfies readonly RetentionRule['when'][];

/** What holds here: the rule (null: nothing goes by itself), the holds, and whether the policy fixed them. */
export interface Keeping {
  rule: RetentionRule | null;
  ruleFixed: boolean;
  /** Those of the policy first; a person can take off the others only. */
  holds: { hold: Hold; fixed: boolean }[];
}

/** How one review, comparison or draft of an answer stands. Times are epoch ms. */
export interface Standing {
  changedAt: number;
  /** It waits to be sent, or the endpoint refused it. */
  waits: boolean;
  /** The endpoint that is set has its newest revision. */
  acknowledged: boolean;
}

/** Is an answer about which all this is said due under a rule? */
export const isDue = ({ days, when }: RetentionRule, said: readonly Standing[], now: number): boolean =>
  said.every(
    ({ changedAt, waits, acknowledged }) =>
      changedAt <= now - days * 86_400_000 && (when === 'always' || (when === 'sent' ? acknowledged : !waits)),
  );

/** What an erase took. */
export interface EraseCounts {
  answers: number;
  /** Reviews and comparisons, drafts that were never final included. */
  reviews: number;
  /** Answers and comparisons that stay, since they are compared with something that is held. */
  held: number;
}

/** What would go, told before anything does. */
export interface ErasePlan {
  answers: number;
  /** When the first and the last of them were captured, RFC 3339; null: there is none. */
  since: string | null;
  until: string | null;
  /** Some of it is or may be at an endpoint, which is told to forget it. */
  sent: boolean;
  /** The files of the database are made anew afterwards: no trace of it stays in them. */
  fresh: boolean;
  /** Holds that keep it; with any, nothing can be erased. */
  holds: Hold[];
}

/** Is one answer of this origin and conversation held? */
export const isHeld = (holds: readonly Hold[], origin: string, conversation: string | null): boolean =>
  holds.some(
    (hold) =>
      hold.kind === 'everything' ||
      (hold.origin === origin && (hold.kind === 'site' || (conversation !== null && hold.id === conversation))),
  );

/** The holds that an erase of this scope would touch; a review's are told by its answer. */
export const holdsOn = (holds: readonly Hold[], scope: Exclude<EraseScope, { kind: 'review' }>): Hold[] =>
  holds.filter(
    (hold) =>
      hold.kind === 'everything' ||
      scope.kind === 'everything' ||
      (hold.origin === scope.origin && (hold.kind === 'site' || scope.kind === 'site' || hold.id === scope.id)),
  );
