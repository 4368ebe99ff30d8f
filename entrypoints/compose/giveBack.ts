/** From what a person marked beside the answers of a frame to a draft for the model, and to what is said about it. */
import { composeMessage, type MarkedAnswer } from '../../lib/feedback/message.ts';
import { wordsOf } from '../../lib/i18n/rubric.ts';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { Compose, Feedback, Given } from './interface.ts';

/** `draft` and `copy` are how the message leaves. */
export function createGiveBack(draft: Compose['draft'], copy: Compose['copy']): Pick<Compose, 'give' | 'giveCopy'> {
  async function copied(message: string, words: string): Promise<Given> {
    return (await copy(message)) ? { words, bad: false } : { words: text('feedback.notCopied'), bad: true };
  }
  return {
    async give(feedback) {
      const message = await messageOf(feedback);
      const last = feedback.marked.at(-1);
      if (message === null || !last) return { words: text('feedback.nothing'), bad: true };
      const drafted = await draft(feedback.answers, last.answer.id, message);
      if (drafted === 'drafted') return { words: text('feedback.drafted'), bad: false };
      return copied(message, text(drafted === 'no-composer' ? 'feedback.noComposer' : 'feedback.notInserted'));
    },
    async giveCopy(feedback) {
      const message = await messageOf(feedback);
      return message === null ? { words: text('feedback.nothing'), bad: true } : copied(message, text('feedback.copied'));
    },
  };
}

/** Null where nothing was marked. */
async function messageOf({ answers, marked, rubric }: Feedback): Promise<string | null> {
  const words = wordsOf(rubric);
  const all = await Promise.all(
    marked.map(async ({ answer, review }): Promise<MarkedAnswer> => {
      const { hast, text: now } = answer.read();
      // Only a correction is compared with what the model wrote; the background is what writes Markdown.
      const written = review.correction ? await send('markdown.write', { trees: [hast] }) : null;
      return {
        prompt: answer.asked ?? answer.prompt.findLast(({ role }) => role === 'user')?.text ?? null,
        text: now,
        markdown: written?.ok ? (written.value.markdown[0] ?? now) : now,
        last: answer.id === answers.at(-1)?.id,
        judgement: review,
      };
    }),
  );
  return composeMessage(all, { say: text, category: (id) => words.category(id).label });
}
