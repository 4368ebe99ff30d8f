/**
 * `ai-disclosure` of the W3C AI Content Disclosure Community Group, draft report of 21 September 2026: an author's own, unsigned word about an
 * element or a page. https://w3c-cg.github.io/ai-content-disclosure/
 */
import { markupOf, parentOf } from './blocks.ts';
import type { EvidenceKind, Hit, Rule } from './rule.ts';

/** The draft's values, and those of the drafts from January to May 2026, which are still on pages. `mixed` says: look inside. */
const values: Record<string, EvidenceKind | 'mixed'> = {
  'human-only': 'declared-human',
  'ai-assisted': 'declared-ai',
  'ai-autonomous': 'declared-ai',
  none: 'declared-human',
  'ai-generated': 'declared-ai',
  autonomous: 'declared-ai',
  mixed: 'mixed',
};

/** `data-ai-disclosure` is the same for those whose tools take no other attribute; its values of other vocabularies say nothing here. */
const names = ['ai-disclosure', 'data-ai-disclosure'];

export const disclosure: Rule = {
  id: 'ai-disclosure',
  kind: 'declared-ai',
  date: '2026-09-21',
  strength: 'declared',
  select: '[ai-disclosure],[data-ai-disclosure],meta[name]',
  find({ document, elements }) {
    const declared = new Map<Element, string>();
    for (const element of elements) {
      const value = element.tagName === 'META' ? null : valueOf(element);
      if (value) declared.set(element, value);
    }
    // The first meta in the head counts, also where its value is not valid.
    const meta = elements.find(
      (element) =>
        element.tagName === 'META' &&
        parentOf(element) === document.head &&
        element.getAttribute('name')?.toLowerCase() === 'ai-disclosure',
    );
    const page = meta ? valid(meta.getAttribute('content')) : null;
    const hits: Hit[] = [];
    const add = (element: Element | null, value: string | null, snippet: string) => {
      const kind = value ? values[value] : undefined;
      if (kind && kind !== 'mixed') hits.push({ element, kind, snippet });
    };
    if (meta) add(null, page, markupOf(meta, ['name', 'content']));
    for (const [element, value] of declared) {
      // The nearest ancestor with a valid value wins; where it says the same, it has said it already.
      let up = parentOf(element);
      while (up && !declared.has(up)) up = parentOf(up);
      const above = up ? declared.get(up)! : page;
      if (above && values[above] === values[value]) continue;
      const whole = element === document.body || element === document.documentElement;
      add(whole ? null : element, value, markupOf(element, [...names, 'ai-model', 'ai-provider', 'data-ai-model']));
    }
    return hits;
  },
};

/** The draft compares without regard to the case of ASCII letters, and with no space around. */
function valid(value: string | null): string | null {
  const keyword = value !== null && value.length < 20 ? value.toLowerCase() : '';
  return Object.hasOwn(values, keyword) ? keyword : null;
}

const valueOf = (element: Element): string | null =>
  names.map((name) => valid(element.getAttribute(name))).find((value) => value !== null) ?? null;
