/** What a correction changes, told so that a model can follow: short ones whole, long ones change by change. */
import { diffArrays } from 'diff/lib/diff/array.js';
import type { MessageKey } from './message.ts';
import { quoted, shortQuote } from './quote.ts';

/** A corrected text up to this many UTF-16 units is sent as it is. */
const short = 1200;
/** So many words around a change are told with it, within its line: the passage can be found again. */
const around = 6;
/** Where less than this share of the shorter lines is kept, word by word nobody can follow. */
const alike = 0.4;
/** More edits than this are not told one by one: a bound on the work, not on the time, so that the same texts always give the same message. */
const mostEdits = 2000;

type Say = (key: MessageKey) => string;

/** One part of a correction; `whole`: it is the corrected text itself. */
export interface CorrectionBlock {
  text: string;
  whole: boolean;
}

/** The corrected text or its changes in order, whichever is the shorter way to say it; none where nothing changed. */
export function correctionBlocks(before: string, after: string, say: Say): CorrectionBlock[] {
  if (before.trim() === after.trim()) return [];
  const whole = { text: `${say('feedback.corrected')}\n\n${after.trim()}`, whole: true };
  if (after.trim() !== '' && after.length <= short) return [whole];
  const changes = hunksOf(before, after)?.map((hunk) => ({ text: told(hunk, say), whole: false }));
  const length = changes?.reduce((sum, { text }) => sum + text.length, 0) ?? Infinity;
  return changes && (length < whole.text.length || after.trim() === '') ? changes : [whole];
}

/** `old` became `now`, both with words around; `line` is the last line before where nothing stands around. */
interface Hunk {
  old: string;
  now: string;
  line: string;
}

const wordSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
/** Words in every script, and what stands between them; together the text again. */
const piecesOf = (text: string): string[] => Array.from(wordSegmenter.segment(text), ({ segment }) => segment);
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Line by line, and word by word in lines that became others. Null where the texts have too little in common to say what changed. */
function hunksOf(before: string, after: string): Hunk[] | null {
  const runs = diffArrays(linesOf(before), linesOf(after), {
    maxEditLength: mostEdits,
    comparator: (one, other) => one.trimEnd() === other.trimEnd(),
  });
  if (!runs || !runs.some(({ value, added, removed }) => !added && !removed && value.join('').trim() !== '')) return null;
  const hunks: Hunk[] = [];
  let open: Hunk | null = null;
  let line = '';
  const close = (): void => {
    if (open && (open.old.trim() !== '' || open.now.trim() !== '')) hunks.push(...(phrasesOf(open) ?? [open]));
    open = null;
  };
  for (const { value, added, removed } of runs) {
    const text = value.join('');
    if (added || removed) {
      open ??= { old: '', now: '', line };
      if (removed) open.old += text;
      else open.now += text;
    } else close();
    if (!added) line = value.findLast((one) => one.trim() !== '')?.trimEnd() ?? line;
  }
  close();
  return hunks;
}

/** The changes inside lines that became others; null where too few of their words are the same. */
function phrasesOf({ old, now, line }: Hunk): Hunk[] | null {
  const runs = diffArrays(piecesOf(old), piecesOf(now), { maxEditLength: mostEdits });
  const kept = runs?.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.join('').length), 0) ?? 0;
  if (!runs || kept < alike * Math.min(old.length, now.length)) return null;
  const hunks: Hunk[] = [];
  let open: Hunk | null = null;
  let passed = '';
  for (const [at, { value, added, removed }] of runs.entries()) {
    const text = value.join('');
    if (added || removed) {
      open ??= beginning(passed, line);
      if (removed) open.old += text;
      else open.now += text;
    } else if (open) {
      // Two changes so near each other that what is told around them would overlap are one.
      const joins = at < runs.length - 1 && value.length <= 4 * around;
      const [rest = ''] = text.split('\n');
      const tail = joins
        ? text
        : piecesOf(rest)
            .slice(0, 2 * around)
            .join('');
      open.old += tail;
      open.now += tail;
      if (!joins) {
        hunks.push(open);
        open = null;
      }
    }
    if (!added) passed += text;
  }
  return open ? [...hunks, open] : hunks;
}

/** A change after what has passed, told with the last words of its line. */
function beginning(passed: string, line: string): Hunk {
  const pieces = piecesOf(passed.slice(passed.lastIndexOf('\n') + 1));
  const lead = pieces.slice(-2 * around).join('');
  return { old: lead, now: lead, line };
}

function told({ old, now, line }: Hunk, say: Say): string {
  const pair = (first: MessageKey, one: string, second: MessageKey, other: string): string =>
    `${say(first)}\n\n${shortQuote(one)}\n\n${say(second)}\n\n${quoted(other)}`;
  const gone = bare(old);
  const come = bare(now);
  if (gone.trim() === '') return line ? pair('feedback.after', line, 'feedback.add', come) : `${say('feedback.first')}\n\n${quoted(come)}`;
  return come.trim() === '' ? `${say('feedback.leaveOut')}\n\n${shortQuote(gone)}` : pair('feedback.old', gone, 'feedback.new', come);
}

/** Without empty lines at its ends. */
const bare = (text: string): string => text.replaceAll(/^(?:[^\S\n]*\n)+|(?:\n[^\S\n]*)+$/g, '');
