/** What an endpoint signs to vouch for a record, and whether it did. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Countersignature } from '../model/audit.ts';
import { canonical } from './canonical.ts';

/** The bytes that an endpoint signs with Ed25519: a tag and the canonical JSON of what it saw, and when. */
export const signedBytes = ({ chain, seq, head, at }: Omit<Countersignature, 'key' | 'signature'>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(utf8ToBytes(`aor-receipt-v1\n${canonical({ chain, seq, head, at })}`));

/** True when the signature is that of the key which is given with it. Whose key it is has to be known from elsewhere. */
export async function isSigned(receipt: Countersignature): Promise<boolean> {
  try {
    // What is shown to people is one line of base64 and nothing else.
    if (!/^[A-Za-z0-9+/]{43}=$/.test(receipt.key)) return false;
    const key = await crypto.subtle.importKey('raw', bytesOf(receipt.key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, bytesOf(receipt.signature), signedBytes(receipt));
  } catch {
    return false;
  }
}

/** A countersignature as an entry holds it; null for anything else. */
export function readReceipt(value: unknown): Countersignature | null {
  if (typeof value !== 'object' || value === null) return null;
  const { chain, seq, head, at, key, signature } = value as Record<string, unknown>;
  return typeof chain === 'string' &&
    typeof seq === 'number' &&
    typeof head === 'string' &&
    typeof at === 'string' &&
    typeof key === 'string' &&
    typeof signature === 'string'
    ? { chain, seq, head, at, key, signature }
    : null;
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
