/** The reply of `page.inspect`: what this frame holds, as it is now. */
import type { InspectedAnswer, PageInspection, Rect } from '../../lib/model/inspection.ts';
import type { Review } from '../../lib/model/review.ts';
import type { FoundAnswer, PageView } from '../../lib/model/view.ts';
import { boxOf } from '../../lib/overlay/surroundings.ts';

export interface InspectOptions {
  window: Window;
  view: PageView;
  controls: (answerId: string) => Rect | null;
  review: (answerId: string) => Review | null;
  /** Markdown of each answer's tree, in order. */
  write: (trees: Tree[]) => Promise<string[]>;
}

type Tree = ReturnType<FoundAnswer['read']>['hast'];

/** An answer that has not changed keeps its tree: of a long conversation only what is new goes to the background and back. */
const written = new WeakMap<Tree, string>();

export async function inspect({ window, view, controls, review, write }: InspectOptions): Promise<PageInspection> {
  const readings = view.answers.map((answer) => answer.read());
  const fresh = readings.map(({ hast }) => hast).filter((tree) => !written.has(tree));
  const markdown = fresh.length > 0 ? await write(fresh) : [];
  fresh.forEach((tree, at) => written.set(tree, markdown[at] ?? ''));
  const evidence = view.evidence.map(({ kind, strength, snippet, rule }) => ({ kind, strength, snippet, rule }));
  const answers = readings.map(({ text, hast }, ordinal): InspectedAnswer => {
    const answer = view.answers[ordinal]!;
    const { id, state, provider, model, message, conversation, detectedBy, promptComplete } = answer;
    const status = review(id)?.status;
    return {
      id,
      ordinal,
      state,
      text,
      markdown: written.get(hast) ?? '',
      prompt: answer.prompt.findLast(({ role }) => role === 'user')?.text ?? null,
      provider,
      model,
      messageId: message.id,
      conversationId: conversation.id,
      detectedBy,
      variant: message.variant,
      promptComplete,
      evidence: answer.evidence.map((item) => view.evidence.indexOf(item)).filter((index) => index >= 0),
      rect: boxOf(answer.blocks) ?? { x: 0, y: 0, width: 0, height: 0 },
      controls: controls(id),
      review: status ? { status } : null,
    };
  });
  return { ...view, url: window.location.href, frame: window === window.top ? 'top' : 'child', answers, evidence };
}
