/** When two readings are the same turn: by the tool's id, by the element, or by what is said. */
import type { Role } from '../model/answer.ts';

/** One turn that was seen. */
export interface SeenTurn {
  role: Exclude<Role, 'system'>;
  /** The tool's own id, null where it shows none. */
  id: string | null;
  /** Its text when last read; null: never read while it was mounted. */
  text: string | null;
  /** The text is all of it: nothing of it was still to come when it was read. */
  whole: boolean;
  /** Its place in the whole list, where the tool counts (`data-index`); null where it does not. */
  position: number | null;
}

/** A turn that is mounted now. `was`: what the same element showed at the last look. */
export interface MountedTurn extends SeenTurn {
  was: SeenTurn | null;
}

/** Matches of a window with a run: [place in the run, place in the window], both rising. */
export type Anchors = [number, number][];

/** Less common text than this, in units, without an id, may stand in two places by chance ("Continue", "Thanks"). */
const telling = 30;

/** Is this surely the turn that it was before, perhaps with more text? */
export function sameTurn(was: SeenTurn, now: SeenTurn): boolean {
  if (was.role !== now.role) return false;
  if (was.id !== null && now.id !== null) return was.id === now.id;
  return was.text === null || now.text === null || now.text.startsWith(was.text);
}

/** Is nearly all of what it said still there? It may have gained a citation. */
const likeTurn = (was: SeenTurn, now: SeenTurn): boolean =>
  was.role === now.role &&
  (was.id === null || now.id === null) &&
  sharedEnds(was.text ?? '', now.text ?? '') >= (was.text ?? '').length * 0.9;

/** Units that two texts share at their beginnings and ends. */
export function sharedEnds(one: string, other: string): number {
  const short = Math.min(one.length, other.length);
  let start = 0;
  while (start < short && one[start] === other[start]) start++;
  let end = 0;
  while (end < short - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return start + end;
}

/** Where a window and a run show the same turns. None if all that they share may stand in two places by chance. */
export function anchorsOf(turns: readonly SeenTurn[], window: readonly (MountedTurn | SeenTurn)[]): Anchors {
  const places = new Map<SeenTurn | string, number>();
  turns.forEach((turn, at) => {
    places.set(turn, at);
    for (const key of keysOf(turn)) places.set(key, places.has(key) ? -1 : at);
  });
  const twice = new Set<string>();
  const once = new Set<string>();
  for (const turn of window) for (const key of keysOf(turn)) (once.has(key) ? twice : once).add(key);
  const anchors: Anchors = [];
  let sure = 0;
  window.forEach((turn, at) => {
    const was = 'was' in turn ? turn.was : turn;
    const linked = was ? (places.get(was) ?? -1) : -1;
    const named = keysOf(turn).map((key) => (twice.has(key) ? -1 : (places.get(key) ?? -1)));
    const found =
      was && sameTurn(was, turn) && linked >= 0
        ? linked
        : (named.find((place) => place >= 0) ?? (was && likeTurn(was, turn) ? linked : -1));
    const other = turns[found];
    if (!other || found <= (anchors.at(-1)?.[0] ?? -1)) return;
    if (other.id !== null && turn.id !== null && other.id !== turn.id) return;
    anchors.push([found, at]);
    sure += found === linked || (turn.id !== null && other.id !== null) ? telling : (turn.text?.length ?? 0);
  });
  return sure >= telling || anchors.length * 2 >= window.length ? anchors : [];
}

/** What a turn is known by: its id, and its text (long ones by length, beginning and end). */
function keysOf({ role, id, text }: SeenTurn): string[] {
  const keys = id === null ? [] : [`id ${role} ${id}`];
  if (text) keys.push(`text ${role} ${text.length} ${text.slice(0, 200)} ${text.slice(-200)}`);
  return keys;
}
