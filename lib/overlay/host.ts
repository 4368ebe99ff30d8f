/** The one element of ours in the page: on `<html>`, where pages that replace their body leave it, with a closed root. */

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
}

/** `css` goes into a constructed sheet, which the strictest CSP lets through. Everything is gone when the signal ends. */
export function createHost(window: Window & typeof globalThis, css: string, signal: AbortSignal): Host {
  const { document } = window;
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);
  // `push` paints in both browsers; an assignment does not in Firefox's content scripts.
  root.adoptedStyleSheets.push(sheet);
  const html = document.documentElement;
  html.append(element);
  const guard = new MutationObserver(() => {
    if (element.parentNode !== html) html.append(element);
  });
  guard.observe(html, { childList: true });
  signal.addEventListener('abort', () => {
    guard.disconnect();
    element.remove();
  });
  return { element, root };
}
