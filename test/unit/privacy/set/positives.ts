/** Things that must be found, each in a sentence, with where it stands. */
import { abroad, accounts, addresses, alone, armour, cards, home, keys, logins, mails, token, written } from './forms.ts';
import { iban, withLuhn } from './checkDigits.ts';
import { ids } from './ids.ts';
import { Draw } from './random.ts';
import { calling, plain, telling } from './sentences.ts';
import type { Kind } from '../../../../lib/model/privacy.ts';

/** A text with one thing of `kind` in it, in UTF-16 units. */
export interface Sample {
  text: string;
  kind: Kind;
  /** What it is: a country, a vendor, a form. */
  sort: string;
  start: number;
  end: number;
}

/** All of them, the same in every run of one seed; about `times` of each sort. */
export function positives(times = 12, seed = 20_261_123): Sample[] {
  const draw = new Draw(seed);
  const all: Sample[] = [];
  const languages = Object.keys(plain);
  const put = (kind: Kind, sort: string, thing: string, sentence: string): void => {
    const start = sentence.indexOf('{}');
    all.push({ text: sentence.replace('{}', () => thing), kind, sort, start, end: start + thing.length });
  };
  const anywhere = (): string => draw.of(plain[draw.of(languages)]!);
  const repeat = (count: number, act: () => void): void => {
    for (let time = 0; time < count; time++) act();
  };

  for (const [sort, make] of Object.entries(mails)) repeat(times, () => put('email', sort, make(draw), anywhere()));
  for (const [country, form] of Object.entries(accounts))
    repeat(times / 2, () => {
      const number = iban(country, draw.filled(form));
      const fours = number.match(/.{1,4}/g)!;
      put('iban', country, draw.of([number, fours.join(' '), fours.join(' '), fours.join('-'), number.toLowerCase()]), anywhere());
    });
  for (const [sort, [beginning, length]] of Object.entries(cards))
    repeat(times, () => {
      const number = withLuhn(draw.filled(draw.of(beginning.split(' ')).padEnd(length - 1, '#')));
      const groups = length === 15 ? [4, 10, 15] : [4, 8, 12, 16];
      const parts = groups.map((end, at) => number.slice(groups[at - 1] ?? 0, end));
      put('card', sort, draw.of([number, parts.join(' '), parts.join('-')]), anywhere());
    });
  for (const [rule, make] of Object.entries(ids)) repeat(times * 1.5, () => put('national-id', rule, make(draw), draw.of(telling[rule]!)));
  for (const rule of alone) repeat(times, () => put('national-id', `${rule} alone`, written(draw, rule), anywhere()));
  for (const [sort, make] of Object.entries(addresses)) repeat(times * 4, () => put('ip', sort, make(draw), anywhere()));
  for (const [sort, make] of Object.entries(logins))
    repeat(times * 2, () => {
      const [before, secret, after] = make(draw);
      put(
        'credentials',
        sort,
        secret,
        anywhere().replace('{}', () => `${before}{}${after}`),
      );
    });
  repeat(times * 3, () => put('jwt', 'jwt', token(draw), anywhere()));
  for (const [vendor, forms] of Object.entries(keys))
    for (const form of forms) repeat(times / 2, () => put('api-key', vendor, draw.filled(form), anywhere()));
  repeat(times * 2, () => put('private-key', 'pem', armour(draw), `Here it is:\n{}\n${draw.of(['Thanks.', '以上', 'Danke'])}`));
  for (const [country, forms] of Object.entries(abroad))
    for (const form of forms) repeat(times / 2, () => put('phone', `${country} abroad`, draw.filled(form), anywhere()));
  for (const [country, [language, ...forms]] of Object.entries(home))
    for (const form of forms) repeat(times / 2, () => put('phone', `${country} at home`, draw.filled(form), draw.of(calling[language]!)));
  return all;
}
