/** Shadow roots, closed ones where the browser lets extensions in. */

let openClosed: (element: HTMLElement) => ShadowRoot | null = () => null;

/** Gives the way into closed roots; without it only open ones are seen. Called once, before anything is looked at. */
export function enterClosedRoots(open: (element: HTMLElement) => ShadowRoot | null): void {
  openClosed = open;
}

/** The shadow root of an element. Closed ones are asked for on custom elements alone: asking costs more than all else in a walk. */
export const rootOf = (element: Element): ShadowRoot | null =>
  element.shadowRoot ?? (element.localName?.includes('-') ? openClosed(element as HTMLElement) : null);
