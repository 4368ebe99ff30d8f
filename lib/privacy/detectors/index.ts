/** The detectors that need nothing but the text: the one list. Phone numbers, own patterns and word lists are made of what a person or page gives. */
import type { Detector } from '../detector.ts';
import type { Kind } from '../../model/privacy.ts';
import { apiKey } from './apiKey.ts';
import { card } from './card.ts';
import { credentials } from './credentials.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { ip } from './ip.ts';
import { jwt } from './jwt.ts';
import { nationalId } from './nationalId.ts';
import { privateKey } from './privateKey.ts';

export const detectors = {
  'private-key': privateKey,
  credentials,
  jwt,
  'api-key': apiKey,
  iban,
  card,
  'national-id': nationalId,
  email,
  ip,
} satisfies Partial<Record<Kind, Detector>>;
