/** The team as one person at this dashboard sees it: what waits for them, and what they must not see yet. */
import { signal } from '@preact/signals';
import type { Sight } from '../../components/dashboard/Theirs.tsx';
import type { ShownReview } from '../../components/dashboard/Detail.tsx';
import type { ShownRow } from '../../components/dashboard/ReviewTable.tsx';
import { push, send } from '../../lib/messaging/send.ts';
import { defaultPolicy } from '../../lib/model/policy.ts';
import type { Me } from '../../lib/model/team.ts';
import type { ReviewChange } from '../../lib/model/review.ts';
import type { ReviewFilter, ReviewRow } from '../../lib/model/reviewed.ts';
import { meOf } from '../../lib/oversight/team.ts';
import { readRows } from '../../lib/store/list.ts';
import type { Store } from '../../lib/store/open.ts';
import { findReviews } from '../../lib/store/reviews.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { forYou, isTheirs, markTold, veiled, type ForYou } from '../../lib/store/team.ts';

/** Reading rejects with what the store threw. */
export function createTeam(store: Store) {
  const waits = signal<ForYou>({ asked: [], answered: [] });

  async function standing() {
    const [reply, { reviewer }] = await Promise.all([send('policy.get', {}), readSettings(store)]);
    const policy = reply.ok ? reply.value.policy : defaultPolicy;
    return { policy, me: meOf(policy, reviewer) };
  }

  async function refresh(): Promise<void> {
    const { policy, me } = await standing();
    waits.value = await forYou(store, me, policy);
  }

  /** Rows as this person may see them. Where they were looked for by what a review says, a hidden one would say it by being there. */
  async function shown(rows: ReviewRow[], { verdict, flag, tag, text }: ReviewFilter): Promise<ShownRow[]> {
    const { me } = await standing();
    const hidden = await veiled(store, rows, me);
    const telling = Boolean(verdict ?? flag ?? tag ?? text);
    return rows.flatMap((row): ShownRow[] => {
      if (!isTheirs(row, me)) return [row];
      if (!hidden.has(row.id)) return [{ ...row, theirs: 'open' }];
      return telling ? [] : [{ ...row, theirs: 'veiled' }];
    });
  }

  /** How a review that is open stands to this person; null: it is their own. */
  async function sightOf({ answer, revisions }: Pick<ShownReview, 'answer' | 'revisions'>): Promise<Sight | null> {
    const { policy, me } = await standing();
    const newest = revisions.at(-1);
    if (!newest || newest.reviewer.id === me.id) return null;
    const rows = await readRows(store, [newest.id]);
    const [hidden, { asked }, own] = await Promise.all([
      veiled(store, rows, me),
      forYou(store, me, policy),
      findReviews(store, answer.origin, [{ id: answer.id }]),
    ]);
    const isAsked = asked.some(({ review }) => review.id === newest.id);
    return { sight: hidden.has(newest.id) ? 'veiled' : isAsked ? 'asked' : 'open', mine: own[answer.id]?.id ?? null };
  }

  /** This person's own word on what a colleague reviewed; the reply is their review's id, or what went wrong, in words. */
  async function decide(answerId: string, decision: 'approve' | 'reject', why: string): Promise<{ id: string } | { wrong: string }> {
    const changes: [ReviewChange, boolean][] = [[{ kind: 'decide', decision }, true]];
    if (why !== '') changes.unshift([{ kind: 'note', note: why }, false]);
    let id = '';
    for (const [change, final] of changes) {
      const reply = await send('review.change', { answerId, change, final });
      if (!reply.ok) return { wrong: reply.error.message };
      id = reply.value.review?.id ?? id;
    }
    return { id };
  }

  async function told(review: { id: string; revision: number }): Promise<void> {
    await markTold(store, review);
    // The side panel says how much there is.
    push('reviews.changed', { answerId: null });
    await refresh();
  }

  /** The person at this computer, as colleagues' reviews see them. */
  const me = async (): Promise<Me> => (await standing()).me;

  return { me, waits, refresh, shown, sightOf, decide, told };
}
