/** What stands in the place of personal data. */
import type { Kind } from '../model/privacy.ts';

/** The word of a placeholder: `[EMAIL_1]`. Own patterns and word lists bring their own. */
export const labels: Record<Kind, string> = {
  hidden: 'MASKED',
  'private-key': 'PRIVATE_KEY',
  credentials: 'CREDENTIALS',
  jwt: 'TOKEN',
  'api-key': 'API_KEY',
  iban: 'IBAN',
  card: 'CARD',
  'national-id': 'NATIONAL_ID',
  email: 'EMAIL',
  ip: 'IP',
  phone: 'PHONE',
  own: 'OWN',
  word: 'WORD',
};

/** A placeholder, wherever it came from: nothing is looked for in it. A Markdown writer may have escaped it. */
export const placeholder = /\\?\[[A-Z][A-Z0-9]{0,30}(?:\\?_[A-Z0-9]{1,30}){0,4}\\?_\d{1,6}\\?\]/g;
