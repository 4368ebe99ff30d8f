/** What is said about two versions of an answer, and taken back again. */
import { othersOf } from '../../lib/detect/others.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Calls } from '../../lib/messaging/protocol.ts';
import { send } from '../../lib/messaging/send.ts';
import type { ControlActions } from '../../lib/model/controls.ts';
import type { Comparison, Preference } from '../../lib/model/preference.ts';
import { fail, type Result } from '../../lib/model/result.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';

/** What was said about these two; null: nothing yet. */
export async function preferenceOf(answerId: string, otherId: string): Promise<Preference | null> {
  const reply = await send('preference.find', { answerIds: [answerId] });
  return (reply.ok && reply.value.preferences.find(({ answerIds }) => answerIds.includes(otherId))) || null;
}

/** Says which of two versions is better; the answer, as it stands at this moment, is the first. The reason stays what it was. */
export async function prefer(
  { captured, seen }: Pick<ControlActions, 'captured' | 'seen'>,
  answer: FoundAnswer,
  otherId: string,
  better: Comparison,
): Promise<Result<Calls['preference.save']['reply']>> {
  const now = await captured(answer);
  const other = now && othersOf(seen, now.answerId).find(({ id }) => id === otherId);
  if (!other) return fail('changed', text('answer.changed'));
  const reason = (await preferenceOf(now.answerId, otherId))?.reason ?? '';
  return send('preference.save', { pair: [now, { answerId: otherId, answer: other.captured }], better, reason });
}

/** Takes back the last word on a preference. */
export const undoPreference = ({ id, revision }: Preference): Promise<Result<Calls['preference.undo']['reply']>> =>
  send('preference.undo', { id, toRevision: revision - 1 });
