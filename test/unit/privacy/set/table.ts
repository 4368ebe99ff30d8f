/** Precision and recall of anything that finds personal data, over the labelled set. */
import { kinds, type Kind } from '../../../../lib/model/privacy.ts';
import type { NearMiss } from './nearMisses.ts';
import type { Sample } from './positives.ts';

/** What was found, in UTF-16 units; `kind` if the finder says one of ours. */
export interface Found {
  start: number;
  end: number;
  kind?: Kind;
}

/** One line of the table. A thing is exact if it was found from its first to its last unit, covered if no unit of it is left. */
export interface Row {
  kind: string;
  things: number;
  exact: number;
  covered: number;
  /** Finds of this kind (of any, in the last line) where nothing is. */
  wrong: number;
  /** `exact / (exact + wrong + inexact finds)` */
  precision: number;
  recall: number;
}

export interface Table {
  rows: Row[];
  /** Of all near misses, the share in which something was found. */
  falseHits: number;
  missed: Sample[];
  wronged: (NearMiss & { found: string[] })[];
}

/** A line for each kind, and one for all. */
export function tableOf(find: (text: string) => Found[], samples: readonly Sample[], nears: readonly NearMiss[]): Table {
  const missed: Sample[] = [];
  const wronged: Table['wronged'] = [];
  const counts = new Map(['all', ...kinds].map((kind) => [kind, { things: 0, exact: 0, covered: 0, wrong: 0, inexact: 0 }]));
  const count = (kind: string | undefined, what: 'things' | 'exact' | 'covered' | 'wrong' | 'inexact'): void => {
    for (const line of kind === undefined ? ['all'] : ['all', kind]) counts.get(line)![what]++;
  };
  for (const sample of samples) {
    const { start, end, kind, text } = sample;
    count(kind, 'things');
    const found = find(text);
    const exact = found.some((one) => one.start === start && one.end === end && (one.kind ?? kind) === kind);
    if (exact) count(kind, 'exact');
    else missed.push(sample);
    if (covers(found, start, end)) count(kind, 'covered');
    for (const one of found) {
      if (one.start === start && one.end === end && (one.kind ?? kind) === kind) continue;
      count(one.kind, one.start < end && one.end > start ? 'inexact' : 'wrong');
    }
  }
  for (const near of nears) {
    const found = find(near.text);
    for (const { kind } of found) count(kind, 'wrong');
    if (found.length > 0)
      wronged.push({ ...near, found: found.map(({ start, end, kind }) => `${kind ?? ''} ${near.text.slice(start, end)}`) });
  }
  const rows = [...counts].map(([kind, { things, exact, covered, wrong, inexact }]) => ({
    kind,
    things,
    exact,
    covered,
    wrong,
    precision: exact / (exact + wrong + inexact || 1),
    recall: exact / (things || 1),
  }));
  return { rows: rows.filter(({ things }) => things > 0), falseHits: wronged.length / nears.length, missed, wronged };
}

function covers(found: readonly Found[], start: number, end: number): boolean {
  let at = start;
  for (const one of found.toSorted((a, b) => a.start - b.start)) if (one.start <= at) at = Math.max(at, one.end);
  return at >= end;
}
