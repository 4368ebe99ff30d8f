/** Reviews on their way into the store: what only the background makes of a captured answer, and who hears of a change. */
import { answerId, textHash } from '../../lib/capture/identity.ts';
import { writeMarkdown } from '../../lib/markdown/write.ts';
import type { Calls, WrittenAnswer } from '../../lib/messaging/protocol.ts';
import { push } from '../../lib/messaging/send.ts';
import type { Answer, CapturedAnswer } from '../../lib/model/answer.ts';
import { defaultRubric } from '../../lib/model/rubric.ts';
import { tellTabs } from '../../lib/platform/scripts.ts';
import { changeReview } from '../../lib/store/changes.ts';
import type { Store } from '../../lib/store/open.ts';
import { readSettings } from '../../lib/store/settings.ts';

type Change = Calls['review.change'];

/** Applies one act, tells every tab and page, and returns the review as it is now. */
export async function change(store: Store, request: Change['request']): Promise<Change['reply']> {
  const { reviewer, destination } = await readSettings(store);
  const answer = request.answer && stored(written(request.answer));
  const { answerId: storedId, review } = await changeReview(store, {
    ...request,
    // The text as it was read at the click decides: it may have moved on since the page's script named it.
    answerId: answer?.id ?? request.answerId,
    answer,
    reviewer,
    rubric: { id: defaultRubric.id, version: defaultRubric.version },
    now: Date.now(),
    destinationId: destination?.id ?? null,
  });
  // Another tab may know the answer under the id that was asked for, or under the stored one.
  for (const id of new Set([request.answerId, storedId])) void tellTabs({ name: 'review.changed', data: { answerId: id, review } });
  push('reviews.changed', { answerId: storedId });
  return { review };
}

/** The answer with its Markdown. */
export function written(answer: CapturedAnswer | WrittenAnswer): WrittenAnswer {
  if ('markdown' in answer) return answer;
  const { hast, ...rest } = answer;
  return { ...rest, markdown: writeMarkdown(hast) };
}

/** The answer as it is stored: identity and hash are made here, whatever the page's script believed. */
function stored(answer: WrittenAnswer): Answer {
  const { origin, message, text } = answer;
  const prompt = answer.prompt.findLast(({ role }) => role === 'user')?.text ?? null;
  return { ...answer, id: answerId({ origin, messageId: message.id, prompt, text }), textHash: textHash(text), aliases: [] };
}
