/** Saves what is typed: in order, never the same text twice. */

/** What went wrong, in words. `gone`: nobody is there to save any more; what was typed can only be copied. */
export interface Problem {
  words: string;
  gone?: boolean;
}

/** Saves one text at a time, in order: an older one never lands on a newer. Null: nothing was typed since it was saved. */
export function saver(first: string, save: (next: string) => Promise<Problem | null>): (next: string) => Promise<Problem | null> | null {
  let kept: string | null = first;
  let saving: Promise<Problem | null> | null = null;
  return (next) => {
    if (next === kept) return saving;
    kept = next;
    saving = (saving ?? Promise.resolve(null)).then(async () => {
      const problem = await save(next);
      // Not kept after all: the same text is worth another try.
      if (problem && kept === next) kept = null;
      return problem;
    });
    return saving;
  };
}
