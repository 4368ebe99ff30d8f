/** Everything of ours in the page. */
import type { OverlayCalls, OverlayState } from './state.ts';
import { ControlItemView } from './ControlItem.tsx';
import { EditorFrame } from './EditorFrame.tsx';
import { FlagMenu } from './FlagMenu.tsx';
import { Icon } from './icons.tsx';
import { text } from '../../lib/i18n/text.ts';

export function Overlay({ state, calls }: { state: OverlayState; calls: OverlayCalls }) {
  const { items, pick, menu, editor, categories, announcement } = state;
  const flags = menu && (items.find(({ id }) => id === menu.answerId)?.review?.flags ?? []);
  return (
    <>
      {items.map((item) => (
        <ControlItemView key={item.id} item={item} calls={calls} />
      ))}
      {pick && !menu && (
        <button
          type="button"
          class={`pick ${pick.dark ? 'dark' : 'light'}`}
          style={{ transform: `translate(${pick.x}px, ${pick.y}px)` }}
          ref={(element) => calls.drawn(element)}
          // The selection stays: it is what the flag is about.
          onMouseDown={(event) => event.preventDefault()}
          onClick={calls.openMenu}
        >
          <Icon name="flag" />
          {text('flag.selection')}
        </button>
      )}
      {menu && <FlagMenu menu={menu} categories={categories} flags={flags ?? []} calls={calls} />}
      {editor && <EditorFrame key={editor.nonce} editor={editor} />}
      <div class="spoken" role="status" aria-live="polite">
        {announcement}
      </div>
    </>
  );
}
