/** Private keys as files hold them: PEM (RFC 7468), OpenSSH and PGP armour, and what is left of one that was cut. */
import type { Detector, Hit } from '../detector.ts';

const begin = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const end = /-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
/** Armour without its end: lines of base64 and headers, also in a string with `\n` written out. */
const rest = /(?:\s|\\n|[A-Za-z0-9+/=]{16,}(?=[\s\\"']|$)|[A-Za-z-]{4,20}: [^\n\0]{0,100}\n)*/y;

/** Finds keys, each with its two lines. */
export const privateKey: Detector = (text) => {
  const hits: Hit[] = [];
  if (!text.includes('-----BEGIN ')) return hits;
  const ends = [...text.matchAll(end)].map((match) => match.index + match[0].length);
  const begins = [...text.matchAll(begin)];
  let at = 0;
  begins.forEach(({ 0: line, index: start }, number) => {
    while (at < ends.length && ends[at]! < start) at++;
    const next = begins[number + 1]?.index ?? text.length;
    const whole = ends[at];
    rest.lastIndex = start + line.length;
    const stop = whole !== undefined && whole <= next ? whole : start + line.length + rest.exec(text)![0].trimEnd().length;
    const value = text.slice(start, stop).replaceAll(/\s|\\n/g, '');
    hits.push({ start, end: stop, kind: 'private-key', rule: 'pem', value, sure: true });
  });
  return hits;
};
