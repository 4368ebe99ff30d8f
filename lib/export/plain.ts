/** A text from elsewhere as one line of Markdown that says nothing but the text. */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_|<>[\]#]/g, '\\$&');
