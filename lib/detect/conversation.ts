/**
 * What was seen of one conversation. A tool may mount three of five hundred turns, load older ones later, or swap a
 * branch: each look sees a window, and windows that overlap are joined to runs without a hole.
 */
import { anchorsOf, sameTurn, type Anchors, type MountedTurn, type SeenTurn } from './turns.ts';

/** Turns without a hole between them, oldest first. */
interface Run {
  turns: SeenTurn[];
  /** The first of them is the first of the conversation. */
  begins: boolean;
}

/** UTF-16 units of text kept for one conversation: two of the longest answers that tools give (10 MB), more than 2,000 turns of the usual kind. */
const mostText = 10_000_000;
export class Conversation {
  #runs: Run[] = [];
  /** Older turns came when it looked as if there were none: what stands first proves nothing here. */
  loadsOlder = false;

  /**
   * Takes in what is mounted, in conversation order; `begins`, asked only where it matters: nothing hints at more before the first. Returns the turns
   * as they are remembered, in the same order.
   */
  see(window: readonly MountedTurn[], begins: () => boolean): SeenTurn[] {
    if (window.length === 0) return [];
    const known = this.#runs.find(({ turns }) => window[0]!.was !== null && turns.includes(window[0]!.was));
    const from = known?.turns.indexOf(window[0]!.was!) ?? -1;
    const still = known && window.every((turn, at) => turn.was === known.turns[from + at] && sameTurn(turn.was, turn));
    if (still) {
      window.forEach((turn, at) => update(known.turns[from + at]!, turn));
      if (from === 0) known.begins ||= begins();
      return known.turns.slice(from, from + window.length);
    }
    this.#place(window, begins);
    return this.#mounted;
  }

  /** The turns before this one, as far as they were seen without a hole; `complete`: from the first one on, each whole. */
  before(turn: SeenTurn): { turns: SeenTurn[]; complete: boolean } {
    const run = this.#runs.find(({ turns }) => turns.includes(turn));
    if (!run) return { turns: [], complete: false };
    const turns = run.turns.slice(0, run.turns.indexOf(turn));
    return { turns, complete: run.begins && turns.every(({ text, whole }) => text !== null && whole) };
  }

  /** How many of these turns it knows: a page may show another conversation under a new address, or the same one. */
  overlap(window: readonly MountedTurn[]): number {
    return Math.max(0, ...this.#runs.map(({ turns }) => anchorsOf(turns, window).length));
  }

  #mounted: SeenTurn[] = [];

  #place(window: readonly MountedTurn[], begins: () => boolean): void {
    const fits = this.#runs
      .map((run) => ({ run, anchors: anchorsOf(run.turns, window) }))
      .toSorted((a, b) => b.anchors.length - a.anchors.length);
    const best = fits[0]?.anchors.length ? fits[0] : null;
    if (best) this.#checkPositions(best.run.turns, window, best.anchors);
    const run = best?.run ?? { turns: [], begins: false };
    const [firstIn, first] = best?.anchors[0] ?? [0, 0];
    const [lastIn, last] = best?.anchors.at(-1) ?? [-1, -1];
    const anchored = new Map((best?.anchors ?? []).map(([inRun, at]) => [at, run.turns[inRun]!]));
    this.#mounted = window.map(({ role, id, text, whole, position }, at) => {
      const now = { role, id, text, whole, position };
      return update(anchored.get(at) ?? now, now);
    });
    // What the window shows is how it is now: what it shows before or after a known turn takes the place of what was there.
    const head = run.turns.slice(0, Math.max(0, firstIn - first));
    const tail = best && last === window.length - 1 ? run.turns.slice(lastIn + 1) : [];
    if (head.length === 0) {
      const wrong = run.begins && first > firstIn;
      this.loadsOlder ||= wrong;
      run.begins = wrong ? false : run.begins || begins();
    }
    run.turns = [...head, ...this.#mounted, ...tail];
    if (!best) this.#runs.push(run);
    this.#join(run);
    this.#bound();
  }

  /** Joins other runs that overlap with this one, or that stand right before or after it by the tool's own count. */
  #join(run: Run): void {
    for (const other of this.#runs) {
      if (other === run) continue;
      const anchors = anchorsOf(run.turns, other.turns);
      if (anchors.length > 0) {
        const [firstIn, first] = anchors[0]!;
        const [lastIn, last] = anchors.at(-1)!;
        const after = lastIn === run.turns.length - 1 ? other.turns.slice(last + 1) : [];
        const older = firstIn === 0 ? other.turns.slice(0, first) : [];
        run.turns = [...older, ...run.turns, ...after];
        if (firstIn === 0) run.begins ||= other.begins;
      } else if (isNext(other.turns.at(-1)!, run.turns[0]!)) {
        run.turns = [...other.turns, ...run.turns];
        run.begins = other.begins;
      } else if (isNext(run.turns.at(-1)!, other.turns[0]!)) run.turns = [...run.turns, ...other.turns];
      else continue;
      this.#runs = this.#runs.filter((one) => one !== other);
    }
  }

  /** A tool that counts anew when older turns come: the old counts say nothing any more. */
  #checkPositions(turns: readonly SeenTurn[], window: readonly MountedTurn[], anchors: Anchors): void {
    if (anchors.every(([inRun, at]) => turns[inRun]!.position === window[at]!.position)) return;
    for (const one of this.#runs) for (const turn of one.turns) turn.position = null;
  }

  /** Over the limit the turns farthest from what is mounted lose their text, and with it the claim of being complete. */
  #bound(): void {
    let units = 0;
    for (const { turns } of this.#runs) for (const { text } of turns) units += text?.length ?? 0;
    for (const { turns } of this.#runs) {
      for (const turn of turns) {
        if (units <= mostText) return;
        if (turn.text === null || this.#mounted.includes(turn)) continue;
        units -= turn.text.length;
        turn.text = null;
      }
    }
  }
}

const isNext = (one: SeenTurn, other: SeenTurn): boolean =>
  one.position !== null && other.position !== null && other.position - one.position === 1;

function update(turn: SeenTurn, { id, text, whole, position }: SeenTurn): SeenTurn {
  if (text !== null) Object.assign(turn, { text, whole });
  // A text that is being written is not the one that was read.
  else if (!whole) turn.whole = false;
  return Object.assign(turn, { id, position });
}
