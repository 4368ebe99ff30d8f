/** Finds personal data in the texts of one conversation. */
import { kinds, type Kind, type MaskChoices, type OwnPattern, type PrivacyRules } from '../model/privacy.ts';
import { patternFinder } from './automaton.ts';
import type { Detector, Hit } from './detector.ts';
import { detectors } from './detectors/index.ts';
import { phones, type ParsePhone } from './phones.ts';
import { phraseFinder, spelled } from './phrases.ts';
import { blank, hasInvisible, viewOf, type Range } from './view.ts';

/** What was found, in UTF-16 units of the text. */
export interface Find extends Range {
  kind: Kind;
  /** A vendor, a country's number, the label of a list. */
  rule: string;
  /** The same for every way to write the same thing. */
  value: string;
  /** The word of its placeholder, if not the kind's. */
  label?: string;
}

/** For each text what was found in it: sorted, apart from each other. */
export type Finder = (texts: readonly string[], choices?: MaskChoices) => Find[][];

/** One thing masked may let another stand alone; more rounds than this are not needed by any text that people write. */
const rounds = 10;

/**
 * Makes a finder; rules that are the same all day are made once. `parsePhone` null: no phone numbers, for whoever has no plans at hand.
 * Throws a `PatternFault` for an expression that is wrong.
 *
 * What is sure in one of the texts is masked in all, however it is written there. What overlaps becomes one find over all of it, named
 * after the kind that stands first in `kinds`. Time is linear in the texts.
 */
export function createFinder(rules: PrivacyRules, parsePhone: ParsePhone | null): Finder {
  const { off = [], regions = [], own = [], words = [], allowed = [] } = rules;
  const patterns = own.map((one) => ownDetector(one));
  const listed = words.flatMap(({ label, words }) => words.map((word) => ({ word, label })));
  const looking = Object.entries({
    ...detectors,
    phone: parsePhone ? phones(parsePhone, regions) : () => [],
    own: (text) => patterns.flatMap((detector) => detector(text)),
    word: phraseDetector('word', listed),
  } satisfies Partial<Record<Kind, Detector>>)
    .filter(([kind]) => !off.includes(kind as Kind))
    .map(([, detector]): Detector => detector);
  const free = new Set(allowed.map(spelled));
  const freeValues = new Set(allowed.flatMap((text) => looking.flatMap((detector) => detector(text).map(({ value }) => value))));
  return (texts, { shown = [], hidden = [] } = {}) => {
    const found: Find[][] = texts.map(() => []);
    const stays = new Set([...shown, ...freeValues]);
    const sure = new Set<string>();
    const written = new Map<string, Hit>();
    const byHand = phraseDetector(
      'hidden',
      hidden.map((word) => ({ word })),
    );
    let apart = false;
    for (let round = 0; round < rounds; round++) {
      const views = texts.map((text, index) => viewOf(text, found[index]!, apart));
      const hits = views.map(({ text }) =>
        [byHand, ...looking]
          .flatMap((detector) => detector(text))
          .filter(({ value, start, end, kind }) => {
            const written = text.slice(start, end);
            return (kind === 'hidden' || !(stays.has(value) || free.has(spelled(written)))) && !written.includes(blank);
          }),
      );
      for (const hit of hits.flat()) if (hit.sure) sure.add(identity(hit));
      const certain = hits.map((all) => all.filter((hit) => hit.sure || sure.has(identity(hit))));
      certain.forEach((all, index) => {
        for (const hit of all) written.set(views[index]!.text.slice(hit.start, hit.end), hit);
      });
      const everywhere = repeated(written);
      const fresh = views.map(({ text, origin }, index) =>
        [...certain[index]!, ...everywhere(text)].map((hit) => ({ ...hit, ...origin(hit) })),
      );
      const nothing = fresh.every((all) => all.length === 0);
      if (nothing && (apart || !texts.some(hasInvisible))) break;
      apart = nothing;
      fresh.forEach((all, index) => {
        found[index] = merged(texts[index]!, [...found[index]!, ...all]);
      });
    }
    return found;
  };
}

/** A Swiss number is not the phone number of the same digits. */
const identity = ({ kind, rule, value }: Hit): string => `${kind} ${kind === 'national-id' ? rule : ''} ${value}`;

function ownDetector({ label, pattern, anyCase }: OwnPattern): Detector {
  const find = patternFinder(pattern, anyCase);
  return (text) =>
    find(text).map(({ start, end }) => ({ start, end, kind: 'own', rule: label, value: text.slice(start, end), sure: true, label }));
}

function phraseDetector(kind: Kind, phrases: readonly { word: string; label?: string }[]): Detector {
  if (phrases.length === 0) return () => [];
  const find = phraseFinder(phrases.map(({ word }) => word));
  return (text) =>
    find(text).map(({ start, end, phrase }) => {
      const { word, label } = phrases[phrase]!;
      return { start, end, kind, rule: label ?? kind, value: spelled(word), sure: true, label };
    });
}

/** Finds again what was found, where its detector would not look: the address in a version's place, the number without its word. */
function repeated(written: ReadonlyMap<string, Hit>): Detector {
  if (written.size === 0) return () => [];
  const hits = [...written.values()];
  const find = phraseFinder([...written.keys()]);
  return (text) => find(text).map(({ start, end, phrase }) => ({ ...hits[phrase]!, start, end }));
}

/** Sorted and apart: what overlaps is one find, and no pair of surrogates is cut. */
function merged(text: string, all: Find[]): Find[] {
  const rank = ({ kind }: Find): number => kinds.indexOf(kind);
  const apart: Find[] = [];
  for (const { kind, rule, value, label, start, end } of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const find: Find = { start: isLow(text, start) ? start - 1 : start, end: isLow(text, end) ? end + 1 : end, kind, rule, value, label };
    const last = apart.at(-1);
    if (!last || last.end <= find.start) apart.push(find);
    else apart[apart.length - 1] = { ...(rank(find) < rank(last) ? find : last), start: last.start, end: Math.max(last.end, find.end) };
  }
  return apart;
}

const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '');
