/** What a reviewer's acts come to: the answer as it stands at that moment goes to the background with them. */
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { ControlActions } from '../../lib/model/controls.ts';
import type { Variants } from '../../lib/detect/variants.ts';
import { fail } from '../../lib/model/result.ts';
import { capture } from './capture.ts';
import type { Desk } from '../review/desk.ts';
import type { Dwell } from './dwell.ts';
import type { Moment } from '../review/moment.ts';

interface ActionOptions {
  /** The frame's own. */
  origin: string;
  desk: Desk;
  dwell: Dwell;
  moment: Moment;
  variants: Variants;
}

export function createActions({ origin, desk, dwell, moment, variants }: ActionOptions): ControlActions {
  const captured: ControlActions['captured'] = async (shown, follow) => {
    const answer = await moment.of(shown, follow);
    return answer && { answerId: answer.id, answer: capture(answer, origin) };
  };

  return {
    captured,
    async change(shown, change, final = true, follow) {
      const timing = { startedAt: new Date().toISOString(), ...dwell.of(shown.id) };
      // Before it is waited for: the person acts on what is shown now.
      const seen = desk.review(shown.id);
      const now = await captured(shown, follow);
      if (!now) return fail('changed', text('answer.changed'));
      const reply = await send('review.change', { ...now, change, seen, final, timing });
      if (reply.ok) desk.put(now.answerId, reply.value.review);
      return reply;
    },
    seen: variants,
  };
}
