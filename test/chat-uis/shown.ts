/** Compares a text that was found on a page with the Markdown it came from, whatever the page did with the marks. */

/** Letters and digits only, lower case. */
export const key = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * The keys that a Markdown source may show as: rendered with list numbers as markers, rendered with numbers as text,
 * raw without the fences' language, raw.
 */
export function shownKeys(markdown: string): string[] {
  const noFence = markdown.replaceAll(/```[a-z]*\n/g, '');
  return [...new Set([key(noFence.replaceAll(/^\d+\.\s+/gm, '')), key(noFence), key(markdown)])];
}
