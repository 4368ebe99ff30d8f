/**
 * Which character of a text is which of its Markdown. Nearly always the two show the same characters, but for formulas,
 * whose drawn text only the page knows. Everything that fits is looked for, and only what fits in one way counts; where
 * nothing fits, the next words that stand once in both lead on, and what lies between has no counterpart.
 */
import { shownBy } from './formula.ts';
import type { Visible } from './visible.ts';

/** Neighbouring formulas: units `from` to `to` of the text are what units `first` to `last` of the Markdown show; ends exclusive. */
export interface Group {
  from: number;
  to: number;
  first: number;
  last: number;
}

/** The counterparts of a text's units: an index of `Visible.text`, `none`, or for a formula's `-2 - its index in groups`. */
export interface Alignment {
  to: Int32Array;
  groups: Group[];
}

/** Nothing in the Markdown is known to show the unit. */
export const none = -1;

/** Words are compared in parts of this length, so that a difference spoils little. All lengths are in UTF-16 units. */
const part = 64;
/** Words of this length that stand once in both texts nearby are the same words. */
const sure = 20;
/** How far ahead the texts may differ. */
const ahead = 65_536;
/** More possible places of the same words than this are not told apart. */
const mostPlaces = 64;

/** One part of the Markdown's words, with the formulas before it, and where in the text it may stand. */
interface Layer {
  first: number;
  start: number;
  end: number;
  places: { at: number; from: number[] }[];
}

/** `text` is without white space, as `visible.text` is. */
export function align(visible: Visible, text: string): Alignment {
  const { text: shown, formulas } = visible;
  const marks = [...formulas.keys(), shown.length];
  const to = new Int32Array(text.length).fill(none);
  const groups: Group[] = [];
  let mark = 0;
  let [t, v] = [0, 0];
  while (v < shown.length) {
    const layers = forward(t, v);
    const reached = layers.length > 0 && layers.at(-1)!.end === shown.length;
    [t, v] = settle(layers, t, v, reached);
    if (reached) break;
    [t, v] = resume(t, v);
  }
  return { to, groups };

  /** The first formula at or after `index`; asked with growing indexes, and again from where an anchor stands. */
  function formulaFrom(index: number): number {
    while (mark > 0 && marks[mark - 1]! >= index) mark--;
    while (marks[mark]! < index) mark++;
    return marks[mark]!;
  }

  function forward(at: number, from: number): Layer[] {
    const layers: Layer[] = [];
    let ends: number[] = [at];
    for (let first = from; first < shown.length; first = layers.at(-1)!.end) {
      let start = first;
      while (formulas.has(start)) start++;
      const end = Math.min(start + part, formulaFrom(start));
      const words = shown.slice(start, end);
      const found = new Map<number, number[]>();
      const note = (place: number, before: number): void => void (found.get(place)?.push(before) ?? found.set(place, [before]));
      if (start === first) ends.forEach((place, before) => text.startsWith(words, place) && note(place, before));
      else {
        const may = shownBy([...Array(start - first).keys()].map((index) => formulas.get(first + index)!));
        ends.forEach((place, before) => {
          const window = text.slice(place, place + may.longest + words.length);
          if (!words) return void (place + may.longest >= text.length && may.allows(text.slice(place)) && note(text.length, before));
          for (let index = window.indexOf(words); index >= 0 && found.size <= mostPlaces; index = window.indexOf(words, index + 1))
            if (may.allows(window.slice(0, index))) note(place + index, before);
        });
      }
      if (found.size === 0 || found.size > mostPlaces) break;
      const places = [...found].map(([place, before]) => ({ at: place, from: before }));
      layers.push({ first, start, end, places });
      ends = places.map((place) => place.at + end - start);
    }
    return layers;
  }

  /** Notes what stands in one place only; returns the ends of the last such words, or where the layers began. */
  function settle(layers: Layer[], at: number, from: number, reached: boolean): [number, number] {
    let alive = new Set(layers.at(-1)?.places.keys());
    // Where all of the text is accounted for, what would leave a rest is no way to read it.
    const whole = reached
      ? layers.at(-1)!.places.findIndex((place) => place.at + layers.at(-1)!.end - layers.at(-1)!.start === text.length)
      : -1;
    if (whole >= 0) alive = new Set([whole]);
    const certain: (number | null)[] = [];
    for (let index = layers.length - 1; index >= 0; index--) {
      const { places } = layers[index]!;
      certain[index] = alive.size === 1 ? places[[...alive][0]!]!.at : null;
      alive = new Set([...alive].flatMap((place) => places[place]!.from));
    }
    let last: [number, number] = [at, from];
    let end: number | null = at;
    layers.forEach((layer, index) => {
      const place = certain[index]!;
      if (place !== null) {
        for (let unit = layer.start; unit < layer.end; unit++) to[place + unit - layer.start] = unit;
        if (end !== null && layer.start > layer.first) {
          to.fill(-2 - groups.length, end, place);
          groups.push({ from: end, to: place, first: layer.first, last: layer.start });
        }
        last = [place + layer.end - layer.start, layer.end];
      }
      end = place === null ? null : place + layer.end - layer.start;
    });
    return last;
  }

  /** Goes on behind a difference: to the next words that stand once in both texts nearby, else to the end that both share. */
  function resume(at: number, from: number): [number, number] {
    let [start, first] = [at, from];
    while (start < text.length && first < shown.length && !formulas.has(first) && text[start] === shown[first]) to[start++] = first++;
    const [here, there] = [text.slice(start, start + ahead), shown.slice(first, first + ahead)];
    let [end, last] = [text.length, shown.length];
    for (let index = 0; index + sure <= there.length; index += sure / 2) {
      const formula = formulaFrom(first + index);
      if (formula < first + index + sure) continue;
      const words = there.slice(index, index + sure);
      const place = here.indexOf(words);
      if (place < 0 || here.includes(words, place + 1) || there.indexOf(words) !== index || there.includes(words, index + 1)) continue;
      [end, last] = [start + place, first + index];
      break;
    }
    const [next, nextShown] = [end, last];
    while (end > 0 && last > 0 && !formulas.has(last - 1) && text[end - 1] === shown[last - 1]) {
      end--;
      last--;
      if (end >= start && last >= first) to[end] = last;
      // The same words could belong to both sides of the difference: to neither, then.
      else if (start > at) to[--start] = none;
      else break;
    }
    return [next, nextShown];
  }
}
