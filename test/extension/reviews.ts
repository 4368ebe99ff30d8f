/** Makes a review without a page: what the editor's page of the extension would send. */
import type { Review } from '../../lib/model/review.ts';
import type { WrittenAnswer } from '../../lib/messaging/protocol.ts';
import { answerId } from '../../lib/capture/identity.ts';
import { demand } from './ask.ts';
import type { Driven } from './launch.ts';

/** An answer as it is captured in a tool that shows ids. `text` may be of any size. */
export function answerWith(text: string): WrittenAnswer {
  return {
    origin: 'https://chat.example',
    site: 'generic',
    url: 'https://chat.example/c/1',
    title: 'A conversation',
    conversation: { id: '1' },
    message: { id: null, ordinal: 0, variant: null },
    provider: null,
    model: null,
    prompt: [{ role: 'user', text: `What about ${text.slice(0, 40)}?` }],
    promptComplete: true,
    thinking: null,
    text,
    markdown: text,
    evidence: [],
    detectedBy: { kind: 'generic', id: 'generic', score: 9, reasons: ['made for a test'] },
    capturedAt: new Date().toISOString(),
  };
}

/** A thumb on a new answer. */
export async function rate(driven: Driven, text: string): Promise<Review> {
  const answer = answerWith(text);
  const id = answerId({ origin: answer.origin, messageId: null, prompt: answer.prompt.at(-1)?.text ?? null, text });
  const { review } = await demand(driven, 'review.change', { answerId: id, answer, change: { kind: 'rate', rating: 1 }, final: true });
  if (!review) throw new Error('The review was not kept.');
  return review;
}
