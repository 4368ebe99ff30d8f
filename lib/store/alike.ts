/**
 * How much two texts share, from 0 to 1: twice the characters in common over all characters. Beginning and end are
 * compared as they are, what is between by its words, so that it costs one walk even for two megabytes. A late
 * citation or another rendering of a formula keeps it near 1; another answer does not.
 */
export function alike(one: string, other: string): number {
  if (one === other) return 1;
  const short = Math.min(one.length, other.length);
  let start = 0;
  while (start < short && one[start] === other[start]) start++;
  let end = 0;
  while (end < short - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const common = sharedWords(one.slice(start, one.length - end), other.slice(start, other.length - end));
  return (2 * (start + end + common)) / (one.length + other.length);
}

/** Characters of the words that stand in both, each as often as in the poorer one. */
function sharedWords(one: string, other: string): number {
  const counts = new Map<string, number>();
  for (const word of one.match(pieces) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other.match(pieces) ?? []) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common += word.length;
  }
  return common;
}

/** Words with the space after them, so that the characters add up; scripts without spaces come sign by sign. */
const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+\s*|\s+/gu;
