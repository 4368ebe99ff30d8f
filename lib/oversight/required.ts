/** Which answers must be reviewed. Small: it runs in the page. */
import type { Policy } from '../model/policy.ts';

/**
 * The rule because of which an answer must be reviewed, as the policy writes it: a host or a word; null: no rule asks for it.
 * `host` is the page's host name without a port, `text` the answer's. A word counts as a whole word, in any case and with any
 * spaces; in scripts that put no space between words it counts anywhere.
 */
export function mustReview(
  { required: { hosts = [], words = [] } }: Policy,
  { host, text }: { host: string; text: string },
): string | null {
  const byHost = hosts.find((rule) => isHost(rule, host));
  if (byHost !== undefined || words.length === 0) return byHost ?? null;
  const plainText = plain(text);
  return words.find((word) => holds(plainText, plain(word))) ?? null;
}

/** `*` is every host, `*.example.com` that host and those below it. */
function isHost(rule: string, host: string): boolean {
  return rule === '*' || rule === host || (rule.startsWith('*.') && `.${host}`.endsWith(rule.slice(1)));
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** Only a letter that stands with spaces around its words has an end that can be told. */
const spaced = String.raw`(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}]`;
const letter = String.raw`[\p{L}\p{N}\p{M}]`;
// Four patterns for all words: one a word would take 1 ms each to make.
const begins = new RegExp(`^${spaced}`, 'u');
const ends = new RegExp(`${spaced}$`, 'u');
const letterBefore = new RegExp(`${letter}$`, 'u');
const letterAfter = new RegExp(`^${letter}`, 'u');

function holds(text: string, word: string): boolean {
  const [first, last] = [begins.test(word), ends.test(word)];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    // Two units hold any letter.
    const glued = (first && letterBefore.test(text.slice(Math.max(0, at - 2), at))) || (last && letterAfter.test(text.slice(end, end + 2)));
    if (!glued) return true;
  }
  return false;
}
