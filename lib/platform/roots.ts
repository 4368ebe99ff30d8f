/** The way into closed shadow roots: each browser has its own, and only content scripts may take it. */
import { browser } from './browser.ts';

/** Null where there is no root, or none that we may see. */
export function openOrClosedRoot(element: HTMLElement): ShadowRoot | null {
  try {
    if (import.meta.env.FIREFOX) return (element as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot ?? null;
    return (browser as unknown as { dom: { openOrClosedShadowRoot(of: HTMLElement): ShadowRoot | null } }).dom.openOrClosedShadowRoot(
      element,
    );
  } catch {
    // An element of another kind, or a script that outlived its extension.
    return null;
  }
}
