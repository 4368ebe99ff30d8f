/** E-mail addresses (RFC 5321 lengths, RFC 6531 letters): from each `@` outwards, so that no text is read twice. */
import { standsAlone, type Detector, type Hit } from '../detector.ts';

const local = /[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]/;
/** Letters of scripts that set spaces: they belong to the address; a Chinese word before an address does not. */
const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const label = /[A-Za-z0-9-]/;
const anyLetter = /[\p{L}\p{M}\p{N}]/u;
/** What else stands behind an `@` and a name with a dot: pictures for dense screens, and files of a version. */
const files = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|css|jsx?|tsx?|mjs|cjs|json|html?|xml|ya?ml|md|tgz|gz|jar|exe|dll|class|woff2?)$/i;
/** `john [at] example [dot] com`, which people write against robots. */
const spoken = /[A-Za-z0-9._+-]{1,64} ?[[({] ?at ?[\])}] ?[A-Za-z0-9-]{1,63}(?:(?: ?[[({] ?dot ?[\])}] ?|\.)[A-Za-z0-9-]{1,63}){1,4}/gi;

/** Finds addresses. What names a repository (`git@host:path`) or a version (`react@18.2.0`) is none. */
export const email: Detector = (text) => {
  const hits: Hit[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    const end = domainEnd(text, at + 1);
    if (start < at && end > 0 && !isOther(text, start, at, end)) hits.push(hit(text, start, end));
  }
  if (/[[({] ?at ?[\])}]/i.test(text)) {
    for (const match of text.matchAll(spoken)) {
      const end = match.index + match[0].length;
      if (standsAlone(text, match.index, end)) hits.push(hit(text, match.index, end));
    }
  }
  return hits;
};

function hit(text: string, start: number, end: number): Hit {
  const value = text
    .slice(start, end)
    .toLowerCase()
    .replaceAll(/ ?[[({] ?at ?[\])}] ?/g, '@')
    .replaceAll(/ ?[[({] ?dot ?[\])}] ?/g, '.');
  return { start, end, kind: 'email', rule: 'email', value, sure: true };
}

function localStart(text: string, at: number): number {
  const stop = Math.max(0, at - 64);
  if (text[at - 1] === '"') {
    const open = text.slice(stop, at - 1).lastIndexOf('"');
    return open >= 0 && !text.slice(stop + open, at).includes('\n') ? stop + open : at;
  }
  let start = at;
  while (start > stop && (local.test(text[start - 1]!) || letter.test(text[start - 1]!))) start--;
  // `@app.route` after a Chinese word is no address; `用户@例子.公司` is one.
  if (start === at && isWide(text[at + 1])) while (start > stop && anyLetter.test(text[start - 1]!)) start--;
  // Signs that a sentence, a list or an address in a page puts before it.
  const query = /^.*[=?&/|](?=.)/.exec(text.slice(start, at))?.[0].length ?? 0;
  start += query;
  while (start < at && /[.'`*_~#!$%^{}|-]/.test(text[start]!)) start++;
  return text[at - 1] === '.' ? at : start;
}

const isWide = (unit = ' '): boolean => anyLetter.test(unit) && !label.test(unit) && !letter.test(unit);

/** Behind the domain; 0 if there is none. */
function domainEnd(text: string, from: number): number {
  const stop = Math.min(text.length, from + 253);
  const wide = isWide(text[from]);
  let end = from;
  while (end < stop && (text[end] === '.' || label.test(text[end]!) || (wide ? anyLetter : letter).test(text[end]!))) end++;
  while (end > from && /[.-]/.test(text[end - 1]!)) end--;
  const names = text.slice(from, end).split('.');
  // A sentence that goes on without a space, `a@b.com.Then`, is left with the address.
  const top = names.at(-1)!;
  const isTop = /^(?:xn--[a-z0-9-]{2,59}|\p{L}[\p{L}\p{M}]{1,62})$/iu.test(top);
  return names.length > 1 && isTop && names.every((name) => name !== '' && name.length < 64 && !/^-|-$/.test(name)) ? end : 0;
}

function isOther(text: string, start: number, at: number, end: number): boolean {
  const domain = text.slice(at + 1, end);
  if (/^v?\d+(?:\.\d+){1,3}(?:-|$)/.test(domain) || files.test(domain)) return true;
  if (text.slice(start, at) === 'git' && /^[:/]/.test(text.slice(end))) return true;
  // The part of an address of the web: with a password `credentials` has it, without one it is a name of a service.
  return /:\/\/[^\s/\0]{0,80}$/.test(text.slice(Math.max(0, start - 90), start));
}
