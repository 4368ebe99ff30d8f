import type { Masks } from '../../lib/model/privacy.ts';

/** A request as it leaves, with its placeholders marked. `onSelect` gets the words that were selected in it. */
export function PayloadText({
  label,
  content,
  masks,
  onSelect,
}: {
  label: string;
  content: string;
  masks: (Masks | null)[];
  onSelect: (words: string) => void;
}) {
  const names = new Set(masks.flatMap((one) => Object.keys(one?.ledger ?? {})));
  const select = (): void => {
    const words = String(getSelection() ?? '').trim();
    if (words !== '' && words.length <= 200) onSelect(unescaped(words));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it
    <pre role="group" tabIndex={0} aria-label={label} onPointerUp={select} onKeyUp={select}>
      {content.split(/(\[[A-Z][A-Z0-9_]*_\d+\])/).map((part, at) => (names.has(part) ? <mark key={at}>{part}</mark> : part))}
    </pre>
  );
}

/** Words as they are, of words as JSON writes them. */
function unescaped(words: string): string {
  try {
    return JSON.parse(`"${words}"`) as string;
  } catch {
    return words;
  }
}
