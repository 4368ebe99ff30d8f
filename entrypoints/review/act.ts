/** Acts of the side panel on an answer of this frame. */
import type { ContentCalls } from '../../lib/messaging/protocol.ts';
import { fail } from '../../lib/model/result.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';
import type { LazyControls } from './controls.ts';

type Act = ContentCalls['page.act'];

/** Serves `page.act`: only an answer that stands in the page can be captured, `gone` says that it does not: the panel has the words. */
export const serveAct =
  (controls: LazyControls, answers: () => readonly FoundAnswer[]) =>
  async ({ answerId, change, final }: Act['request']): Promise<Act['reply']> => {
    const answer = answers().find(({ id }) => id === answerId);
    const judging = answer && (await controls.ready());
    return judging ? judging.actions.change(answer, change, final) : fail('gone', '');
  };
