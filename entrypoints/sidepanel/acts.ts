/** What a person does in the panel. Acts go through the page, which has the answer; the way back goes straight to the review. */
import { effect } from '@preact/signals';
import { keyOf, type PanelAnswer, type PanelCalls } from '../../components/sidepanel/state.ts';
import { text } from '../../lib/i18n/text.ts';
import { send, sendToFrame } from '../../lib/messaging/send.ts';
import { fail, type Result } from '../../lib/model/result.ts';
import type { Review, ReviewChange } from '../../lib/model/review.ts';
import { answers, isPrivate, problem, progress, putReview, refusal, reviewOf, tabId, toast } from './state.ts';

/** One revision to go back behind. */
interface Step {
  key: string;
  answerId: string;
  toRevision: number;
}

type Acts = Pick<PanelCalls, 'act' | 'approveRest' | 'stop' | 'undo' | 'undoOf'>;

/** `settled` is called after a batch: meanwhile nothing is read again. */
export function createActs(settled: () => void): Acts {
  /** What the toast takes back. */
  let steps: Step[] = [];
  let stopped = false;
  /** The act that is on its way. The next waits: it is made on what that one comes to. */
  let running: Promise<unknown> = Promise.resolve();

  // What was said since, here or beside the answer, is not taken back along with it.
  effect(() => {
    // Read first: what an effect has not read does not wake it.
    const all = answers.value;
    const isOvertaken = ({ key, toRevision }: Step): boolean => (reviewOf(key)?.revision ?? 0) > toRevision + 1;
    if (all && steps.some(isOvertaken)) {
      steps = [];
      if (toast.peek()?.undo) toast.value = null;
    }
  });

  const act: Acts['act'] = async (one, change, final = true) => {
    const performed = running.then(() => perform(one, change, final));
    running = performed;
    const reply = await performed;
    if (!reply.ok) {
      // Where no answer is open nobody would see it.
      problem.value = refusal(reply.error);
      return problem.value;
    }
    problem.value = null;
    const { review } = reply.value;
    putReview(keyOf(one), review);
    const step = final ? stepBehind(one, review) : null;
    if (step) {
      steps = [step];
      toast.value = { words: text(`panel.did.${isNamed(change) ? change.kind : 'finish'}`), remark: null, failed: [], undo: true };
    }
    return null;
  };

  async function approveRest(those: PanelAnswer[]): Promise<void> {
    stopped = false;
    const done: Step[] = [];
    const failed: { what: string; why: string }[] = [];
    let unseen = 0;
    toast.value = null;
    for (const [at, one] of those.entries()) {
      if (stopped) break;
      progress.value = { n: at + 1, all: those.length };
      const reply = await perform(one, { kind: 'decide', decision: 'approve' }, true);
      if (!reply.ok) {
        failed.push({ what: one.answer.text.slice(0, 80), why: refusal(reply.error) });
        continue;
      }
      const { review } = reply.value;
      if (review?.timing.shownAt === null) unseen++;
      putReview(keyOf(one), review);
      done.push(...[stepBehind(one, review)].filter((step) => step !== null));
    }
    progress.value = null;
    steps = done;
    const words = [
      ...(done.length > 0 ? [text('panel.approved', { n: done.length })] : []),
      ...(failed.length > 0 ? [text('panel.failed', { n: failed.length })] : []),
    ];
    const remark = unseen > 0 ? text('panel.unseen', { n: unseen }) : null;
    if (words.length > 0) toast.value = { words: words.join(' '), remark, failed, undo: done.length > 0 };
    settled();
  }

  async function goBack(those: Step[]): Promise<void> {
    const wrong: string[] = [];
    for (const { key, answerId, toRevision } of those) {
      const change: ReviewChange = { kind: 'undo', toRevision };
      const reply = await send('review.change', { answerId, change, seen: reviewOf(key), final: true, incognito: isPrivate.value });
      if (reply.ok) putReview(key, reply.value.review);
      else wrong.push(reply.error.message);
    }
    const [first] = wrong;
    problem.value = first === undefined ? null : text('panel.undoFailed', { n: wrong.length, problem: first });
    toast.value = first === undefined ? { words: text('undone'), remark: null, failed: [], undo: false } : null;
    settled();
  }

  return {
    act,
    approveRest: (those) => void approveRest(those),
    stop: () => (stopped = true),
    undo() {
      const those = steps;
      steps = [];
      toast.value = null;
      void goBack(those);
    },
    async undoOf(shown) {
      const key = keyOf(shown);
      // A key may follow the act that it takes back faster than that is stored.
      await running;
      const review = reviewOf(key);
      if (review?.status === 'final') await goBack([{ key, answerId: review.answerId, toRevision: review.revision - 1 }]);
    },
  };
}

type Named = Extract<ReviewChange, { kind: (typeof named)[number] }>;

/** Acts that have words of their own. */
const named = ['rate', 'flag', 'unflag', 'tag', 'untag', 'score', 'decide', 'escalate'] as const;
const isNamed = (change: ReviewChange): change is Named => (named as readonly string[]).includes(change.kind);

/** What is typed is never refused because the page has moved on: its draft is stored, and is finished where it is. */
async function perform(one: PanelAnswer, change: ReviewChange, final: boolean): Promise<Result<{ review: Review | null }>> {
  const { frameId, answer, review } = one;
  if (change.kind === 'finish')
    return send('review.change', { answerId: review?.answerId ?? answer.id, change, final, incognito: isPrivate.value });
  const id = await tabId();
  if (id === undefined) return fail('gone', '');
  const reply = await sendToFrame(id, frameId, 'page.act', { answerId: answer.id, change, final });
  return reply.ok ? reply.value : reply;
}

/** The way back from an act; null where it changed nothing. */
function stepBehind(one: PanelAnswer, review: Review | null): Step | null {
  if (!review) return null;
  const key = keyOf(one);
  const before = one.review;
  if (before && before.status !== 'draft' && before.revision === review.revision) return null;
  return { key, answerId: review.answerId, toRevision: review.revision - 1 };
}
