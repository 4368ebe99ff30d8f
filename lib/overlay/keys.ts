/**
 * Keys in our controls. One listener in the window's capture phase, registered at document_start, so that it runs before
 * any of the page's: it handles a key that is meant for us and keeps it from the page.
 */
export interface Keys {
  /** The element that holds our closed root; keys with it as their target are ours. */
  host: Element | null;
  /** Returns true when it used the key: then the browser's own action is stopped too. */
  handle: ((event: KeyboardEvent) => boolean) | null;
}

/** Call it at document_start. Ends with the signal. */
export function createKeys(window: Window, signal: AbortSignal): Keys {
  const keys: Keys = { host: null, handle: null };
  const down = new Set<string>();
  const listen = (event: KeyboardEvent): void => {
    // A key that went down with us comes up with us, wherever the focus has gone meanwhile.
    const released = event.type === 'keyup' && down.delete(event.code);
    if (!released && (!keys.host || event.target !== keys.host)) return;
    if (event.type === 'keydown') down.add(event.code);
    event.stopImmediatePropagation();
    // A script can dispatch a key on our host; only a person's counts.
    if (event.type === 'keydown' && event.isTrusted && !event.isComposing && keys.handle?.(event)) event.preventDefault();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) window.addEventListener(type, listen, { capture: true, signal });
  return keys;
}
