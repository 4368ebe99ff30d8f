/** Controls are found by the words that people read, taken from where the product has them. */

/** A name that begins with these words; keys and counts may follow. */
export const named = (words: string): RegExp => new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`, 'i');
