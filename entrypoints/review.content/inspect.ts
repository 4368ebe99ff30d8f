/** The reply of `page.inspect`: what this frame holds, as it is now. */
import type { InspectedAnswer, PageInspection, Rect } from '../../lib/model/inspection.ts';
import type { Review } from '../../lib/model/review.ts';
import type { FoundAnswer, PageView } from '../../lib/model/view.ts';

export interface InspectOptions {
  window: Window;
  view: PageView;
  controls: (answerId: string) => Rect | null;
  review: (answerId: string) => Review | null;
  /** Markdown of each answer's tree, in order. */
  write: (trees: ReturnType<FoundAnswer['read']>['hast'][]) => Promise<string[]>;
}

export async function inspect({ window, view, controls, review, write }: InspectOptions): Promise<PageInspection> {
  const readings = view.answers.map((answer) => answer.read());
  const markdown = readings.length > 0 ? await write(readings.map(({ hast }) => hast)) : [];
  const evidence: PageInspection['evidence'] = [];
  const answers = view.answers.map((answer, ordinal): InspectedAnswer => {
    const own = answer.evidence.map((item) => evidence.push(item) - 1);
    const status = review(answer.id)?.status;
    return {
      id: answer.id,
      ordinal,
      state: answer.state,
      text: readings[ordinal]?.text ?? '',
      markdown: markdown[ordinal] ?? '',
      prompt: answer.prompt.findLast(({ role }) => role === 'user')?.text ?? null,
      provider: answer.provider,
      model: answer.model,
      messageId: answer.message.id,
      conversationId: answer.conversation.id,
      detectedBy: answer.detectedBy,
      variant: answer.message.variant,
      promptComplete: answer.promptComplete,
      evidence: own,
      rect: around(answer.blocks),
      controls: controls(answer.id),
      review: status ? { status } : null,
    };
  });
  const frame = window === window.top ? 'top' : 'child';
  return {
    url: window.location.href,
    frame,
    surface: view.surface,
    site: view.site,
    score: view.score,
    reasons: view.reasons,
    answers,
    evidence,
  };
}

/** The box around all blocks, relative to the viewport. */
function around(blocks: Element[]): Rect {
  const boxes = blocks.map((block) => block.getBoundingClientRect()).filter(({ width, height }) => width > 0 || height > 0);
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    x: left,
    y: top,
    width: Math.max(...boxes.map((box) => box.right)) - left,
    height: Math.max(...boxes.map((box) => box.bottom)) - top,
  };
}
