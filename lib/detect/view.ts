/** What a thread looks like to the overlay and to `page.inspect`. */
import type { Turn } from '../model/answer.ts';
import type { FoundAnswer, PageView } from '../model/view.ts';
import type { Tracked } from './answers.ts';
import type { Thread } from './thread.ts';

export const emptyView: PageView = { surface: 'none', site: 'generic', score: 0, reasons: [], evidence: [], answers: [] };

/** The view of a thread. Texts and ids are read when they are asked for; `fresh` takes in what has changed until then. */
export function viewOf(thread: Thread, tracked: readonly Tracked[], fresh: () => void): PageView {
  const detectedBy = {
    kind: thread.kind,
    id: thread.kind !== 'generic' ? thread.by : thread.site,
    score: thread.score,
    reasons: thread.reasons,
  };
  const answers: FoundAnswer[] = [];
  tracked.forEach((one, at) => {
    if (one.speech.role !== 'assistant') return;
    const ordinal = answers.length;
    const { url, title, id } = one.chat!;
    const { state } = one;
    let finished: { id: string; text: string } | null = null;
    /** What is finished is shown, and judged, as it was then; a change shows in the next view. */
    const now = () => finished ?? { id: identity(tracked, at), text: one.text };
    const fixed = () => (state === 'final' ? (finished = now()) : now());
    answers.push({
      site: thread.site,
      url,
      title,
      conversation: { id },
      get message() {
        return { id: one.speech.messageId, ordinal, variant: one.speech.variant?.() ?? variantOf(one) };
      },
      provider: thread.provider,
      model: one.speech.model,
      get id() {
        return fixed().id;
      },
      state,
      get blocks() {
        return one.blocks;
      },
      element: one.speech.message,
      get text() {
        return fixed().text;
      },
      read() {
        fresh();
        return one.reading();
      },
      get asked() {
        return askedAt(tracked, at);
      },
      get prompt() {
        return promptOf(tracked, one);
      },
      get promptComplete() {
        return one.speech.asked ? true : beforeOf(one).complete;
      },
      get thinking() {
        return one.speech.thinking();
      },
      evidence: [],
      detectedBy,
    });
  });
  return { surface: thread.surface ?? 'chat', site: thread.site, score: thread.score, reasons: thread.reasons, evidence: [], answers };
}

/** The id of the answer at `at`, from its text as it is now. */
export function identity(tracked: readonly Tracked[], at: number): string {
  const one = tracked[at]!;
  return one.id(one.speech.message.ownerDocument.location.origin, askedAt(tracked, at));
}

const askedAt = (tracked: readonly Tracked[], at: number): string | null => tracked[at]!.speech.asked ?? askedBefore(tracked, at);

/** The nearest prompt before: a mounted one, or one that was seen. */
function askedBefore(tracked: readonly Tracked[], at: number): string | null {
  let first = at;
  while (tracked[first - 1]?.chat === tracked[at]!.chat) if (tracked[--first]!.speech.role === 'user') return tracked[first]!.text;
  return beforeOf(tracked[first]!).turns.findLast(({ role }) => role === 'user')?.text ?? null;
}

const beforeOf = ({ chat, turn }: Tracked) => (chat && turn ? chat.conversation.before(turn) : { turns: [], complete: false });

/** All turns before it that were seen without a hole; those that are mounted as they are now. */
function promptOf(tracked: readonly Tracked[], one: Tracked): Turn[] {
  const { asked } = one.speech;
  if (asked) return [{ role: 'user', text: asked }];
  const mounted = new Map(tracked.map((other) => [other.turn, other]));
  return beforeOf(one).turns.flatMap((turn) => {
    const text = mounted.get(turn)?.text ?? turn.text;
    return text ? [{ role: turn.role, text }] : [];
  });
}

/** "2/2" beside the message, where the tool shows versions. */
function variantOf({ speech, blocks: words }: Tracked): string | null {
  const walker = speech.message.ownerDocument.createTreeWalker(speech.message, NodeFilter.SHOW_TEXT);
  let beside = '';
  for (let node = walker.nextNode(), count = 0; node && count < 2000; node = walker.nextNode(), count++) {
    if (!words.some((block) => block.contains(node))) beside += (node as Text).data;
  }
  const match = /(?:^|[^\d/])(\d{1,3})\s*\/\s*(\d{1,3})(?![\d/])/.exec(beside);
  return match && Number(match[1]) <= Number(match[2]) && Number(match[2]) > 1 ? `${match[1]}/${match[2]}` : null;
}
