/**
 * The `AI-Disclosure` header, draft-abaris-aicdh-01 of 30 January 2026 (expired): how a response was made, in its server's unsigned word.
 * A content script cannot read the headers of its own page: neither the document nor its performance entries hold them, and asking again is a
 * request that nobody wished for. What can be read is a page that says the same in `<meta http-equiv>`.
 */
import { markupOf, valueOf } from './blocks.ts';
import type { Rule } from './rule.ts';

/** A parsed header. `mode` is one of the draft's; the rest are the other members that are strings or numbers, by name. */
export interface DisclosureHeader {
  mode: 'none' | 'ai-modified' | 'ai-originated' | 'machine-generated';
  members: Map<string, string>;
}

const modes = new Set<string>(['none', 'ai-modified', 'ai-originated', 'machine-generated']);

/** Longer values are no disclosure. */
const maxHeader = 2000;

export const disclosureHeader: Rule = {
  id: 'ai-disclosure-header',
  kind: 'declared-ai',
  date: '2026-01-30',
  strength: 'declared',
  select: 'meta[http-equiv="AI-Disclosure" i]',
  find({ elements: [meta] }) {
    const parsed = meta ? parseDisclosureHeader(valueOf(meta, 'content', maxHeader + 1)) : null;
    if (!meta || !parsed) return [];
    return [
      {
        element: null,
        kind: parsed.mode === 'none' ? 'declared-human' : 'declared-ai',
        snippet: markupOf(meta, ['http-equiv', 'content']),
      },
    ];
  },
};

/** A structured dictionary (RFC 9651) whose members may be divided by `;` as well, as the draft's examples are; null without a valid mode. */
export function parseDisclosureHeader(value: string): DisclosureHeader | null {
  if (value.length > maxHeader) return null;
  const members = new Map<string, string>();
  // A key, then a token, a string in quotation marks, a number or a date with `@`.
  for (const [, key, quoted, bare] of value.matchAll(
    /(?:^|[;,])\s*([a-z*][a-z0-9_.*-]*)\s*=\s*(?:"((?:[^"\\]|\\["\\])*)"|([^\s;,"]+))/gi,
  )) {
    members.set(key!.toLowerCase(), quoted === undefined ? bare! : quoted.replaceAll(/\\(["\\])/g, '$1'));
  }
  const mode = members.get('mode')?.toLowerCase() ?? '';
  members.delete('mode');
  return modes.has(mode) ? { mode: mode as DisclosureHeader['mode'], members } : null;
}
