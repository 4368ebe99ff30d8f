/** Words for people, as data: they travel to scripts in pages, which carry none. */

/** The forms that languages have for numbers: two in German, six in Arabic, one in Japanese. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** `{n}` and other names in braces are filled; a word with plural forms is chosen by `n`. */
export type Word = string | Forms;
export type Words = Record<string, Word>;

/** What a script says, and the locale (BCP 47) that it is said in. */
export interface Speech {
  locale: string;
  words: Words;
}
