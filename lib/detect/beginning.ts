/** Where a list of messages begins: what a tool says about turns that are not mounted or not loaded. */
import { parentOf } from './shown.ts';

/** Elements above a message that may be its row. */
const levels = 6;
/** Attributes in which virtual lists count their rows, and what they call the first. */
const counts: Record<string, number> = {
  'data-index': 0,
  'data-rs-index': 0,
  'data-item-index': 0,
  'data-virtualizer-index': 0,
  'aria-posinset': 1,
};
const counted = Object.keys(counts)
  .map((name) => `[${name}]`)
  .join(',');
const loader = '[role=progressbar],[aria-busy=true],[class*="loader" i],[class*="loading" i],[class*="spinner" i],[class*="skeleton" i]';
const olderWords =
  /\b(earlier|older|previous|load more|more messages|show more|früher|älter|mehr laden|précédent|anterior|más|ещё)\b|更早|以前|加载更多/i;

/** The row's place in the whole list, counted from 0; null where the tool does not count. */
export function positionOf(message: Element): number | null {
  const row = message.closest(counted);
  if (!row || ![...around(message)].includes(row)) return null;
  for (const [name, first] of Object.entries(counts)) {
    const value = row.getAttribute(name);
    if (value && /^\d{1,9}$/.test(value)) return Number(value) - first;
  }
  return null;
}

/** Does anything before the first mounted message say that there are older ones: a spacer, a loader, a button for them? */
export function hasOlder(first: Element): boolean {
  for (const at of around(first)) {
    if (parseFloat((at as HTMLElement).style?.paddingTop ?? '') > 200) return true;
    let before = at.previousElementSibling;
    for (let count = 0; before && count < 3; count++, before = before.previousElementSibling) {
      const text = before.textContent ?? '';
      if (!text && parseFloat((before as HTMLElement).style?.height ?? '') > 200) return true;
      if (text.length < 60 && (olderWords.test(text) || before.matches(loader) || before.querySelector(loader))) return true;
    }
  }
  return false;
}

/** Is the list scrolled to its beginning? Asks for layout: only where a list was seen to load as it is scrolled. */
export function isAtTop(first: Element): boolean {
  for (let at = parentOf(first); at; at = parentOf(at)) {
    const room = at.scrollHeight - at.clientHeight;
    // In a reversed column 0 is the end, and the beginning is negative.
    if (room > 1 && (at === at.ownerDocument.scrollingElement || /auto|scroll/.test(getComputedStyle(at).overflowY)))
      return /reverse/.test(getComputedStyle(at).flexDirection) ? at.scrollTop - 2 <= -room : at.scrollTop <= 2;
  }
  return true;
}

function* around(message: Element): Iterable<Element> {
  let at: Element | null = message;
  for (let up = 0; at && up < levels && at.localName !== 'body'; up++, at = parentOf(at)) yield at;
}
