/** What could not be saved, or is not yet a review: kept in this browser until it is. */

const prefix = 'unsaved:';

interface Kept<T> {
  value: T;
  /** Epoch ms. */
  at: number;
}

/** Keeps a value; false where the browser lets a frame keep nothing. */
export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(`${prefix}${key}`, JSON.stringify({ value, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

/** What was kept, if it is of that kind. */
export function kept<T>(key: string, is: (value: unknown) => value is T): Kept<T> | null {
  try {
    const found = JSON.parse(localStorage.getItem(`${prefix}${key}`) ?? 'null') as Kept<unknown> | null;
    return found && is(found.value) && typeof found.at === 'number' ? { value: found.value, at: found.at } : null;
  } catch {
    return null;
  }
}

/** It is a review now, or was left. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(`${prefix}${key}`);
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

/** The answers that something is kept about. */
export const unsavedAnswers = (): string[] => keys().map(answerOf);

/** Throws away what is kept about answers that are erased. */
export function dropUnsaved(erased: (answerId: string) => boolean): void {
  for (const key of keys()) if (erased(answerOf(key))) forget(key);
}

/** As `keyOf` of an editor's session writes them: `<mode>:<answer>:…`. */
const answerOf = (key: string): string => key.split(':')[1] ?? '';

function keys(): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []));
  } catch {
    return [];
  }
}
