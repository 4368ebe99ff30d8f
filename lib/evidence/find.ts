/** Looks at an ordinary page for reasons to believe that something on it is AI-made. Facts and marks only; the style of a text is never judged. */
import type { FoundEvidence } from '../model/evidence.ts';
import { parentOf } from './blocks.ts';
import type { EvidenceKind } from './rule.ts';
import { rules } from './rules.ts';
import { textsOf } from './texts.ts';

/** What a rule is given, what it may give, and what a page has in all. A page beyond them is hostile or a list: the first are kept. */
const limits = { elements: 3000, hits: 50, all: 200, snippet: 300 };

/** These say that a human made it, or do not say who did: nothing to review. */
const notAi = new Set<EvidenceKind>(['declared-human', 'credentials', 'credentials-human']);

/**
 * The evidence on a page as it is now, the strongest rule first; at most 50 for a rule and 200 in all, one for each rule, kind and block.
 * Costs one selector match over the document and one search of its text, both native, and a walk over the text nodes only where that
 * search says so. Changes nothing, asks for nothing, reads no layout.
 */
export function findEvidence(document: Document): FoundEvidence[] {
  const here = rules.filter((rule) => !rule.where || attempt(() => [rule.where!(document)])[0]);
  const select = here.flatMap(({ select }) => select ?? []).join(',');
  // The fields of a form can take the names of its methods; and it is no block of content.
  const elements = attempt(() => [...document.querySelectorAll(`:is(${select}):not(form)`)].slice(0, limits.elements * 4));
  const texts = attempt(() => [
    textsOf(
      document,
      here.flatMap(({ text }) => text ?? []),
    ),
  ])[0];
  const found = here.flatMap((rule) =>
    merged(
      attempt(() =>
        rule.find({
          document,
          elements: rule.select ? elements.filter((element) => element.matches(rule.select!)).slice(0, limits.elements) : [],
          texts: texts?.get(rule.text) ?? [],
        }),
      ).map(({ element, snippet, kind = rule.kind }) => ({
        kind,
        strength: rule.strength,
        snippet: snippet.slice(0, limits.snippet),
        rule: `${rule.id}@${rule.date}`,
        element: element === document.body || element === document.documentElement ? null : element,
        ai: !notAi.has(kind),
      })),
    ),
  );
  return found.slice(0, limits.all);
}

/** A page can name an image `body`, and make whatever reads it throw: then that rule finds nothing, and the others are asked all the same. */
function attempt<T>(task: () => T[]): T[] {
  try {
    return task();
  } catch {
    return [];
  }
}

/** One for each kind and block, and none for what stands in such a block: the second of the same kind proves nothing more. */
function merged(found: FoundEvidence[]): FoundEvidence[] {
  const seen = new Map<string, Set<Element | null>>();
  const first = found
    .filter(({ element, kind }) => {
      const blocks = seen.get(kind) ?? new Set();
      seen.set(kind, blocks);
      return blocks.has(element) ? false : blocks.add(element);
    })
    .slice(0, limits.hits);
  return first.filter(({ element, kind }) => {
    let up = element && parentOf(element);
    while (up && !seen.get(kind)!.has(up)) up = parentOf(up);
    return !up;
  });
}
