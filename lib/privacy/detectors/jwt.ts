/** JSON Web Tokens, signed (three parts, RFC 7519) and encrypted (five, RFC 7516): the header must be one. */
import type { Detector, Hit } from '../detector.ts';

const shape = /(?<![\w-])eyJ[\w-]{8,4096}(?:\.[\w-]{0,65536}(?:\.[\w-]{1,65536}){3}|\.[\w-]{1,65536}\.[\w-]{0,65536})(?![\w-])/g;

/** Finds tokens whose header says the algorithm. */
export const jwt: Detector = (text) => {
  const hits: Hit[] = [];
  if (!text.includes('eyJ')) return hits;
  for (const { 0: value, index: start } of text.matchAll(shape)) {
    const parts = value.split('.').length;
    if (isHeader(value.slice(0, value.indexOf('.'))))
      hits.push({ start, end: start + value.length, kind: 'jwt', rule: parts === 3 ? 'jws' : 'jwe', value, sure: true });
  }
  return hits;
};

function isHeader(part: string): boolean {
  try {
    const header: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof header === 'object' && header !== null && 'alg' in header;
  } catch {
    return false;
  }
}
