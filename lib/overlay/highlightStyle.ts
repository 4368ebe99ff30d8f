/** How flagged passages look in the page's own text. */
import { severities, type Severity } from '../model/review.ts';

/** Passages that overlap are underlined below one another, in so many lines. */
export const lanes = 3;

/** The page can read the names: they say nothing. `lit` is the one that is pointed at. */
export const lit = 'h-z';
export const nameOf = (severity: Severity, lane: number): string => `h-${'abc'[severities.indexOf(severity)]}${lane}`;
export const names: string[] = [
  ...severities.flatMap((severity) => Array.from({ length: lanes }, (_, lane) => nameOf(severity, lane))),
  lit,
];

/** Colours that read on light and on dark grounds alike; the line says the same without them. */
const looks: Record<Severity, { color: string; line: string }> = {
  minor: { color: '#b07a00', line: 'dotted 2px' },
  major: { color: '#d03a2b', line: 'solid 1.5px' },
  critical: { color: '#d03a2b', line: 'double 1.5px' },
};

/** The plain form paints in both browsers; `:root::highlight` does not in Firefox. */
export const css: string = [
  ...severities.flatMap((severity) =>
    Array.from({ length: lanes }, (_, lane) => {
      const { color, line } = looks[severity];
      return `::highlight(${nameOf(severity, lane)}){text-decoration:underline ${line} ${color};text-underline-offset:${2 + 3 * lane}px;background-color:color-mix(in srgb,${color} 12%,transparent)}`;
    }),
  ),
  `::highlight(${lit}){background-color:color-mix(in srgb,#4f7fe8 32%,transparent)}`,
  `@media (forced-colors:active){${names.map((name) => `::highlight(${name}){background-color:transparent;text-decoration-color:CanvasText}`).join('')}::highlight(${lit}){background-color:Highlight;color:HighlightText}}`,
].join('');

/** The line below the text for each passage, in the order given: the first that none of those has which it overlaps. The last is shared. */
export function lanesOf(places: readonly { start: number; end: number }[]): number[] {
  const chosen: number[] = [];
  places.forEach((place, index) => {
    const taken = new Set(chosen.filter((_, other) => places[other]!.start < place.end && place.start < places[other]!.end));
    let lane = 0;
    while (taken.has(lane) && lane < lanes - 1) lane++;
    chosen[index] = lane;
  });
  return chosen;
}
