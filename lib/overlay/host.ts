/** The one element of ours in the page: on `<html>`, where pages that replace their body leave it, with a closed root. */

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** Undoes what a page that zooms, scales or moves all of `<html>` does to us with it: our pixels are the window's again. Measures. */
  align: () => void;
}

/** The host's width by its style sheet, px. */
const wide = 100;

/** `css` goes into a constructed sheet, which the strictest CSP lets through. Everything is gone when the signal ends. `mayStay` is asked before a host that was taken away is put back. */
export function createHost(
  window: Window & typeof globalThis,
  css: string,
  signal: AbortSignal,
  mayStay: () => boolean = () => true,
): Host {
  const { document, CSSStyleSheet } = window;
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'closed' });
  const [sheet, own] = [new CSSStyleSheet(), new CSSStyleSheet()];
  sheet.replaceSync(css);
  // `push` paints in both browsers; an assignment does not in Firefox's content scripts.
  root.adoptedStyleSheets.push(sheet, own);
  const html = document.documentElement;
  html.append(element);
  // In a frame of its own: a page that takes it away at once would otherwise never get to do anything else.
  const guard = new MutationObserver(() => {
    if (element.parentNode !== html)
      window.requestAnimationFrame(() => {
        if (element.parentNode !== html && !signal.aborted && mayStay()) html.append(element);
      });
  });
  guard.observe(html, { childList: true });
  signal.addEventListener('abort', () => {
    guard.disconnect();
    element.remove();
  });
  let zoom = 1;
  let written = '';
  const align = (): void => {
    const { x, y, width } = element.getBoundingClientRect();
    if (width === 0) return;
    // Boxes are rounded: a zoom that is right must not wander.
    if (Math.abs(width - wide) > 0.1) zoom *= wide / width;
    const rule = `:host{--bp-x:${-x}px!important;--bp-y:${-y}px!important;zoom:${zoom}!important}`;
    if (rule !== written) own.replaceSync((written = rule));
  };
  align();
  return { element, root, align };
}
