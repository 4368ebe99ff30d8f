/** "Send my corrections to the model" from the panel: drafts in the pages' own composers, or a copy. */
import type { PanelAnswer, PanelCalls } from '../../components/sidepanel/state.ts';
import { composeMessage } from '../../lib/feedback/message.ts';
import { wordsOf } from '../../lib/i18n/rubric.ts';
import { text } from '../../lib/i18n/text.ts';
import { sendToFrame } from '../../lib/messaging/send.ts';
import type { Drafted } from '../../lib/model/feedback.ts';
import { emptyJudgement } from '../../lib/model/review.ts';
import { answers, problem, tabId, terms, toast } from './state.ts';

/** Each conversation gets its own draft: frames hold different ones. */
async function draftAll(those: PanelAnswer[]): Promise<Drafted> {
  const id = await tabId();
  let worst: Drafted = 'drafted';
  for (const [frameId, own = []] of Map.groupBy(those, (one) => one.frameId)) {
    const message = messageOf(own);
    const last = own.at(-1);
    if (id === undefined || message === null || !last) continue;
    const reply = await sendToFrame(id, frameId, 'page.draft', { answerId: last.answer.id, text: message });
    if (!reply.ok) worst = 'not-inserted';
    else if (reply.value.drafted !== 'drafted') worst = reply.value.drafted;
  }
  return worst;
}

async function copyAll(those: PanelAnswer[], words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(messageOf(those) ?? '');
    say(words);
  } catch {
    problem.value = text('feedback.notCopied');
  }
}

function say(words: string): void {
  problem.value = null;
  toast.value = { words, remark: null, failed: [], undo: false };
}

function messageOf(those: PanelAnswer[]): string | null {
  const all = Array.isArray(answers.value) ? answers.value : [];
  const label = terms.value && wordsOf(terms.value.policy.rubric).category;
  const marked = those.map(({ frameId, answer, review }) => ({
    prompt: answer.prompt,
    text: answer.text,
    markdown: answer.markdown,
    last: all.findLast((one) => one.frameId === frameId)?.answer.id === answer.id,
    judgement: review ?? emptyJudgement(),
  }));
  return composeMessage(marked, { say: text, category: (id) => label?.(id).label ?? id });
}

/** What the panel's foot asks for. */
export const giveBackCalls: Pick<PanelCalls, 'giveBack' | 'copyFeedback'> = {
  giveBack: (those) =>
    void draftAll(those).then((drafted) =>
      drafted === 'drafted'
        ? say(text('feedback.drafted'))
        : copyAll(those, text(drafted === 'no-composer' ? 'feedback.noComposer' : 'feedback.notInserted')),
    ),
  copyFeedback: (those) => void copyAll(those, text('feedback.copied')),
};
