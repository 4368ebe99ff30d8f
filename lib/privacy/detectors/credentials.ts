/** Names and passwords in addresses (RFC 3986 userinfo), and secrets that an address carries in its query. The address stays, the secret goes. */
import type { Detector, Hit } from '../detector.ts';

const userinfo =
  /(?<=\b[a-z][a-z0-9+.-]{1,30}:\/\/)[^\s/?#:"'<>()[\]\0\u0080-\uffff]{0,128}:[^\s/?#"'<>\0\u0080-\uffff]{1,256}(?=@[^\s@/])/gi;
const query =
  /(?<=[?&#;](?:access_?token|refresh_?token|id_?token|auth_?token|api_?key|apikey|client_?secret|secret(?:_?key)?|password|passwd|pwd|token|sig|signature|x-amz-signature|x-amz-security-token|x-goog-signature|sv_sig)=)[^\s&#"'<>()[\]\0\u0080-\uffff]{6,2048}/gi;

/** Finds `user:password` before a host, and the values of secret parameters. A value that is a variable's name is none. */
export const credentials: Detector = (text) => {
  const hits: Hit[] = [];
  if (text.includes('://'))
    for (const { 0: value, index } of text.matchAll(userinfo)) {
      if (!isVariable(value.slice(value.indexOf(':') + 1))) hits.push(hit('userinfo', index, value));
    }
  for (const { 0: written, index } of text.matchAll(query)) {
    const value = written.replace(/[.,;:!?*]+$/, '');
    if (!isVariable(value)) hits.push(hit('query', index, value));
  }
  return hits;
};

const hit = (rule: string, start: number, value: string): Hit => ({
  start,
  end: start + value.length,
  kind: 'credentials',
  rule,
  value,
  sure: true,
});

/** `$TOKEN`, `${token}`, `{{token}}`, `%TOKEN%`, `YOUR_TOKEN`, `xxxxxx`, `***`. */
const isVariable = (value: string): boolean => /^(?:\$|\{|%[A-Z_]+%|:|your[_-]?|x{3,}|\*{3,}|\.{3})/i.test(value);
