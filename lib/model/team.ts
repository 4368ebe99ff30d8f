/** Colleagues as each other see them: who is meant by a name, and what ends a question. */
import type { Policy } from './policy.ts';
import type { Review, Reviewer } from './review.ts';
import type { ReviewedAnswer } from './reviewed.ts';

/** The person at this computer, as colleagues' reviews see them. */
export interface Me {
  id: string;
  /** What others may have written to mean this person: name, and id and label of the role that counts. */
  names: string[];
  /** Leads and auditors read everything; others are blind to what is said about an answer until their own review of it is final. */
  seesAll: boolean;
}

/** Was an answer escalated to this person, by name or by role? */
export const isFor = (to: string, { names }: Pick<Me, 'names'>): boolean => names.includes(plain(to));

/** Was it escalated to whoever wrote this review? Their role is the one that stands in it. */
export const isBy = (to: string, { reviewer }: Pick<Review, 'reviewer'>, { roles }: Pick<Policy, 'roles'>): boolean =>
  isFor(to, { names: namesOf(reviewer, roles.find(({ id }) => id === reviewer.role) ?? { id: reviewer.role }) });

/** A verdict: a decision that ends the question. */
export const isVerdict = ({ status, decision }: Pick<Review, 'status' | 'decision'>): boolean =>
  status === 'final' && decision !== null && decision !== 'escalate';

/**
 * Ids of the reviews of an answer that this person must not see yet, as `veiled` in the store has them for rows: colleagues', while
 * their own is not final, but for those that ask them.
 */
export function veiledIn({ reviews }: Pick<ReviewedAnswer, 'reviews'>, me: Me): string[] {
  if (me.seesAll || reviews.some(({ reviewer }) => reviewer.id === me.id)) return [];
  const asks = ({ decision, escalation }: Review): boolean => decision === 'escalate' && escalation !== null && isFor(escalation.to, me);
  return reviews.filter((review) => !asks(review)).map(({ id }) => id);
}

/** What others may write to mean somebody of that role, as it is compared. */
export const namesOf = ({ name }: Pick<Reviewer, 'name'>, role: { id: string; label?: string | undefined }): string[] =>
  [name, role.id, role.label].flatMap((one) => (one?.trim() ? [plain(one)] : []));

/** As people take two spellings for one name. */
const plain = (name: string): string => name.trim().normalize('NFC').toLowerCase();
