/** Pointing at an element of the page, by mouse or by keyboard, so that the page itself notices neither. */
import { parentOf, shownText } from '../../lib/detect/shown.ts';

export interface Aim {
  /** What a click would take now. */
  readonly element: Element | null;
  /** Points at nothing; with `off`, until it is switched on again. */
  clear(off?: boolean): void;
  on(): void;
}

export interface AimOptions {
  window: Window & typeof globalThis;
  /** Our own element and its closed root: what happens in it is not about the page. */
  host: Element;
  root: ShadowRoot;
  signal: AbortSignal;
  /** It points elsewhere; `told` if the keyboard did it. */
  onAim: (told: boolean) => void;
  onPick: (element: Element) => void;
  onLeave: () => void;
}

/** Parts of a line: whoever points at a word means what it stands in. */
const inline = /^(A|ABBR|B|BDI|BR|CITE|CODE|DEL|EM|FONT|I|IMG|INS|KBD|MARK|PATH|Q|S|SMALL|SPAN|STRONG|SUB|SUP|SVG|TIME|U|USE|VAR)$/i;
const swallowed = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'dblclick', 'auxclick'] as const;

export function createAim({ window, host, root, signal, onAim, onPick, onLeave }: AimOptions): Aim {
  const { document } = window;
  let element: Element | null = null;
  let active = true;

  const isOurs = (event: Event): boolean => event.composedPath().includes(host);
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const move = (next: Element | null, told: boolean): void => {
    if (next === element) return;
    element = next;
    if (told) next?.scrollIntoView({ block: 'nearest' });
    onAim(told);
  };
  const listen = <N extends keyof WindowEventMap>(type: N, hear: (event: WindowEventMap[N]) => void): void =>
    window.addEventListener(type, hear, { capture: true, signal, passive: false });

  listen('pointermove', (event) => {
    if (active) move(isOurs(event) ? null : meant(event.composedPath()[0]), false);
  });
  for (const type of swallowed) listen(type, (event) => active && !isOurs(event) && stop(event));
  listen('click', (event) => {
    if (!active || isOurs(event)) return;
    stop(event);
    const picked = element ?? meant(event.composedPath()[0]);
    if (event.isTrusted && picked) onPick(picked);
  });
  listen('keydown', (event) => {
    if (!event.isTrusted) return;
    if (event.key === 'Escape') {
      stop(event);
      onLeave();
    } else if (active && event.key === 'Enter') {
      // On a button of ours it presses the button.
      if (root.activeElement?.localName === 'button' || !element) return;
      stop(event);
      onPick(element);
    } else if (active && Object.hasOwn(steps, event.key)) {
      stop(event);
      const from = element ?? deepest(document, window.innerWidth / 2, window.innerHeight / 2);
      move(element && from ? (steps[event.key]!(from) ?? from) : meant(from), true);
    }
  });

  /** The element that somebody means who points at this one; our own and the whole page are none. */
  function meant(target: EventTarget | null | undefined): Element | null {
    let at = target instanceof window.Element ? target : null;
    while (at && inline.test(at.tagName)) at = parentOf(at);
    // Other elements of ours stand beside the body.
    return !at || at === document.documentElement || at === document.body || at.parentElement === document.documentElement ? null : at;
  }

  return {
    get element() {
      return element;
    },
    clear(off = false) {
      element = null;
      active = !off;
    },
    on() {
      active = true;
    },
  };
}

/** Where an arrow goes: out, in, and to what stands beside. Elements without words are passed over. */
const steps: Record<string, (from: Element) => Element | null> = {
  ArrowUp(from) {
    const parent = parentOf(from);
    return parent && !/^(BODY|HTML)$/.test(parent.tagName) ? parent : null;
  },
  ArrowDown: (from) => [...(from.shadowRoot ?? from).children].find(hasWords) ?? null,
  ArrowLeft: (from) => beside(from, 'previousElementSibling'),
  ArrowRight: (from) => beside(from, 'nextElementSibling'),
};

function beside(from: Element, way: 'previousElementSibling' | 'nextElementSibling'): Element | null {
  let at = from[way];
  while (at && !hasWords(at)) at = at[way];
  return at;
}

const hasWords = (element: Element): boolean => shownText(element) !== '';

/** What is drawn at a point, in open shadow roots too. */
function deepest(document: Document, x: number, y: number): Element | null {
  let at = document.elementFromPoint(x, y);
  for (let inner = at?.shadowRoot?.elementFromPoint(x, y); inner && inner !== at; inner = at?.shadowRoot?.elementFromPoint(x, y))
    at = inner;
  return at;
}
