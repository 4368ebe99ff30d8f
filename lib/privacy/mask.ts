/** Puts placeholders in the place of what was found: the same thing gets the same one in all texts of a conversation. */
import type { Ledger } from '../model/privacy.ts';
import type { Find } from './find.ts';
import { labels, placeholder } from './kinds.ts';

/** One thing that is masked; `start` and `end` are of the text before. */
export interface Mask extends Find {
  /** `[EMAIL_1]` */
  placeholder: string;
}

/** A text that may leave. */
export interface Masked {
  text: string;
  /** Sorted, apart from each other. */
  masks: Mask[];
}

/**
 * Masks the texts of one conversation, in the order in which they were written: numbers are given as things first appear. With the
 * `ledger` of an earlier time the same things keep their placeholders. A number that the texts hold already as a placeholder is not given.
 */
export function maskTexts(texts: readonly string[], finds: readonly Find[][], ledger: Ledger = {}): { texts: Masked[]; ledger: Ledger } {
  const given = new Map(Object.entries(ledger).map(([name, value]) => [`${labelIn(name)} ${value}`, name]));
  const taken = new Set([
    ...given.values(),
    ...texts.flatMap((text) => [...text.matchAll(placeholder)].map(([name]) => name.replaceAll('\\', ''))),
  ]);
  const next = new Map<string, number>();
  const nameOf = ({ kind, label, value }: Find): string => {
    const word = label === undefined ? labels[kind] : labelOf(label, labels[kind]);
    const known = given.get(`${word} ${value}`);
    if (known) return known;
    let number = next.get(word) ?? 1;
    while (taken.has(`[${word}_${number}]`)) number++;
    const name = `[${word}_${number}]`;
    next.set(word, number + 1);
    given.set(`${word} ${value}`, name);
    taken.add(name);
    return name;
  };
  const masked = texts.map((text, index) => {
    const masks = finds[index]!.map((find) => ({ ...find, placeholder: nameOf(find) }));
    let out = '';
    let done = 0;
    for (const { start, end, placeholder } of masks) {
      out += text.slice(done, start) + placeholder;
      done = end;
    }
    return { text: out + text.slice(done), masks };
  });
  return { texts: masked, ledger: Object.fromEntries([...given].map(([key, name]) => [name, key.slice(key.indexOf(' ') + 1)])) };
}

const labelIn = (name: string): string => name.slice(1, name.lastIndexOf('_'));

/** A label as a placeholder may hold it: `Customer no.` is `CUSTOMER_NO`. */
function labelOf(label: string, otherwise: string): string {
  const words = label
    .normalize('NFKD')
    .toUpperCase()
    .match(/[A-Z0-9]{1,30}/g);
  return words && /^[A-Z]/.test(words[0]) ? words.slice(0, 4).join('_') : otherwise;
}
