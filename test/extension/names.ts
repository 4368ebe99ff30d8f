/** Controls are found by the words that people read, taken from where the product has them. */

const exactly = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A name that is these words; the control's key may follow. */
export const named = (words: string): RegExp => new RegExp(String.raw`^${exactly(words)}\s*(⇧?[A-Z]|\d(–\d)?|Esc)?$`, 'i');

/** A name that begins with these words. */
export const startingWith = (words: string): RegExp => new RegExp(`^${exactly(words)}`, 'i');
