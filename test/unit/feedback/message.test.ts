import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMessage, type MarkedAnswer } from '../../../lib/feedback/message.ts';
import { feedback } from '../../../lib/i18n/locales/en/feedback.ts';
import { speak, text as say } from '../../../lib/i18n/text.ts';
import { hasFeedback } from '../../../lib/model/feedback.ts';
import type { Flag } from '../../../lib/model/review.ts';

speak('en', feedback);
const words = { say, category: (id: string) => id.toUpperCase() };

const text = 'The dose is 40 mg a day.\nTake it with milk.\nSee Smith (2019).';
const flag = (exact: string | null, parts: Partial<Flag> = {}): Flag => {
  const start = exact === null ? 0 : text.indexOf(exact);
  return {
    id: `${exact}`,
    category: 'wrong',
    severity: 'major',
    ...(exact === null ? {} : { span: { quote: { exact, prefix: '', suffix: '' }, position: { start, end: start + exact.length } } }),
    ...parts,
  };
};
const marked = (judgement: Partial<MarkedAnswer['judgement']>, parts: Partial<MarkedAnswer> = {}): MarkedAnswer => ({
  prompt: 'How much may I take?',
  text,
  markdown: text,
  last: true,
  judgement: { flags: [], correction: null, note: '', ...judgement },
  ...parts,
});
const message = (...answers: MarkedAnswer[]) => composeMessage(answers, words);
/** Without the marks of lists and quotes: the lines of the passages and notes as they were. */
const plain = (whole: string | null): string => (whole ?? '').replaceAll(/^(?:\d+\. | {3,})?(?:> )?/gm, '');

describe('one answer', () => {
  test('flags in the order of the text, those of the whole answer last, then the note', () => {
    const flags = [
      flag(null, { category: 'tone' }),
      flag('See Smith (2019).', { category: 'invented-source', note: 'There is no such paper.' }),
      flag('40 mg a day.\nTake it', { note: 'It is 4 mg.\nNever more.' }),
    ];
    expect(message(marked({ flags, note: 'Keep it short.' }))).toBe(`Please correct your last answer.

1. > 40 mg a day.
   > Take it

   WRONG: It is 4 mg.
   Never more.

2. > See Smith (2019).

   INVENTED-SOURCE: There is no such paper.

3. The answer as a whole: TONE

4. Keep it short.`);
  });

  test('nothing was said: no message', () => {
    expect(message(marked({}))).toBeNull();
    expect(message(marked({ note: ' \n', correction: { markdown: `${text}\n` } }))).toBeNull();
    expect(hasFeedback({ flags: [], correction: { markdown: 'Other' }, note: '' }, text)).toBe(true);
  });

  test('a short correction is sent whole', () => {
    expect(message(marked({ correction: { markdown: '**4 mg** a day.' } }))).toBe(
      'Please correct your last answer.\n\nThis is how it should read:\n\n**4 mg** a day.',
    );
  });

  test('an older answer is named by its prompt, or else by how it begins', () => {
    const note = { note: 'Too long.' };
    expect(message(marked(note, { last: false }))).toMatch(/^Please correct your answer to “How much may I take\?”:\n\n1\. Too long\.$/);
    expect(message(marked(note, { last: false, prompt: null, text: 'word '.repeat(100) }))).toContain(`“${'word '.repeat(16).trim()}…”`);
  });
});

test('several answers: each is introduced, and its points are counted from 1', () => {
  const all = message(
    marked({ note: 'Too long.' }, { last: false, prompt: 'First?' }),
    marked({}, { prompt: 'Nothing was said about this' }),
    marked({ flags: [flag('milk')] }, { prompt: 'Second?' }),
  );
  expect(all).toBe(`Please correct your answer to “First?”:

1. Too long.

Please correct your answer to “Second?”:

1. > milk

   WRONG`);
});

test('two answers to the same question are told apart by how they begin', () => {
  const all = message(marked({ note: 'Too long.' }, { text: 'One.' }), marked({ note: 'Too short.' }, { text: 'Two.' }));
  expect(all).toContain('that begins “One.”:\n\n1. Too long.');
  expect(all).toContain('that begins “Two.”:\n\n1. Too short.');
});

describe('a long correction is told change by change', () => {
  const paragraphs = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} says something about the moon that nobody doubts.`);
  const long = paragraphs.join('\n\n');
  const told = (after: string): string | null => message(marked({ correction: { markdown: after } }, { markdown: long }));

  test('another word, with the words around it', () => {
    expect(told(long.replace('Paragraph 7 says something about', 'Paragraph 7 says a lot about'))).toBe(`Please correct your last answer.

1. Instead of this:

   > Paragraph 7 says something about the moon that nobody doubts.

   write this:

   > Paragraph 7 says a lot about the moon that nobody doubts.`);
  });

  test('a paragraph that is gone, one that is new, and one at the start', () => {
    const after = ['Read this first.', ...paragraphs.filter((_, at) => at !== 3)];
    after.splice(20, 0, 'Entirely new words.');
    expect(told(after.join('\n\n'))).toBe(`Please correct your last answer.

1. Begin with this:

   > Read this first.

2. Leave this out:

   > ${paragraphs[3]}

3. After this:

   > ${after[19]}

   add this:

   > Entirely new words.`);
  });

  test('two texts with nothing in common: the new one', () => {
    const other = Array.from({ length: 900 }, (_, at) => `w${at * 7919}`).join(' ');
    expect(told(other)).toContain(`This is how it should read:\n\n${other}`);
  });

  test('the same texts always give the same message, whatever time it takes', () => {
    const rewritten = paragraphs.map((line, at) => (at % 2 ? line : line.replace('nobody', 'everybody'))).join('\n\n');
    expect(told(rewritten)).toBe(told(rewritten));
    expect(told(rewritten)!.match(/everybody/g)).toHaveLength(20);
  });
});

/** Space in a note says nothing: one is as good as many. */
const spaced = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

describe('at random', () => {
  const passage = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
  const lines = fc.array(passage, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
  const random = fc.array(
    fc.record({
      prompt: fc.option(passage),
      text: lines,
      last: fc.boolean(),
      flags: fc.array(fc.record({ exact: fc.option(lines), note: fc.option(lines), category: fc.constantFrom('wrong', 'tone') }), {
        maxLength: 5,
      }),
      note: fc.oneof(fc.constant(''), lines),
    }),
    { minLength: 1, maxLength: 3 },
  );
  const answersOf = (all: typeof random extends fc.Arbitrary<infer T> ? T : never): MarkedAnswer[] =>
    all.map(({ prompt, text: own, last, flags, note }) => ({
      prompt,
      text: own,
      markdown: own,
      last,
      judgement: {
        flags: flags.map(({ exact, note: said, category }, at) => ({
          ...flag(exact, { category, id: String(at) }),
          ...(said === null ? {} : { note: said }),
        })),
        correction: null,
        note,
      },
    }));

  test('every flag and every note is in it, and every quote is exact', () => {
    fc.assert(
      fc.property(random, (all) => {
        const answers = answersOf(all);
        const whole = plain(composeMessage(answers, words));
        for (const { judgement } of answers) {
          for (const { category, note = '', span } of judgement.flags) {
            expect(whole).toContain(plain(category.toUpperCase()));
            expect(spaced(whole)).toContain(spaced(plain(note)));
            expect(whole).toContain(plain(span?.quote.exact ?? ''));
          }
          expect(spaced(whole)).toContain(spaced(plain(judgement.note)));
        }
      }),
    );
  });

  test('of a correction each old passage stands in the answer, each new one in the corrected text, and every new word is told', () => {
    const word = fc.constantFrom('moon', 'sun', 'tide', 'pulls', 'the', 'water', 'up', '夜空', 'שלום', '👩‍🚀');
    const sentence = fc.array(word, { minLength: 5, maxLength: 30 }).map((all) => all.join(' '));
    const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('word', 'line', 'gone'), fresh: fc.nat().map((n) => `fresh${n}`) });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 20, maxLength: 40 }), fc.array(edit, { minLength: 1, maxLength: 4 }), (before, edits) => {
        const after = [...before];
        for (const { at, kind, fresh } of edits) {
          const line = at % after.length;
          if (kind === 'word') after[line] = after[line]!.replace(' ', ` ${fresh} `);
          else after.splice(line, kind === 'gone' ? 1 : 0, ...(kind === 'line' ? [fresh] : []));
        }
        const [old, now] = [before.join('\n\n'), after.join('\n\n')];
        fc.pre(now.length > 1200);
        const said = message(marked({ correction: { markdown: now } }, { markdown: old })) ?? '';
        const quotes = [
          ...said.matchAll(/(Instead of this|After this|Leave this out|write this|add this|Begin with this):\n\n((?: +> .*\n?)+)/g),
        ];
        if (now !== old) expect(quotes.length).toBeGreaterThan(0);
        for (const [, kind, lines] of quotes) {
          const parts = plain(lines!).trimEnd().split(' […] ');
          for (const part of parts) expect(/^[IAL]/.test(kind!) ? old : now).toContain(part);
        }
        for (const fresh of now.match(/fresh\d+/g) ?? []) expect(said).toContain(fresh);
      }),
    );
  });

  test('it keeps to its length, and counts what it leaves out', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 700, max: 2000 }), (all, limit) => {
        const answers = answersOf(all);
        const points = answers.reduce((sum, { judgement: { flags, note } }) => sum + flags.length + (note.trim() === '' ? 0 : 1), 0);
        const short = composeMessage(answers, words, limit) ?? '';
        expect(short.length).toBeLessThanOrEqual(limit);
        const left = /\((\d+) more points? (?:is|are) left out here/.exec(short)?.[1] ?? '0';
        expect(short === '' ? 0 : (short.match(/^\d+\. /gm) ?? []).length + Number(left)).toBeGreaterThanOrEqual(points);
      }),
    );
  });

  test('a long passage is quoted by both ends, and no character is cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 810, maxLength: 1200 }), (exact) => {
        fc.pre(exact.length > 800 && !exact.includes('[…]') && !exact.includes('\n'));
        const quote = /^1\. > (.*) \[…\] (.*)$/ms.exec(message(marked({ flags: [flag(exact)] }))!);
        const [start, end] = [quote![1]!, quote![2]!.split('\n\n   WRONG')[0]!];
        expect(exact.startsWith(start) && exact.endsWith(end)).toBe(true);
        expect((start + end).isWellFormed()).toBe(exact.isWellFormed());
        expect(start.length + end.length).toBeGreaterThan(200);
      }),
    );
  });
});
