/** What is pasted arrives as plain text; where it had a simple form, that is offered as Markdown. */
import { useRef, useState } from 'preact/hooks';
import { markdownOf } from './paste.ts';
import { writeOver } from './writing.ts';

interface Pasted {
  /** The form of what was pasted last can be had as Markdown. */
  offer: boolean;
  paste: (event: ClipboardEvent) => void;
  /** The field was typed in: an offer lasts until then. */
  typed: (event: InputEvent) => void;
  /** Puts the Markdown in place of what was pasted. */
  take: (field: HTMLTextAreaElement) => void;
}

/** Without `on` nothing is offered. */
export function usePasted(on: boolean): Pasted {
  const [offer, setOffer] = useState<{ markdown: string; start: number } | null>(null);
  const pasting = useRef(false);
  return {
    offer: offer !== null,
    paste(event) {
      pasting.current = true;
      const markdown = on
        ? markdownOf(event.clipboardData?.getData('text/html') ?? '', event.clipboardData?.getData('text/plain') ?? '')
        : null;
      const field = event.currentTarget as HTMLTextAreaElement;
      setOffer(markdown === null ? null : { markdown, start: field.selectionStart });
    },
    typed() {
      if (!pasting.current) setOffer(null);
      pasting.current = false;
    },
    take(field) {
      if (!offer) return;
      field.focus();
      // The caret is still behind what was pasted.
      field.setSelectionRange(offer.start, field.selectionEnd);
      writeOver(field, offer.markdown);
      setOffer(null);
    },
  };
}
