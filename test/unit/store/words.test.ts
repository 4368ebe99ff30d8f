import { describe, expect, test } from 'vitest';
import { fold, found, lookUpsOf, queryOf, termsOf } from '../../../lib/store/words.ts';

const says = (text: string, wanted: string): boolean => found(queryOf(wanted), [text]);

describe('what a search finds', () => {
  test.each([
    ['The capital of Australia is Canberra.', 'CANB austr'],
    ['An été naïve, “Straße”', 'ete naive strasse'],
    ['İstanbul ve ırmak', 'istanbul irmak'],
    ['ΟΔΟΣ', 'οδός'],
    ['Ёлка и йод', 'елка йод'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['می‌خواهم', 'میخواهم'],
    ['ﬁnance at 2½ %, ｆｕｌｌ', 'finance full'],
    ['東京都庁へ行く', '京都'],
    ['東京都庁へ行く', '庁'],
    ['ภาษาไทยยาก', 'ไทย'],
    ['물은 맑다', '물'],
    ['see foo_bar.baz at example.com/x?q=1', 'bar baz example com'],
    ['C is a language', 'c'],
    ['Ship it 🚀', '🚀'],
    ['one two  three', '"two three"'],
    ['one two three', '“TWO THR”'],
    ['日本abc', '"abc"'],
    [`x${'y'.repeat(60)}`, `x${'y'.repeat(50)}`],
  ])('%s ← %s', (text, wanted) => expect(says(text, wanted)).toBe(true));

  test.each([
    ['The capital of Australia', 'stralia'],
    ['C is a language', 'g'],
    ['cats', 'c'],
    ['東京都', '東都'],
    ['京都と東京', '東京都'],
    ['one two three', '"two one"'],
    ['a sword fight', '"word fight"'],
    ['one', 'one two'],
    ['Hindi: की', 'का'],
  ])('not %s ← %s', (text, wanted) => expect(says(text, wanted)).toBe(false));

  test('words may stand in different texts, a phrase not', () => {
    expect(found(queryOf('one two'), ['one', 'two'])).toBe(true);
    expect(found(queryOf('"one two"'), ['one', 'two'])).toBe(false);
  });
});

test('what is looked up is in the words of every text that it is found in', () => {
  const texts = ['vitamin cocktails', '東京都庁', '私はabcです', 'one two three', 'ภาษาไทย x'];
  const queries = ['"vitamin c"', '東京都', '京', '"はabc"', '"two thr"', '"c"', 'ไทย', '"ไทย x"'];
  const hits = queries.map((query) => {
    const { lookUps } = lookUpsOf(queryOf(query));
    return texts.filter((text) => {
      const terms = [...termsOf(fold(text))];
      const looked = lookUps.every(({ term, whole }) => terms.some((one) => (whole ? one === term : one.startsWith(term))));
      if (says(text, query)) expect(looked, `${query} in ${text}`).toBe(true);
      return says(text, query);
    }).length;
  });
  expect(hits).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});

/** One sentence each; where there are spaces between words. */
const languages: Record<string, string> = {
  en: "The quick brown fox can't jump over 12 lazy dogs.",
  de: 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.',
  fr: 'L’été, où êtes-vous allés ? À l’île d’Yeu.',
  es: '¿Dónde está el niño? ¡Mañana!',
  pt: 'À noite, vovô Kowalsky vê o ímã cair no pé do pinguim.',
  pl: 'Zażółć gęślą jaźń.',
  cs: 'Příliš žluťoučký kůň úpěl ďábelské ódy.',
  tr: 'Pijamalı hasta yağız şoföre çabucak güvendi.',
  vi: 'Con sói và tiếng Việt.',
  ru: 'Съешь же ещё этих мягких французских булок.',
  uk: 'Жебракують філософи при ґанку церкви.',
  el: 'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.',
  ar: 'صِف خَلقَ خَودِ كَمِثلِ الشَمسِ.',
  he: 'דג סקרן שט בים מאוכזב.',
  fa: 'من می‌خواهم بروم.',
  hi: 'ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण का सर्वनाश।',
  bn: 'আমার সোনার বাংলা।',
  ta: 'யாமறிந்த மொழிகளிலே தமிழ்மொழி போல்.',
  ko: '키스의 고유조건은 입술끼리 만나야 하고.',
  ka: 'ვეპხის ტყაოსანი შოთა რუსთაველი.',
  hy: 'Բել դղյակի ձախ ժամն.',
  am: 'ሰማይ አይታረስ ንጉሥ አይከሰስ።',
};

describe('words', () => {
  test.each(Object.entries(languages))('%s: those of Intl.Segmenter, cut at the marks inside them', (language, text) => {
    const folded = fold(text);
    const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(folded)].filter(({ isWordLike }) => isWordLike);
    const theirs = segments.flatMap(({ segment }) => segment.split(/[^\p{L}\p{M}\p{N}]+/u));
    expect([...termsOf(folded)]).toEqual([...new Set(theirs)]);
  });

  test('without spaces, Intl.Segmenter cuts a query elsewhere than its text: pairs find it', () => {
    const cut = (text: string): string[] =>
      [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
    const [text, wanted] = ['東京都庁', '京都'];
    expect(cut(wanted)).toEqual(['京都']);
    expect(cut(text)).not.toContain('京都');
    expect(says(text, wanted)).toBe(true);
  });
});
