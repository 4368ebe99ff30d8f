/** The marks and rails of a frame. */
import { controlsId } from '../../lib/model/controls.ts';
import { element, setChildren, setText } from './element.ts';
import { createItem } from './item.ts';
import type { Drawn, OverlayCalls, OverlayState } from './state.ts';

/** Draws into `root`, each time what is to be there. */
export function createOverlay(root: ShadowRoot, calls: OverlayCalls): (state: OverlayState) => void {
  const spoken = element('div', { id: controlsId, class: 'spoken', role: 'status', 'aria-live': 'polite' });
  const all = root.appendChild(element('div', {}, spoken));
  let items = new Map<string, Drawn>();

  return (state) => {
    items = new Map(state.items.map(({ id }) => [id, items.get(id) ?? createItem(id, calls)]));
    for (const item of state.items) items.get(item.id)?.draw(item, state);
    setChildren(all, [...[...items.values()].map((item) => item.element), spoken]);
    setText(spoken, state.announcement);
  };
}
