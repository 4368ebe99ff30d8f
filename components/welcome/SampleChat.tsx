/** A chat with one answer that has something wrong in it. */
import type { RefObject } from 'preact';
import { text } from '../../lib/i18n/text.ts';

/** What the sample asks and answers, as the review records it. */
export const samplePrompt = (): string => text('welcome.prompt');

export function SampleChat({ answer }: { answer: RefObject<HTMLDivElement | null> }) {
  return (
    <div class="chat">
      <p class="asked">{samplePrompt()}</p>
      <div class="answered" ref={answer}>
        <p>{text('welcome.answer.1')}</p>
        <p>{text('welcome.answer.2')}</p>
        <p>{text('welcome.answer.3')}</p>
      </div>
    </div>
  );
}
