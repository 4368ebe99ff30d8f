/** The moment of an act: what the person judged must still stand there, and be all of it. */
import { sharedEnds } from '../../lib/detect/turns.ts';
import type { Follow } from '../../lib/model/controls.ts';
import type { FoundAnswer, Watcher } from '../../lib/model/view.ts';

export interface Moment {
  /**
   * The answer as it is now. While it grows, or gains its citations, this waits until it is finished again. Null when it is
   * gone or has become another one: what was judged is not what stands there. `follow` hears how it stands meanwhile. When the page
   * goes while somebody's act waits, that act is about what stands there then: it must not be lost.
   */
  of(answer: FoundAnswer, follow?: Follow): Promise<FoundAnswer | null>;
  /** Somebody's act waits for this answer. */
  awaits(answer: FoundAnswer): boolean;
  /** The view has changed. */
  told(): void;
}

/**
 * The page goes. Of a tab that is closed Firefox lets only the first say so in time; heard at all times, it would cost the page its place
 * among those that come back at once.
 */
const goings = ['beforeunload', 'pagehide'];

/** Of what was judged, so much must still stand there (design §4). */
const same = 0.9;

/** `watcher` is asked for at each act; null where nothing is watched. */
export function createMoment(watcher: () => Watcher | null): Moment {
  let waiting: ((going: boolean) => void)[] = [];
  const awaited = new Set<FoundAnswer>();
  return {
    awaits: ({ element }) => [...awaited].some((answer) => answer.element === element),
    async of(answer, follow) {
      const watching = watcher();
      // A passage is what the person selected or what evidence marks, and is read where it stands.
      const judged = answer.text;
      if (!watching || answer.site === 'page') return answer.read().text === judged ? answer : null;
      // Its own object: two acts may wait for one answer.
      const wait = { ...answer };
      const leave = (): void => wake(true);
      awaited.add(wait);
      for (const name of goings) window.addEventListener(name, leave);
      try {
        for (let going = false; ;) {
          const fresh = watching.now(answer);
          if (fresh) follow?.(fresh);
          if (!fresh || sharedEnds(judged, fresh.text) < judged.length * same) return null;
          if (fresh.state === 'final' || going) return fresh;
          going = await new Promise<boolean>((resolve) => waiting.push(resolve));
        }
      } finally {
        awaited.delete(wait);
        for (const name of goings) window.removeEventListener(name, leave);
      }
    },
    told: () => wake(false),
  };

  function wake(going: boolean): void {
    const all = waiting;
    waiting = [];
    for (const go of all) go(going);
  }
}
