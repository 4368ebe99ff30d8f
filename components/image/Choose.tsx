/** A file of the person's own: dropped here, or picked. It does not leave the page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';

export interface ChooseProps {
  /** An image was read already. */
  again: boolean;
  onFile: (file: File) => void;
}

export function Choose({ again, onFile }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    setOver(false);
    const file = files?.[0];
    if (file) onFile(file);
  };
  // Wherever on the page: beside the frame the browser would leave the page and open the file.
  useEffect(() => {
    const ending = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void =>
      addEventListener(name, act, { signal: ending.signal });
    on('dragover', (event) => {
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', (event) => setOver(event.relatedTarget !== null));
    on('drop', (event) => {
      event.preventDefault();
      take(event.dataTransfer?.files);
    });
    return () => ending.abort();
  });
  return (
    <section class={`choose ${over ? 'over' : ''}`}>
      <p>{text(again ? 'image.another' : 'image.drop')}</p>
      <Button onClick={() => input.current?.click()}>{text('image.pick')}</Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={text('image.pick')}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file again is a choice as well.
          event.currentTarget.value = '';
        }}
      />
      <p class="hint">{text('image.stays')}</p>
    </section>
  );
}
