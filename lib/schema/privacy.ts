/** The schema of what is masked, as a person sets it and a policy fixes it. */
import { defaultPrivacy, kinds, type FixedPrivacy, type OwnPattern, type Privacy, type WordList } from '../model/privacy.ts';
import { line } from './lines.ts';
import { agrees, z } from './zod.ts';

/** A word that is looked for or left alone: as long as `longestPhrase` of `lib/privacy`. */
export const maskedWord = line(200);

const ownPattern = agrees<OwnPattern>()(
  z.strictObject({ label: line(80), pattern: z.string().min(1).max(500), anyCase: z.boolean().optional() }),
);
const wordList = agrees<WordList>()(z.strictObject({ label: line(80), words: z.array(maskedWord).max(10_000) }));

const parts = {
  send: z.enum(['masked', 'whole']).default(defaultPrivacy.send),
  off: z.array(z.enum(kinds)).default([]),
  regions: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  own: z.array(ownPattern).max(200).default([]),
  words: z.array(wordList).max(200).default([]),
  allowed: z.array(maskedWord).max(10_000).default([]),
};

/** What a person sets. */
export const privacySchema = agrees<Privacy>()(z.strictObject(parts));

/** What a policy fixes; what it leaves out is as it is for everybody. */
export const fixedPrivacySchema = agrees<FixedPrivacy>()(
  z.strictObject({ ...parts, export: z.enum(['masked', 'choice']).default('choice'), store: z.enum(['masked', 'whole']).default('whole') }),
);
