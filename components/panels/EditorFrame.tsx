/** The frame in which text is typed: a page of ours, so that the site sees none of it. */
import { text } from '../../lib/i18n/text.ts';
import { Panel } from '../overlay/Panel.tsx';
import type { EditorPanel } from './state.ts';

export function EditorFrame({ editor, dark }: { editor: EditorPanel; dark: boolean }) {
  return (
    <Panel
      anchor={editor.anchor}
      size={editor.height}
      width={editor.width}
      class={`card ${dark ? 'dark' : 'light'}`}
      role="dialog"
      aria-label={text('editor.frame')}
    >
      <iframe
        src={editor.src}
        title={text('editor.frame')}
        style={{ height: `${editor.height}px` }}
        onLoad={(event) => event.currentTarget.focus()}
      />
    </Panel>
  );
}
