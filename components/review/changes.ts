/** What differs between two texts, in words, as runs in reading order. */
import { diffLines, diffWordsWithSpace } from 'diff';

export interface Run {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A word diff of two very different long texts takes seconds; after this many ms lines are compared instead. */
const patience = 150;

/** Words where that is quick enough, else lines: 100 kB stay usable while typing. */
export function changes(before: string, after: string): Run[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : [];
  const parts = diffWordsWithSpace(before, after, { timeout: patience }) ?? diffLines(before, after, { timeout: patience });
  if (!parts)
    return [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
    ].filter(({ text }) => text !== '');
  return phrases(parts.map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value })));
}

/** Neighbouring changes with nothing but a blank between them are one: word by word, old and new would alternate. */
function phrases(runs: Run[]): Run[] {
  const joined: Run[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, run] of runs.entries()) {
    const between = run.kind === 'same' && (removed || added) && index + 1 < runs.length && /^[^\S\n]+$/.test(run.text);
    if (run.kind !== 'added' && (run.kind === 'removed' || between)) removed += run.text;
    if (run.kind !== 'removed' && (run.kind === 'added' || between)) added += run.text;
    if (run.kind === 'same' && !between) {
      flush();
      joined.push(run);
    }
  }
  flush();
  return joined;
}
