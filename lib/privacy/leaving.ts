/** Masks all that leaves of one conversation: answers with their prompts, what was said of them, and how they compare. */
import type { Answer } from '../model/answer.ts';
import type { Preference } from '../model/preference.ts';
import type { Ledger, MaskChoices, MaskedValue } from '../model/privacy.ts';
import type { Review } from '../model/review.ts';
import type { Finder } from './find.ts';
import { maskTexts, type Masked } from './mask.ts';
import { moveSpan } from './span.ts';

/** What leaves together, oldest first: the answers of one conversation, each with its reviews, and preferences between them. */
export interface Leaving {
  answers: readonly { answer: Answer; reviews: readonly Review[] }[];
  preferences?: readonly Preference[];
}

/** The same, as it may leave. */
export interface MaskedLeaving {
  answers: { answer: Answer; reviews: Review[] }[];
  preferences: Preference[];
  /** In the order of their first place. */
  values: MaskedValue[];
  /** Ids of flags whose passage holds a mask, or lies in one. */
  maskedFlags: string[];
  ledger: Ledger;
}

/** How it is masked. `hash` is SHA-256 in hex, as `Answer.textHash` has it: that of the text before would let people guess at what is masked. */
export interface Masking {
  find: Finder;
  hash: (text: string) => string;
  choices?: MaskChoices;
  ledger?: Ledger;
}

/**
 * Every text that a person or model wrote is masked: prompts, thinking, answers, corrections, notes, reasons, titles, addresses, snippets.
 * Who reviewed, identifiers and times stay. Passages move with the text of their answer.
 */
export function maskLeaving({ answers, preferences = [] }: Leaving, { find, hash, choices, ledger }: Masking): MaskedLeaving {
  // A prompt stands in the record of each answer to it: every text is masked once.
  const texts = [
    ...new Set([
      ...answers.flatMap(({ answer, reviews }) => [...textsOf(answer), ...reviews.flatMap(saidIn)]),
      ...preferences.map(({ reason }) => reason),
    ]),
  ];
  const masked = maskTexts(texts, find(texts, choices), ledger);
  const byText = new Map(texts.map((text, index) => [text, masked.texts[index]!]));
  const of = (text: string): string => byText.get(text)!.text;
  const maskedFlags: string[] = [];
  const reviewOf = (review: Review, text: Masked): Review => ({
    ...review,
    note: of(review.note),
    ...(review.tags && { tags: [...new Set(review.tags.map(of))].sort() }),
    correction: review.correction && { markdown: of(review.correction.markdown) },
    escalation: review.escalation && { to: of(review.escalation.to), reason: of(review.escalation.reason) },
    flags: review.flags.map((flag) => {
      const moved = flag.span && moveSpan(flag.span, text);
      if (moved?.masked) maskedFlags.push(flag.id);
      return { ...flag, ...(moved && { span: moved.span }), ...(flag.note !== undefined && { note: of(flag.note) }) };
    }),
  });
  return {
    answers: answers.map(({ answer, reviews }) => ({
      answer: {
        ...answer,
        prompt: answer.prompt.map(({ role, text }) => ({ role, text: of(text) })),
        thinking: answer.thinking && of(answer.thinking),
        text: of(answer.text),
        textHash: hash(of(answer.text)),
        markdown: of(answer.markdown),
        title: of(answer.title),
        url: of(answer.url),
        evidence: answer.evidence.map((one) => ({ ...one, snippet: of(one.snippet) })),
      },
      reviews: reviews.map((review) => reviewOf(review, byText.get(answer.text)!)),
    })),
    preferences: preferences.map((preference) => ({ ...preference, reason: of(preference.reason) })),
    values: valuesOf(texts, masked.texts),
    maskedFlags,
    ledger: masked.ledger,
  };
}

/** In the order in which they were written: so do placeholders get their numbers. */
const textsOf = ({ prompt, thinking, text, markdown, title, url, evidence }: Answer): string[] => [
  ...prompt.map((turn) => turn.text),
  ...(thinking ? [thinking] : []),
  text,
  markdown,
  title,
  url,
  ...evidence.map(({ snippet }) => snippet),
];

const saidIn = ({ note, correction, escalation, flags, tags = [] }: Review): string[] => [
  note,
  ...(correction ? [correction.markdown] : []),
  ...(escalation ? [escalation.to, escalation.reason] : []),
  ...tags,
  ...flags.flatMap((flag) => (flag.note === undefined ? [] : [flag.note])),
];

function valuesOf(texts: readonly string[], masked: readonly Masked[]): MaskedValue[] {
  const values = new Map<string, MaskedValue>();
  masked.forEach(({ masks }, index) => {
    for (const { placeholder, value, rule, kind, start, end } of masks) {
      const known = values.get(placeholder) ?? { placeholder, value, rule, kind, written: texts[index]!.slice(start, end), times: 0 };
      values.set(placeholder, { ...known, times: known.times + 1 });
    }
  });
  return [...values.values()];
}
