/** The schema of what an endpoint gives back that countersigns the record. */
import type { Countersignature } from '../model/audit.ts';
import { agrees, time, z } from './zod.ts';

/** Base64 of so many bytes. */
const base64 = (bytes: number) => z.base64().length(4 * Math.ceil(bytes / 3));

/** Well-formed; whether the signature is good is for who checks the record. */
export const countersignatureSchema = agrees<Countersignature>()(
  z.object({
    chain: z.string().min(1).max(64),
    seq: z.int().min(1),
    head: z.string().regex(/^[0-9a-f]{64}$/),
    at: time(),
    key: base64(32),
    signature: base64(64),
  }),
);
