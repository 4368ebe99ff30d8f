/** One link of the chain: its bytes, its hash, and its line. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AuditEntry, AuditHead, Json, LinkedEntry } from '../model/audit.ts';
import { canonical } from './canonical.ts';

/** Keeps these hashes apart from all others over the same bytes. */
const entryTag = utf8ToBytes('aor-audit-v1\n');
const contentTag = utf8ToBytes('aor-content-v1\n');

/** What a chain begins with in place of a hash. */
export const origin = '0'.repeat(64);

/** The entry as it stands after the one with the hash `prevHash`. Synchronous, so that a transaction outlives it. */
export const linked = (entry: AuditEntry, prevHash: string): LinkedEntry => ({ ...entry, prevHash, hash: entryHash(entry, prevHash) });

/** Hex SHA-256 of tag, `prevHash` as 32 bytes, and the canonical JSON of the entry without its hashes. */
export function entryHash({ v, seq, type, at, by, facts, content }: AuditEntry, prevHash: string): string {
  const body = utf8ToBytes(canonical({ v, seq, type, at, by, facts, content }));
  return bytesToHex(sha256(concatBytes(entryTag, hexToBytes(prevHash), body)));
}

/** The entry as one line, without its end. The same entry has one line and no other. */
export const lineOf = (entry: LinkedEntry): string => canonical({ ...entry });

/** The entry of a line; null unless it is byte for byte what `lineOf` writes. Whether the hash fits is another question. */
export function readLine(line: string): LinkedEntry | null {
  try {
    const value = JSON.parse(line) as Json;
    return isEntry(value) && canonical(value) === line ? (value as unknown as LinkedEntry) : null;
  } catch {
    return null;
  }
}

/**
 * Hex SHA-256 of tag, salt and canonical JSON: it shows that content was not changed to whoever has content and salt, and says nothing to whoever
 * has not. `salt` is 16 random bytes in hex.
 */
export const committed = (salt: string, content: Json): string =>
  bytesToHex(sha256(concatBytes(contentTag, hexToBytes(salt), utf8ToBytes(canonical(content)))));

/** Hex SHA-256 of the canonical JSON of something that is no secret, such as a policy. */
export const digest = (value: Json): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

/** The chain that a first entry names; null for any other. */
export const chainOf = ({ type, facts }: AuditEntry): string | null =>
  (type === 'chain.started' || type === 'chain.reset') && typeof facts.chain === 'string' ? facts.chain : null;

/** Is this where the chain ends? */
export const isHead = (entry: LinkedEntry, head: Pick<AuditHead, 'seq' | 'hash'>): boolean =>
  entry.seq === head.seq && entry.hash === head.hash;

const members = 'at,by,content,facts,hash,prevHash,seq,type,v';
const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isEntry(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).toSorted().join() !== members) return false;
  const { v, seq, type, at, by, facts, content, prevHash, hash } = value;
  return (
    v === 1 &&
    Number.isSafeInteger(seq) &&
    Number(seq) >= 1 &&
    typeof type === 'string' &&
    typeof at === 'string' &&
    (by === null || (isObject(by) && typeof by.id === 'string' && typeof by.role === 'string')) &&
    isObject(facts) &&
    isObject(content) &&
    Object.values(content).every(isHash) &&
    isHash(prevHash) &&
    isHash(hash)
  );
}
