/** What stands beside the words of an answer: citations, cursors, emoji that are drawn as pictures. */

/** A reference to a GFM footnote, or to one of markdown-it's: it is a sign of the Markdown. */
export const notes = '[data-footnote-ref],.footnote-ref';
/** Marks of sources by tag, class or test id, as chat tools and search pages name them. */
const source = /citation|source-footnote|sources-carousel|(^|[\s_-])(cite|ref|reference|source)s?[_-]?(pill|chip|badge|marker|number)/i;
/** Longest text of a citation, in UTF-16 units: the name of a site with "+3". */
const longest = 60;

/** Is this a mark of a source (a pill, a number in brackets), which is no word of the answer? */
export function isAside(element: Element): boolean {
  const name = element.localName;
  if (!/^(a|sup|span|cite|.+-.+)$/.test(name)) return false;
  if (source.test(`${name} ${element.getAttribute('class')} ${element.getAttribute('data-testid')}`)) return shortText(element) !== null;
  const link = name === 'sup' ? element.firstElementChild : element;
  const text = link?.localName === 'a' && !link.matches(notes) && shortText(link);
  return !!text && (/^(\[\d.*\]|【.*】)$/.test(text) || (/^\d{1,3}$/.test(text) && link.closest('sup') !== null));
}

/** Is the text the mark that shows where an answer is being written? */
export const isCursor = ({ data, parentElement }: Text): boolean =>
  /^\s?[\u2581-\u259F\u25A0\u25CF\u25CB\u2B24|_]\s?$/.test(data) &&
  /cursor|caret|blink|pulse|typing|stream/i.test(parentElement?.getAttribute('class') ?? '');

/** The emoji that a picture stands for, or null. */
export function emojiOf(element: Element): string | null {
  const alt = element.tagName === 'IMG' && element.getAttribute('alt');
  return alt && alt.length < 30 && /^[\p{Extended_Pictographic}\p{RI}][^\p{L}\s]*$/u.test(alt) ? alt : null;
}

/** The text without space at its ends, null if it is a long one. It looks no further: a page may put megabytes there. */
function shortText(element: Element): string | null {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  while (texts.nextNode()) {
    const { data, length } = texts.currentNode as Text;
    if (length > 2 * longest) return null;
    text += data.trim();
    if (text.length > longest) return null;
  }
  return text;
}
