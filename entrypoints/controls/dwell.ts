/** How long an answer was in view while somebody could read it: the tab visible and in front. */

export interface Dwell {
  /** Follows these elements, and only these; keyed by answer id. */
  follow(answers: { id: string; element: Element }[]): void;
  /** `shownAt` is RFC 3339; `activeMs` counts to now. */
  of(id: string): { shownAt: string | null; activeMs: number };
}

interface Reading {
  /** Null while it is not followed. */
  element: Element | null;
  shownAt: string | null;
  /** Time that is over, ms. */
  spent: number;
  /** When the running time began, or null. */
  since: number | null;
  visible: boolean;
}

/** Ends with the signal. */
export function createDwell(window: Window & typeof globalThis, signal: AbortSignal): Dwell {
  const { document, performance } = window;
  const readings = new Map<string, Reading>();
  const attentive = () => document.visibilityState === 'visible' && document.hasFocus();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      for (const reading of readings.values()) {
        if (reading.element !== target) continue;
        reading.visible = isIntersecting;
        if (isIntersecting) reading.shownAt ??= new Date().toISOString();
        settle(reading);
      }
    }
  });
  signal.addEventListener('abort', () => observer.disconnect());
  for (const name of ['focus', 'blur'] as const) window.addEventListener(name, settleAll, { signal });
  document.addEventListener('visibilitychange', settleAll, { signal });

  function settleAll(): void {
    for (const reading of readings.values()) settle(reading);
  }

  /** Adds the running time, and runs on if somebody can still read. */
  function settle(reading: Reading): void {
    const now = performance.now();
    if (reading.since !== null) reading.spent += now - reading.since;
    reading.since = reading.visible && attentive() ? now : null;
  }

  return {
    follow(answers) {
      const kept = new Set(answers.map(({ id }) => id));
      for (const [id, reading] of readings) if (!kept.has(id)) pause(reading);
      for (const { id, element } of answers) {
        const reading = readings.get(id);
        if (reading?.element === element) continue;
        if (reading) pause(reading);
        readings.set(id, { shownAt: null, spent: 0, ...reading, element, since: null, visible: false });
        observer.observe(element);
      }
    },
    of(id) {
      const reading = readings.get(id);
      if (!reading) return { shownAt: null, activeMs: 0 };
      settle(reading);
      return { shownAt: reading.shownAt, activeMs: Math.round(reading.spent) };
    },
  };

  /** No longer mounted: its time stands until it comes back. */
  function pause(reading: Reading): void {
    if (reading.element) observer.unobserve(reading.element);
    reading.element = null;
    reading.visible = false;
    settle(reading);
  }
}
