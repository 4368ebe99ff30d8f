/** The schema of what a person sets, and the checks of an endpoint's address and token. */
import { Refusal } from '../model/result.ts';
import { defaultPrivacy } from '../model/privacy.ts';
import type { Settings } from '../model/settings.ts';
import { originSchema } from './answer.ts';
import { keyActs, keysWith, type KeyMap } from '../model/keys.ts';
import { ownAdapterSchema } from './adapters.ts';
import { holdSchema, retentionSchema } from './erase.ts';
import { policySchema } from './policy.ts';
import { privacySchema } from './privacy.ts';
import { reviewerSchema } from './review.ts';
import { destinationSchema } from './sync.ts';
import { agrees, z } from './zod.ts';

/** Keys that the person changed: together with the others no two are alike. */
export const keysSchema = agrees<Partial<KeyMap>>()(
  z
    .partialRecord(z.enum(keyActs), z.string())
    .refine((keys) => keysWith(keys) !== null, 'one free character each, lower case, no digit, no two alike'),
);

/** What a person sets. */
export const settingsSchema = agrees<Settings>()(
  z.preprocess(
    withDestinations,
    z.object({
      reviewer: reviewerSchema,
      destinations: z.array(destinationSchema),
      sites: z.object({ on: z.array(originSchema), off: z.array(originSchema) }),
      // Settings from before there were any have none.
      adapters: z.array(ownAdapterSchema).default([]),
      policy: policySchema.nullable().default(null),
      // Settings from before there were any have none, and keys that clash with those of a newer version are no reason to lose the rest.
      keys: keysSchema.catch({}),
      retention: retentionSchema.nullable().default(null),
      holds: z.array(holdSchema).default([]),
      privacy: privacySchema.default(defaultPrivacy),
    }),
  ),
);

/** Settings of backups and databases from when there was one destination, an endpoint. */
export function withDestinations(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'destinations' in value || !('destination' in value)) return value;
  const { destination, ...others } = value as { destination: ({ url?: unknown } & object) | null };
  if (!destination) return { ...others, destinations: [] };
  const { url, ...one } = destination;
  return { ...others, destinations: [{ ...one, settings: { url } }] };
}

/**
 * The address of an endpoint, normalised. Throws `endpoint-not-url`, `endpoint-not-https` (plain http is
 * for this computer only) or `endpoint-has-credentials` (they would be shown and logged).
 */
export function endpointUrl(value: string): string {
  const text = value.trim();
  if (!URL.canParse(text)) throw new Refusal('endpoint-not-url', { value: text.slice(0, 200) });
  const url = new URL(text);
  if (url.username || url.password) throw new Refusal('endpoint-has-credentials');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new Refusal('endpoint-not-https', { value: text.slice(0, 200) });
  }
  url.hash = '';
  return url.href;
}

/**
 * A bearer token as a header can carry it. Throws `token-line-break` for line breaks and other control
 * characters, `token-not-ascii` for what a header cannot hold, `token-empty` for blank.
 */
export function endpointToken(value: string): string {
  const token = value.replace(/^ +| +$/g, '');
  if (/\p{Cc}/u.test(token)) throw new Refusal('token-line-break');
  if (!/^[\x20-\x7e]*$/.test(token)) throw new Refusal('token-not-ascii');
  if (token === '') throw new Refusal('token-empty');
  return token;
}

/** True for names and numbers of this computer; the URL parser has already normalised `127.1` and the like. */
const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
