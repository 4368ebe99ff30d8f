/** The other side of a countersigned record: what an endpoint does with the header that says where the record ends. */
import { signedBytes } from '../../lib/audit/countersign.ts';
import type { Countersignature } from '../../lib/model/audit.ts';

/** Signs what a request says of its record; null where it says nothing. The key is made anew for each endpoint. */
export async function createSigner(): Promise<(header: string | undefined) => Promise<Countersignature | null>> {
  const keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const key = base64(await crypto.subtle.exportKey('raw', keys.publicKey));
  return async (header) => {
    const [, chain, seq, head] = /^chain="([^"]+)", seq=(\d+), head="([0-9a-f]{64})"$/.exec(header ?? '') ?? [];
    if (chain === undefined || head === undefined) return null;
    const said = { chain, seq: Number(seq), head, at: new Date().toISOString() };
    return { ...said, key, signature: base64(await crypto.subtle.sign('Ed25519', keys.privateKey, signedBytes(said))) };
  };
}

const base64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');
