/** What becomes of an answer's words, with the truth about its passage. Runs in the page. */
import type { Block, Change, Word } from './cases.ts';

export interface Changed {
  answer: Block[];
  /** Words that stand in the place of words of the passage. */
  replaced: Set<number>;
}

/** Applies the changes; `selected` are the marks of the passage (`id:unit`). */
export function change(answer: readonly Block[], changes: readonly Change[], selected: readonly string[]): Changed {
  const now = structuredClone(answer) as Block[];
  const inside = new Set(selected.map((key) => Number(key.split(':')[0])));
  const replaced = new Set<number>();
  let last = 1_000_000;
  const word = (text: string): Word => ({ id: ++last, text, tag: null, tight: false });
  const parts = (): Word[][] => now.flatMap((block) => block.parts);
  /** Where the n-th word stands. */
  const place = (at: number): { part: Word[]; index: number } => {
    const all = parts().flatMap((part) => part.map((_, index) => ({ part, index })));
    return all[at % all.length] ?? { part: parts()[0]!, index: 0 };
  };
  const passage = (): { part: Word[]; index: number; word: Word }[] =>
    parts().flatMap((part) => part.map((one, index) => ({ part, index, word: one })).filter((one) => inside.has(one.word.id)));

  for (const one of changes) {
    const mine = passage();
    const edge = one.edge ? [word(one.edge)] : [];
    switch (one.kind) {
      case 'insert': {
        const { part, index } = place(one.at);
        part.splice(index, 0, ...edge, ...one.words.map(word), ...edge.map(({ text }) => word(text)));
        break;
      }
      case 'cut': {
        const { part, index } = place(one.at);
        // The passage keeps its first and last word: where half of one stands nobody can say.
        const keep = new Set([mine[0]?.word.id, mine.at(-1)?.word.id]);
        part.splice(index, one.count, ...part.slice(index, index + one.count).filter(({ id }) => keep.has(id)));
        break;
      }
      case 'delete':
        for (const part of parts()) part.splice(0, part.length, ...part.filter(({ id }) => !inside.has(id)));
        break;
      case 'edit':
      case 'grow': {
        // Not at the edges: what was put there need not be a part of the passage.
        const target = mine[1 + (one.at % Math.max(1, mine.length - 2))];
        if (!target || mine.length < 3) break;
        const fresh = [...edge, word(one.text), ...edge.map(({ text }) => word(text))];
        for (const { id } of fresh) replaced.add(id);
        target.part.splice(target.index, one.kind === 'edit' ? 1 : 0, ...fresh);
        break;
      }
      case 'duplicate': {
        // Beside the passage, never in it. With the passage itself gone it would have moved there, and to find it would be right.
        if (changes.some(({ kind }) => kind === 'delete')) break;
        const others = parts().flatMap((part) =>
          part.map((other, index) => ({ part, index, other })).filter(({ other }) => !inside.has(other.id)),
        );
        const target = others[one.at % others.length];
        if (!target) break;
        const copies = mine.map((copy) => ({ ...copy.word, id: ++last }));
        target.part.splice(target.index, 0, ...edge, ...copies, ...edge.map(({ text }) => word(text)));
        break;
      }
    }
  }
  return { answer: now, replaced };
}

/**
 * The marks that the passage has now: from the first of its own to the last, with what stands in place of its words and
 * what was put between them; empty if nothing of it is left.
 */
export function truth(all: readonly string[], selected: readonly string[], replaced: ReadonlySet<number>): string[] {
  const own = new Set(selected);
  const isOwn = (key: string): boolean => own.has(key) || replaced.has(Number(key.split(':')[0]));
  const first = all.findIndex(isOwn);
  return first < 0 || !all.some((key) => own.has(key)) ? [] : all.slice(first, all.findLastIndex(isOwn) + 1);
}
