/** What differs between two texts, in words, as runs in reading order. */
import { diffArrays } from 'diff/lib/diff/array.js';

export interface Run {
  kind: 'same' | 'removed' | 'added' | 'movedAway' | 'movedHere';
  text: string;
}

/** A word diff of two very different long texts takes seconds; after this many ms the texts are shown one after the other. */
const patience = 400;
/** Where less than this share of both texts' words is common, word by word nobody can read it. */
const alike = 0.3;

/** Words in every script: a diff never splits a grapheme, and Chinese or Thai has words too. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Word by word where the texts have enough in common, else the old text and then the new one. */
export function changes(before: string, after: string): Run[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : [];
  const whole = [
    { kind: 'removed' as const, text: before },
    { kind: 'added' as const, text: after },
  ].filter(({ text }) => text !== '');
  if (whole.length < 2) return whole;
  const parts = diffArrays(wordsOf(before), wordsOf(after), { timeout: patience });
  if (!parts) return whole;
  const runs = parts.map(({ value, added, removed }): Run => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
  const common = signsIn(runs.filter(({ kind }) => kind === 'same'));
  return common < alike * Math.min(signsIn([{ kind: 'same', text: before }]), signsIn([{ kind: 'same', text: after }]))
    ? whole
    : phrases(runs);
}

const signsIn = (runs: Run[]): number => runs.reduce((sum, { text }) => sum + text.replaceAll(/\s/g, '').length, 0);

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
