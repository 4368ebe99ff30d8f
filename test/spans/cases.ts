/** Answers, selections in them, and what becomes of the page afterwards, as fast-check makes them. Plain JSON. */
import * as fc from 'fast-check';

/** A word with a number that nothing else has: what is told apart by it is known, whatever it looks like. */
export interface Word {
  id: number;
  text: string;
  tag: 'b' | 'a' | 'code' | null;
  /** No space after it. */
  tight: boolean;
}

export interface Block {
  kind: 'p' | 'h3' | 'ul' | 'ol' | 'table' | 'pre' | 'blockquote' | 'div';
  /** Paragraphs have one part, lists one an item, tables one a cell (two in a row), code one a line. */
  parts: Word[][];
}

/** How a page draws the same words. */
export interface Look {
  /** Text nodes: as they come, cut anywhere (also inside of characters), one a character. */
  cut: 'no' | 'some' | 'all';
  /** Elements around words, as syntax colours and word-by-word fades put them. */
  wrap: 'no' | 'words' | 'nested';
  space: ' ' | '  ' | '\n' | '\u00A0';
  /** Blocks as they are, or all as other ones. */
  blocks: 'same' | 'divs' | 'breaks';
  seed: number;
}

/** What happens to the words. `at` counts places among all words, modulo their number; `edge` is a word around what is new. */
export type Change = { edge?: string } & (
  | { kind: 'insert'; at: number; words: string[] }
  | { kind: 'delete' }
  | { kind: 'edit'; at: number; text: string }
  | { kind: 'grow'; at: number; text: string }
  | { kind: 'duplicate'; at: number }
  | { kind: 'cut'; at: number; count: number }
);

export interface Case {
  answer: Block[];
  first: Look;
  /** Units of shown text; an end may be given as a child of an element. */
  select: { start: number; length: number; byChild: boolean };
  again: Look;
  changes: Change[];
}

const common = [
  'the',
  'very',
  'ha',
  'of',
  'and',
  'return',
  'value',
  'a',
  '10',
  '12',
  'is',
  'not',
  'Step',
  'x',
  '=',
  'item;',
  'yes.',
  'No,',
];
const odd = [
  '漢字', '東京都', 'こんにちは', '안녕', '\u1112\u1161\u11ab', 'שלום', 'مرحبا', 'عَلَيْكُمْ', 'e\u0301te\u0301', 'Z\u0351\u0323\u0308a', 'क्षि', 'हिन्दी',
  '👩‍👩‍👧', '👍🏽', '🇩🇪🇫🇷🇯🇵', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', 'x\uD83D', '\uDE00y', 'zero\u200Bwidth', 'a\u200Db', '\u202Eabc\u202C', 'ﬁne', '①',
]; // prettier-ignore
const alone = fc.integer({ min: 100, max: 99_999 }).map((number) => `word${number.toString(36)}`);
const words = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...common) },
  { weight: 2, arbitrary: fc.constantFrom(...odd) },
  { weight: 4, arbitrary: alone },
);
/** Few words make answers that repeat themselves. */
const vocabulary = fc.oneof(
  fc.array(words, { minLength: 1, maxLength: 3 }),
  fc.array(words, { minLength: 4, maxLength: 12 }),
  fc.array(words, { minLength: 20, maxLength: 80 }),
);
const tag = fc.constantFrom<Word['tag'][]>(null, null, null, null, 'b', 'a', 'code');
const kind = fc.constantFrom<Block['kind'][]>('p', 'p', 'p', 'h3', 'ul', 'ol', 'table', 'pre', 'blockquote', 'div');
const look: fc.Arbitrary<Look> = fc.record({
  cut: fc.constantFrom<Look['cut'][]>('no', 'no', 'some', 'some', 'all'),
  wrap: fc.constantFrom<Look['wrap'][]>('no', 'words', 'nested'),
  space: fc.constantFrom<Look['space'][]>(' ', ' ', '  ', '\n', '\u00A0'),
  blocks: fc.constantFrom<Look['blocks'][]>('same', 'same', 'divs', 'breaks'),
  seed: fc.nat(),
});

/** Answers of up to 10 blocks, some of which stand there twice, with one selection and up to three changes. */
export const cases: fc.Arbitrary<Case> = vocabulary.chain((known) => {
  const word = fc.record({
    id: fc.constant(0),
    text: fc.constantFrom(...known),
    tag,
    tight: fc.boolean().map((yes) => yes && known.length % 3 === 0),
  });
  const block = fc.record({ kind, parts: fc.array(fc.array(word, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 6 }) });
  const answer = fc
    .array(fc.tuple(block, fc.constantFrom(1, 1, 1, 1, 2, 3)), { minLength: 1, maxLength: 7 })
    .map((blocks) => numbered(blocks.flatMap(([one, times]) => Array.from({ length: times }, () => one))));
  const at = fc.nat();
  const text = fc.constantFrom(...known, 'other');
  const insert = fc.record({ kind: fc.constant('insert' as const), at, words: fc.array(text, { minLength: 1, maxLength: 12 }) });
  const edit = fc.record({ kind: fc.constant('edit' as const), at, text });
  const grow = fc.record({ kind: fc.constant('grow' as const), at, text });
  const duplicate = fc.record({ kind: fc.constant('duplicate' as const), at });
  const cut = fc.record({ kind: fc.constant('cut' as const), at, count: fc.integer({ min: 1, max: 20 }) });
  const remove = fc.constant<Change>({ kind: 'delete' });
  // Of "ha ha" and "ha ha ha" nobody can say which is new. For one change all readings are known; of several, each begins and ends with a word of its own.
  const several = fc
    .array(fc.oneof(insert, edit, grow, duplicate, remove), { minLength: 2, maxLength: 3 })
    .map((changes): Change[] =>
      changes.map((one, index) => ('kind' in one && one.kind !== 'delete' ? { ...one, edge: `new${index}edge` } : one)),
    );
  const length = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 5, max: 60 }), fc.integer({ min: 60, max: 400 }));
  return fc.record({
    answer,
    first: look,
    select: fc.record({ start: fc.nat(), length, byChild: fc.boolean() }),
    again: look,
    changes: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Change[]>([]) },
      { weight: 5, arbitrary: fc.oneof(insert, edit, grow, duplicate, cut, remove).map((one): Change[] => [one]) },
      { weight: 2, arbitrary: several },
    ),
  });
});

function numbered(blocks: Block[]): Block[] {
  let id = 0;
  return blocks.map(({ kind, parts }) => ({ kind, parts: parts.map((part) => part.map((word) => ({ ...word, id: ++id }))) }));
}
