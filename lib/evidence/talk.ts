/**
 * An assistant's talk to its user, left in a published text: "As an AI language model, I …". People quote and mock it, so it counts in the first
 * person, in running text, unquoted; what people say themselves ("I hope this helps", a template's blanks) counts only where two kinds of it
 * stand in one block. https://en.wikipedia.org/wiki/Wikipedia:Signs_of_AI_writing
 */
import { gathered, passageOf } from './blocks.ts';
import { isAbout, isProse, isQuoted } from './prose.ts';
import type { Hit, PageText, Rule } from './rule.ts';

/** What only an assistant says of itself. */
const itself =
  /\bas an AI(?: language| large language)?(?: model| assistant),? (?:I|my)\b|\bas of my (?:last|latest|most recent) (?:knowledge|training) (?:update|cut-?off|data)\b|\bmy (?:knowledge|training data) (?:cut-?off|only goes up to)\b|\bI (?:cannot|can't|can’t|am unable to|do not have the ability to|don't have the ability to|don’t have the ability to) browse the (?:internet|web)\b/i;

/** Each alone is common among people. */
const phrases: RegExp[] = [
  /\[\^\d{1,3}\^\]/,
  /\[(?:Your|Recipient'?s?|Insert|Company) [A-Z][^\]]{1,60}\]|\b20\d\d-XX-XX\b|\bINSERT_[A-Z_]{3,40}\b/,
  /\bI hope this helps\b|\bWould you like me to\b|\bLet me know if you(?:'|’)?d like me to\b|\bHere(?:'|’)s (?:a|the|your) (?:revised|rewritten|polished|updated|improved) version\b|^(?:Certainly|Absolutely|Of course|Sure)! (?:Here|Below)\b/,
];

export const talk: Rule = {
  id: 'assistant-talk',
  kind: 'talk',
  date: '2026-10-10',
  strength: 'residue',
  text: loose(itself),
  where: (document) => !isAbout(document),
  find: ({ texts }) => placed(texts.filter(({ node }) => isProse(node)).flatMap((text) => said(text, itself))),
};

export const talkPhrases: Rule = {
  id: 'assistant-phrases',
  kind: 'talk',
  date: '2026-10-10',
  strength: 'weak',
  text: loose(...phrases),
  where: (document) => !isAbout(document),
  find({ texts }) {
    const prose = texts.filter(({ node }) => isProse(node));
    const hits = phrases.flatMap((phrase, kind) => prose.flatMap((text) => said(text, phrase)).map((hit) => ({ ...hit, phrase: kind })));
    // What one person wrote in one place has one parent; a thread of many people has not.
    const groups = Map.groupBy(hits, ({ element }) => element?.parentElement);
    return placed([...groups.values()].filter((group) => new Set(group.map(({ phrase }) => phrase)).size > 1).flat());
  },
};

function said({ node, data }: PageText, pattern: RegExp): Hit[] {
  const match = pattern.exec(data);
  return match && !isQuoted(data, match.index) ? [{ element: passageOf(node), snippet: match[0] }] : [];
}

function placed(hits: readonly Hit[]): Hit[] {
  const blocks = gathered(hits.flatMap(({ element }) => element ?? []));
  return hits.map(({ element, snippet }) => ({ element: (element && blocks.get(element)) ?? null, snippet }));
}

/** What a text needs to be looked at: the same without the edges of words and the beginnings of texts. */
function loose(...patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source.replaceAll(/\\b|\^(?=\()/g, '')).join('|'), patterns[0]!.flags);
}
