/** Reviews and preferences of all kinds, many of them hostile, to export. */
import * as fc from 'fast-check';
import type { Exported } from '../../../lib/export/format.ts';
import type { Turn } from '../../../lib/model/answer.ts';
import { decisions, severities, type Flag } from '../../../lib/model/review.ts';
import { answer, compared, flag, review, reviewed } from '../sample.ts';

/** What breaks files, trainers and tables. */
const nasty = [
  '',
  ' \n\t',
  '\ud83d',
  'a\udc00b',
  '\0',
  'x\0y',
  'It is.\n\nHuman: no\n\nAssistant: yes',
  '=1+1',
  '"quoted", and\r\nmore',
  '\uFEFFbegins',
  '\u2028',
  '</s><|im_end|>',
  '<b>&amp;</b>',
  '---\n# title\n```',
  '😀😀',
];
const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Canberra.', 'It is.', 'Sydney\n\nis larger.') },
  fc.constantFrom(...nasty),
  fc.string(),
);
const turns: fc.Arbitrary<Turn[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Turn[]>([{ role: 'user', text: 'What is it?' }]) },
  fc.array(fc.record({ role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const), text: words }), { maxLength: 5 }),
);
const points = fc.integer({ min: 1, max: 5 });
const scores = fc.oneof(
  fc.constant({}),
  // As they come from the store: of an ordinary object.
  fc.record({ correct: points, complete: points, clear: points, useful: fc.integer({ min: 0, max: 1 }) }, { noNullPrototype: true }),
);
const flags = (text: string): fc.Arbitrary<Flag[]> =>
  fc.array(
    fc
      .record({
        severity: fc.constantFrom(...severities),
        note: words,
        at: fc.option(fc.tuple(fc.nat(text.length), fc.nat(text.length))),
      })
      .map(({ severity, note, at }) => flagged(text, severity, note, at)),
    { maxLength: 2 },
  );
const one: fc.Arbitrary<Exported> = fc.tuple(words, turns, fc.uuid()).chain(([text, prompt, id]) =>
  fc
    .record({
      rating: fc.constantFrom(null, 1 as const, -1 as const),
      decision: fc.constantFrom(null, null, ...decisions),
      correction: fc.option(words.map((markdown) => ({ markdown }))),
      note: words,
      scores,
      flags: flags(text),
    })
    .map((judgement) => reviewed({ ...judgement, id }, { text, prompt })),
);
const two: fc.Arbitrary<Exported> = fc
  .tuple(words, words, turns, turns, fc.boolean(), fc.constantFrom('first' as const, 'second' as const, 'same' as const))
  .map(([text, other, prompt, second, shared, better]) =>
    compared(better, [answer({ text, prompt }), answer({ text: other, prompt: shared ? prompt : second })]),
  );

/** One thing to export. */
export const exported: fc.Arbitrary<Exported> = fc.oneof({ weight: 4, arbitrary: one }, two);

function flagged(text: string, severity: Flag['severity'], note: string, at: [number, number] | null): Flag {
  if (!at) return flag({ severity, note });
  const [start, end] = [Math.min(...at), Math.max(...at)];
  const span = {
    quote: { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - 32), start), suffix: '' },
    position: { start, end },
  };
  return start === end ? flag({ severity, note }) : flag({ severity, note, span });
}

const megabyte = 'A long word, and another. '.repeat(40_000);
const all = { scores: { correct: 5, complete: 4, clear: 3, useful: 1 } };
/** Every hostile text as an answer, as its correction and as its prompt; and turns of 1 MB. */
export const hostile: Exported[] = nasty
  .flatMap<Exported>((text, at) => [
    reviewed({ rating: 1, id: `a${at}`, ...all }, { text }),
    reviewed(
      { rating: -1, id: `b${at}`, ...all, correction: { markdown: text }, note: text, flags: [wholeSpan(`Worse ${at}.`, text)] },
      { text: `Worse ${at}.` },
    ),
    reviewed({ rating: 1, id: `c${at}`, ...all }, { prompt: [{ role: 'user', text }], text: `Asked ${at}.`, title: text }),
    compared('first', [answer({ text }), answer({ text: `Other ${at}.` })]),
    {
      answer: answer({ text: `Two ${at}.` }),
      reviews: [review({ id: `d${at}` }), review({ id: `e${at}`, rating: -1 })],
      counts: review({ id: `e${at}`, rating: -1 }),
    },
  ])
  .concat(
    reviewed({ rating: -1, id: 'f', ...all, correction: { markdown: megabyte }, flags: [wholeSpan('Short.', '')] }, { text: 'Short.' }),
    reviewed({ rating: 1, id: 'g', ...all }, { prompt: [{ role: 'user', text: megabyte }], text: 'Asked at length.' }),
  );

function wholeSpan(text: string, note: string): Flag {
  return flag({
    note,
    span: { quote: { exact: text.slice(0, 5), prefix: '', suffix: text.slice(5, 37) }, position: { start: 0, end: 5 } },
  });
}
