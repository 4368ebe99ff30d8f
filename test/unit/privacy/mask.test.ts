/** What leaves: placeholders, the same for the same thing, and passages that move along. */
import * as fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import type { Ledger, MaskChoices } from '../../../lib/model/privacy.ts';
import { createFinder } from '../../../lib/privacy/find.ts';
import { maskTexts, type Masked } from '../../../lib/privacy/mask.ts';
import { PatternFault } from '../../../lib/privacy/pattern.ts';
import type { ParsePhone } from '../../../lib/privacy/phones.ts';
import { moveSpan } from '../../../lib/privacy/span.ts';
import { nearMisses } from './set/nearMisses.ts';
import { positives } from './set/positives.ts';

const find = createFinder(
  {
    regions: ['US', 'GB', 'DE', 'FR', 'ES', 'BR', 'JP', 'CN', 'SA'],
    own: [{ label: 'Customer no.', pattern: 'CUST-\\d{4,6}|[^a]{2}!' }],
    words: [{ label: 'NAME', words: ['Jane Miller', 'Jane', '李雷', 'O’Neil 😀'] }],
  },
  parsePhoneNumberFromString as ParsePhone,
);
const mask = (texts: string[], choices?: MaskChoices, ledger?: Ledger): { texts: Masked[]; ledger: Ledger } =>
  maskTexts(texts, find(texts, choices), ledger);
const masked = (...texts: string[]): string[] => mask(texts).texts.map(({ text }) => text);

describe('placeholders', () => {
  test('the same thing, however it is written, has the same one in all texts', () => {
    expect(
      masked(
        'Anna@x.com, +1 (212) 555-0123; DE89 3704 0044 0532 0130 00',
        'anna@X.com or 212-555-0123 or DE89370400440532013000 or b@x.com',
      ),
    ).toEqual(['[EMAIL_1], [PHONE_1]; [IBAN_1]', '[EMAIL_1] or [PHONE_1] or [IBAN_1] or [EMAIL_2]']);
  });

  test('what a word makes sure in one text is masked in all', () => {
    expect(masked('Order 111222333', 'BSN 1112.22.333', 'Order 123456782')).toEqual([
      'Order [NATIONAL_ID_1]',
      'BSN [NATIONAL_ID_1]',
      'Order 123456782',
    ]);
    expect(masked('release 10.1.2.3', 'server 10.1.2.3', 'v10.1.2.3')).toEqual(['release [IP_1]', 'server [IP_1]', 'v10.1.2.3']);
  });

  test('a ledger keeps them for later texts, and a number that the text holds already is not given', () => {
    const { ledger } = mask(['a@x.com b@x.com']);
    expect(mask(['c@x.com b@x.com'], {}, ledger).texts[0]!.text).toBe('[EMAIL_3] [EMAIL_2]');
    expect(masked('Write to [EMAIL_1] or a@x.com')).toEqual(['Write to [EMAIL_1] or [EMAIL_2]']);
    expect(JSON.parse(JSON.stringify(ledger))).toEqual({ '[EMAIL_1]': 'a@x.com', '[EMAIL_2]': 'b@x.com' });
  });

  test('own patterns and lists name theirs', () => {
    expect(masked('CUST-12345 for jane  miller and JANE; 我是李雷。O’Neil 😀')).toEqual([
      '[CUSTOMER_NO_1] for [NAME_1] and [NAME_2]; 我是[NAME_3]。[NAME_4]',
    ]);
  });

  test('what is masked by hand is masked everywhere, and what is shown by hand stays', () => {
    const { texts } = mask(['Project Nile for a@x.com and b@x.com', 'NILE'], { hidden: ['Nile'], shown: ['a@x.com'] });
    expect(texts.map(({ text }) => text)).toEqual(['Project [MASKED_1] for a@x.com and [EMAIL_1]', '[MASKED_1]']);
  });

  test('what overlaps is one mask, named after the first in rank', () => {
    expect(masked('see postgres://app:pass@db.example.com/x')).toEqual(['see postgres://[CREDENTIALS_1]@db.example.com/x']);
    expect(mask(['Jane@x.com'], { hidden: ['Jane'] }).texts[0]!.masks).toMatchObject([{ kind: 'hidden', start: 0, end: 10 }]);
  });

  test('escapes of Markdown and what nobody sees do not hide anything, and go with it', () => {
    expect(masked('a\\_b\\@x.com, \\+49 30 23125000, 4111\u00ad1111\u200b1111 1111, mailto:q%40x.com')).toEqual([
      '[EMAIL_1], [PHONE_1], [CARD_1], mailto:[EMAIL_2]',
    ]);
  });

  test('what nobody sees parts words as well', () => {
    expect(masked('server 10.1.2.3\u200bserver 10.1.2.3')).toEqual(['server [IP_1]\u200bserver [IP_1]']);
  });

  test('kinds can be off, and without plans there are no phones', () => {
    const text = 'a@x.com +1 212 555 0123';
    expect(createFinder({ off: ['email'] }, null)([text])).toEqual([[]]);
    expect(createFinder({ off: ['phone'] }, parsePhoneNumberFromString as ParsePhone)([text])[0]).toHaveLength(1);
    const own = { own: [{ label: 'A', pattern: 'a@' }], words: [{ label: 'B', words: ['com'] }] };
    expect(createFinder({ ...own, off: ['own', 'word', 'email'] }, null)([text])).toEqual([[]]);
    expect(createFinder({ ...own, off: ['email'] }, null)([text])[0]).toHaveLength(2);
  });

  test('a wrong pattern is said at once', () => {
    expect(() => createFinder({ own: [{ label: 'x', pattern: '(a' }] }, null)).toThrow(PatternFault);
  });
});

describe('passages', () => {
  const text = 'Dear Anna, write to anna@x.com or CUST-1234 today.';
  const [one] = mask([text]).texts;
  const span = (start: number, end: number) => ({
    quote: { exact: text.slice(start, end), prefix: '', suffix: '' },
    position: { start, end },
  });
  const of = (quote: string) => span(text.indexOf(quote), text.indexOf(quote) + quote.length);

  test.each([
    ['Dear', 'Dear', false],
    ['today', 'today', false],
    ['write to ', 'write to ', false],
    [' or ', ' or ', false],
    ['anna@x.com', '[EMAIL_1]', true],
    ['@x', '[EMAIL_1]', true],
    ['to anna', 'to [EMAIL_1]', true],
    ['.com or', '[EMAIL_1] or', true],
    ['x.com or CUST', '[EMAIL_1] or [CUSTOMER_NO_1]', true],
    [text, 'Dear Anna, write to [EMAIL_1] or [CUSTOMER_NO_1] today.', true],
  ])('%s is %s', (quote, exact, isMasked) => {
    const moved = moveSpan(of(quote), one!);
    expect(moved.masked).toBe(isMasked);
    expect(moved.span.quote.exact).toBe(exact);
    expect(one!.text.slice(moved.span.position.start, moved.span.position.end)).toBe(exact);
  });

  test('the context is of the masked text', () => {
    expect(moveSpan(of('today'), one!).span.quote).toEqual({ exact: 'today', prefix: 'to [EMAIL_1] or [CUSTOMER_NO_1] ', suffix: '.' });
  });

  test('a passage beyond the text is cut to it', () => {
    expect(moveSpan(span(45, 900), one!).span.position).toEqual({ start: 50, end: one!.text.length });
  });
});

describe('whatever the text', () => {
  const things = positives(2).map((sample) => sample.text.slice(sample.start, sample.end));
  const pieces = [...positives(2).map(({ text }) => text), ...nearMisses(2).map(({ text }) => text)];
  const piece = fc.oneof(
    fc.constantFrom(...things),
    fc.constantFrom(...pieces),
    // The same value in places where it is found, and where it is not.
    fc.constantFrom(
      'server 10.1.2.3',
      ' release 10.1.2.3',
      'v10.1.2.3 ',
      'BSN 111222333',
      ' 111222333 ',
      'order 4111111111111111',
      ' 4111-1111-1111-1111 ',
    ),
    fc.constantFrom(
      ' ',
      ', ',
      '\n',
      '',
      '.',
      ':',
      '-',
      '@',
      '://',
      '\\',
      'Jane',
      '李雷',
      'CUST-123456',
      '[EMAIL_1]',
      '[NAME\\_2]',
      '[',
      '\u200b',
      '\0',
      '+',
      '0',
      'SSN ',
      'BSN ',
      'tel ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const conversation = fc.array(
    fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
    { minLength: 1, maxLength: 3 },
  );
  const choices = fc.record({
    hidden: fc.array(fc.constantFrom('Jane', 'example', 'a b', '123', ...things.slice(0, 9)), { maxLength: 2 }),
    shown: fc.array(fc.constantFrom('jane', ...things.slice(0, 9).map((thing) => thing.toLowerCase())), { maxLength: 2 }),
  });

  test('masking twice is masking once', () => {
    fc.assert(
      fc.property(conversation, choices, (texts, choices) => {
        const once = mask(texts, choices);
        const again = once.texts.map(({ text }) => text);
        expect(mask(again, choices, once.ledger).texts.map(({ text }) => text)).toEqual(again);
        expect(mask(again, choices).texts.map(({ text }) => text)).toEqual(again);
      }),
    );
  });

  test('no masked value is left standing', () => {
    fc.assert(
      fc.property(conversation, (texts) => {
        const { texts: all } = mask(texts);
        const left = all.map(({ text }) => text.replaceAll(/\\?\[[A-Z0-9_\\]+\]/g, '\0'));
        for (const { masks } of all.values()) {
          const source = texts[all.findIndex((one) => one.masks === masks)]!;
          for (const { start, end } of masks) {
            const value = source.slice(start, end);
            // In a longer word or number the same signs are something else.
            for (const text of left) {
              for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                expect(`${text[at - 1] ?? ' '}|${text[at + value.length] ?? ' '}`, value).toMatch(
                  /^[\p{L}\p{M}\p{N}_]\||\|[\p{L}\p{M}\p{N}_]$/u,
                );
              }
            }
          }
        }
      }),
    );
  });

  test('the same texts give the same masks', () => {
    fc.assert(
      fc.property(conversation, (texts) => {
        expect(mask(texts)).toEqual(mask(texts));
      }),
    );
  });

  test('masks are in order, apart, inside the text, and cut no sign', () => {
    fc.assert(
      fc.property(conversation, (texts) => {
        mask(texts).texts.forEach(({ masks, text }, index) => {
          let last = 0;
          for (const { start, end } of masks) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(texts[index]!.length);
          expect(text.isWellFormed()).toBe(texts[index]!.isWellFormed());
        });
      }),
    );
  });

  test('a passage still quotes the same words, or is marked masked', () => {
    fc.assert(
      fc.property(conversation, fc.nat(), fc.nat(), (texts, first, length) => {
        const [text = ''] = texts;
        const [after] = mask(texts).texts;
        const start = first % (text.length + 1);
        const end = start + (length % (text.length - start + 1));
        const moved = moveSpan({ quote: { exact: text.slice(start, end), prefix: '', suffix: '' }, position: { start, end } }, after!);
        const { quote, position } = moved.span;
        expect(after!.text.slice(position.start, position.end)).toBe(quote.exact);
        expect(after!.text.slice(0, position.start).endsWith(quote.prefix)).toBe(true);
        expect(after!.text.slice(position.end).startsWith(quote.suffix)).toBe(true);
        expect(moved.masked).toBe(after!.masks.some((one) => one.start < end && one.end > start));
        if (!moved.masked) expect(quote.exact).toBe(text.slice(start, end));
        else expect(after!.masks.some(({ placeholder }) => quote.exact.includes(placeholder))).toBe(true);
      }),
    );
  });
});
