/** An answer as the background gets it, read again at the moment of the act: never truncated, never stale. */
import type { CapturedAnswer } from '../../lib/model/answer.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';

/** `origin` is the frame's own: an `about:blank` frame has the one that made it. */
export function capture(answer: FoundAnswer, origin: string): CapturedAnswer {
  const { site, url, title, conversation, message, provider, model, prompt, promptComplete, thinking, evidence, detectedBy } = answer;
  const { text, hast } = answer.read();
  return {
    site,
    url,
    title,
    conversation,
    message,
    provider,
    model,
    origin,
    prompt,
    promptComplete,
    thinking,
    text,
    hast,
    // What is found on the page points into it; what is kept does not.
    evidence: evidence.map(({ kind, strength, snippet, rule }) => ({ kind, strength, snippet, rule })),
    detectedBy,
    capturedAt: new Date().toISOString(),
  };
}
