/** The frame in which text is typed: a page of ours, so that the site sees none of it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { fitBelow } from './fit.ts';
import type { OverlayState } from './state.ts';

export function EditorFrame({ editor }: { editor: NonNullable<OverlayState['editor']> }) {
  const card = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [at, setAt] = useState({ x: 0, y: 0 });
  const width = Math.max(320, Math.min(editor.anchor.width, 720));
  useLayoutEffect(() => {
    if (card.current) setAt(fitBelow(editor.anchor, card.current));
  }, [editor.anchor, editor.height]);
  return (
    <div
      ref={card}
      class={`card ${editor.dark ? 'dark' : 'light'}`}
      role="dialog"
      aria-label={text('editor.frame')}
      style={{ transform: `translate(${at.x}px, ${at.y}px)`, width: `${width}px` }}
    >
      <iframe
        ref={frame}
        src={editor.src}
        title={text('editor.frame')}
        style={{ height: `${editor.height}px` }}
        onLoad={() => frame.current?.focus()}
      />
    </div>
  );
}
