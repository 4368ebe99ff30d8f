/** Two versions of a Markdown text side by side in one: prose by word, code by line, tables by cell, moved text as moved. */
import { diffArrays } from 'diff/lib/diff/array.js';
import { changes, type Run } from './changes.ts';
import { cellsOf, fenceOf, isDelimiter, unitsOf, type Unit } from './units.ts';

/** One part of the comparison, in reading order. */
export type Part =
  | { kind: 'prose'; runs: Run[] }
  /** Lines with their line end, fences left out. */
  | { kind: 'code'; language: string; lines: Run[] }
  /** A row, its cells, each in runs; the row of dashes is left out. */
  | { kind: 'table'; rows: Run[][][] }
  /** So many lines that both have: shown on demand. */
  | { kind: 'same'; lines: number; text: string };

/** After this many ms, lines are not paired: what went stands before what came. */
const patience = 1500;
/** This many unchanged lines are left to see around a change. */
const context = 2;
/** Shorter text is not called moved: "the" is everywhere. Letters and digits. */
const shortest = 12;

/** Compares two Markdown texts. */
export function compare(before: string, after: string): Part[] {
  const old = unitsOf(before);
  const now = unitsOf(after);
  const hunks = hunksOf(old, now);
  const moved = movedIn(hunks);
  const parts: Part[] = [];
  hunks.forEach(({ same, gone, come }, index) => {
    parts.push(...unchanged(same, index === 0, index === hunks.length - 1 && gone.length + come.length === 0));
    parts.push(...pairs(gone, come, moved));
  });
  return phrasesMoved(joined(parts));
}

interface Hunk {
  /** What both have, before what differs. */
  same: Unit[];
  gone: Unit[];
  come: Unit[];
}

function hunksOf(old: Unit[], now: Unit[]): Hunk[] {
  const found = diffArrays(old, now, { comparator: (one, other) => bareEnd(one) === bareEnd(other), timeout: patience });
  if (!found) return [{ same: [], gone: old, come: now }];
  const hunks: Hunk[] = [];
  for (const { value, added, removed } of found) {
    const hunk = hunks.at(-1);
    if (!added && !removed) hunks.push({ same: value, gone: [], come: [] });
    else if (hunk) (added ? hunk.come : hunk.gone).push(...value);
    else hunks.push({ same: [], gone: removed ? value : [], come: added ? value : [] });
  }
  return hunks;
}

/** The last line has no end: that makes it no other line. */
const bareEnd = ({ text }: Unit): string => text.replace(/\n$/, '');
const bare = (text: string): string => text.trim();
const isLong = (text: string): boolean => text.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= shortest;

/** Texts that went in one place and came in another. */
function movedIn(hunks: Hunk[]): Set<string> {
  const gone = new Set(hunks.flatMap((hunk) => hunk.gone.map(({ text }) => bare(text))));
  return new Set(hunks.flatMap((hunk) => hunk.come.map(({ text }) => bare(text))).filter((text) => isLong(text) && gone.has(text)));
}

interface Group {
  kind: Unit['kind'] | 'moved';
  text: string;
}

/** What differs in one place: lines with lines, code with code, a table with a table. */
function pairs(gone: Unit[], come: Unit[], moved: Set<string>): Part[] {
  const old = groups(gone, moved);
  const now = groups(come, moved);
  const order = diffArrays(old, now, { comparator: (one, other) => one.kind === other.kind && one.kind !== 'moved' });
  const parts: Part[] = [];
  let atOld = 0;
  let atNow = 0;
  for (const { count, added, removed } of order) {
    for (let step = 0; step < count; step++) {
      const was = added ? null : old[atOld++]!;
      const is = removed ? null : now[atNow++]!;
      const kind = (was ?? is)!.kind;
      if (kind === 'moved')
        parts.push({ kind: 'prose', runs: [was ? { kind: 'movedAway', text: was.text } : { kind: 'movedHere', text: is!.text }] });
      else if (kind === 'code') parts.push(code(was?.text ?? '', is?.text ?? ''));
      else if (kind === 'table') parts.push(table(was?.text ?? '', is?.text ?? ''));
      else parts.push({ kind: 'prose', runs: changes(was?.text ?? '', is?.text ?? '') });
    }
  }
  return parts;
}

function groups(units: Unit[], moved: Set<string>): Group[] {
  const all: Group[] = [];
  for (const { kind, text } of units) {
    const last = all.at(-1);
    if (moved.has(bare(text))) all.push({ kind: 'moved', text });
    else if (kind === 'line' && last?.kind === 'line') last.text += text;
    else all.push({ kind, text });
  }
  return all;
}

function code(before: string, after: string): Part {
  const [old, now] = [inside(before), inside(after)];
  const found = diffArrays(old.lines, now.lines, { timeout: patience });
  const whole = [...old.lines.map((text): Run => ({ kind: 'removed', text })), ...now.lines.map((text): Run => ({ kind: 'added', text }))];
  const lines =
    found?.flatMap(({ value, added, removed }) =>
      value.map((text): Run => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text })),
    ) ?? whole;
  const language =
    old.language === now.language || !before ? now.language : after ? `${old.language || '–'} → ${now.language || '–'}` : old.language;
  return { kind: 'code', language, lines };
}

function inside(block: string): { language: string; lines: string[] } {
  const [first = '', ...rest] = block.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const fence = fenceOf(first);
  const last = rest.at(-1)?.trim();
  if (fence && last?.startsWith(fence.sign) && /^(`+|~+)$/.test(last)) rest.pop();
  return { language: fence?.info ?? '', lines: rest };
}

function table(before: string, after: string): Part {
  const rowsOf = (text: string): string[] => text.split('\n').filter((row) => row.trim() && !isDelimiter(row));
  const rows: Run[][][] = [];
  let gone: string[] = [];
  const close = (come: string[]): void => {
    for (let at = 0; at < Math.max(gone.length, come.length); at++) {
      const [was, is] = [cellsOf(gone[at] ?? ''), cellsOf(come[at] ?? '')];
      rows.push(Array.from({ length: Math.max(was.length, is.length) }, (_, cell) => changes(was[cell] ?? '', is[cell] ?? '')));
    }
    gone = [];
  };
  for (const { value, added, removed } of diffArrays(rowsOf(before), rowsOf(after))) {
    if (removed) gone = value;
    else if (added) close(value);
    else {
      close([]);
      rows.push(...value.map((row) => cellsOf(row).map((text): Run[] => [{ kind: 'same', text }])));
    }
  }
  close([]);
  return { kind: 'table', rows };
}

/** What both have: two lines beside a change stay to see. */
function unchanged(units: Unit[], first: boolean, last: boolean): Part[] {
  const head = first ? 0 : context;
  const tail = last ? 0 : context;
  const show = (some: Unit[]): Part[] =>
    some.map(({ kind, text }) =>
      kind === 'code' ? code(text, text) : kind === 'table' ? table(text, text) : { kind: 'prose', runs: changes(text, text) },
    );
  const middle = units.slice(head, units.length - tail);
  const text = middle.map((unit) => unit.text).join('');
  const lines = text.split('\n').filter((line) => line.trim()).length;
  if (lines <= 2 * context) return show(units);
  return [...show(units.slice(0, head)), { kind: 'same', lines, text }, ...show(units.slice(units.length - tail))];
}

/** Prose beside prose is one. */
function joined(parts: Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.kind === 'prose' && last?.kind === 'prose') {
      const end = last.runs.at(-1);
      const [start, ...rest] = part.runs;
      if (end && start?.kind === end.kind) last.runs.splice(-1, 1, { kind: end.kind, text: end.text + start.text }, ...rest);
      else last.runs.push(...part.runs);
    } else all.push(part);
  }
  return all;
}

/** A phrase or a sentence that went in one place and came in another. */
function phrasesMoved(parts: Part[]): Part[] {
  const prose = parts.flatMap((part) => (part.kind === 'prose' ? part.runs : []));
  const gone = new Set(prose.filter(({ kind }) => kind === 'removed').map(({ text }) => bare(text)));
  const moved = new Set(
    prose.filter(({ kind, text }) => kind === 'added' && isLong(text) && gone.has(bare(text))).map(({ text }) => bare(text)),
  );
  if (moved.size === 0) return parts;
  const rename = (run: Run): Run =>
    !moved.has(bare(run.text)) || (run.kind !== 'removed' && run.kind !== 'added')
      ? run
      : { kind: run.kind === 'removed' ? 'movedAway' : 'movedHere', text: run.text };
  return parts.map((part) => (part.kind === 'prose' ? { kind: 'prose', runs: part.runs.map(rename) } : part));
}
