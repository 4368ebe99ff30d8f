/** Reviews on their way into the store: what only the background makes of a captured answer, and who hears of a change. */
import { answerId, textHash } from '../../lib/capture/identity.ts';
import { writeMarkdown } from '../../lib/markdown/write.ts';
import type { Calls, WrittenAnswer } from '../../lib/messaging/protocol.ts';
import { push } from '../../lib/messaging/send.ts';
import type { Answer, CapturedAnswer } from '../../lib/model/answer.ts';
import { roleOf } from '../../lib/oversight/authority.ts';
import { tellTabs } from '../../lib/platform/scripts.ts';
import { changeReview } from '../../lib/store/changes.ts';
import type { ChangeRequest } from '../../lib/store/next.ts';
import type { Store } from '../../lib/store/open.ts';
import { demandRoom } from '../../lib/store/room.ts';
import type { PrivateStore } from '../../lib/store/private.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { indexSoon } from './jobs.ts';
import { maskedToStore } from './masked.ts';
import { obeying, policyOf } from './policy.ts';

type Change = Calls['review.change'];

/** Applies one act, tells every tab and page, and returns the review as it is now. What `kept` has is of private windows: the others hear nothing of it. */
export async function change(
  store: Store,
  { incognito: _said, ...request }: Change['request'],
  kept: PrivateStore | null = null,
): Promise<Change['reply']> {
  if (!kept) await demandRoom();
  const { reviewer, destinations } = await readSettings(store);
  const policy = await policyOf(store);
  const { rubric, version } = policy;
  const answer = request.answer && stored(written(request.answer));
  const whole: ChangeRequest = {
    ...request,
    // The text as it was read at the click decides: it may have moved on since the page's script named it.
    answerId: answer?.id ?? request.answerId,
    answer,
    reviewer: { ...reviewer, role: roleOf(policy, reviewer.role).id },
    obey: obeying(policy, reviewer.role, request.change),
    rubric: { id: rubric.id, version: rubric.version },
    policyVersion: version,
    now: Date.now(),
    destinationIds: destinations.map(({ id }) => id),
  };
  // What is said in a private window is never stored, and never leaves.
  const acted = kept ? whole : await maskedToStore(store, whole);
  const { answerId: storedId, review } = await (kept ? kept.change(acted) : changeReview(store, acted));
  // Another tab may know the answer under the id that was asked for, or under the stored one.
  for (const id of new Set([request.answerId, storedId]))
    void tellTabs({ name: 'review.changed', data: { answerId: id, review } }, { incognito: kept !== null });
  push('reviews.changed', { answerId: storedId });
  if (!kept) indexSoon(store);
  return { review };
}

/** The answer with its Markdown. */
export function written(answer: CapturedAnswer | WrittenAnswer): WrittenAnswer {
  if ('markdown' in answer) return answer;
  const { hast, ...rest } = answer;
  return { ...rest, markdown: writeMarkdown(hast) };
}

/** The answer as it is stored: identity and hash are made here, whatever the page's script believed. */
export function stored(answer: WrittenAnswer): Answer {
  const { origin, message, text } = answer;
  const prompt = answer.prompt.findLast(({ role }) => role === 'user')?.text ?? null;
  return { ...answer, id: answerId({ origin, messageId: message.id, prompt, text }), textHash: textHash(text), aliases: [] };
}
