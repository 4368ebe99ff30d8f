/**
 * Keys in our controls. One listener in the window's capture phase, registered at document_start, so that it runs before
 * any of the page's: it handles a key that is meant for us and keeps it from the page.
 */
import { letterOf, type KeyAct, type KeyMap } from '../model/keys.ts';

export interface Keys {
  /** The element that holds our closed root; keys with it as their target are ours. */
  host: Element | null;
  /** Returns true when it used the key: then the browser's own action is stopped too. */
  handle: ((event: KeyboardEvent) => boolean) | null;
  /** True for a key that is ours although the keyboard is in the page: a passage is selected. */
  wants: ((event: KeyboardEvent) => boolean) | null;
}

/** Call it at document_start. Ends with the signal. */
export function createKeys(window: Window, signal: AbortSignal): Keys {
  const keys: Keys = { host: null, handle: null, wants: null };
  const down = new Set<string>();
  const listen = (event: KeyboardEvent): void => {
    // A key that went down with us comes up with us, wherever the focus has gone meanwhile.
    const released = event.type === 'keyup' && down.delete(event.code);
    const ours = keys.host && event.target === keys.host;
    const pressed = event.type === 'keypress' && down.has(event.code);
    if (!released && !ours && !pressed && !(event.type === 'keydown' && event.isTrusted && keys.wants?.(event))) return;
    if (event.type === 'keydown') down.add(event.code);
    event.stopImmediatePropagation();
    // A script can dispatch a key on our host; only a person's counts. Keys with Ctrl, Alt or Meta are the browser's.
    const plain = event.isTrusted && !event.isComposing && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.type === 'keydown' && plain && keys.handle?.(event)) event.preventDefault();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) window.addEventListener(type, listen, { capture: true, signal });
  return keys;
}

/** What a key does; null: nothing. */
export function actOf(event: KeyboardEvent, map: KeyMap): KeyAct | null {
  const key = letterOf(event);
  const found = Object.entries(map).find(([, own]) => own === key);
  return found ? (found[0] as KeyAct) : null;
}
