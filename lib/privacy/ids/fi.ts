/** Finland: henkilötunnus; the check character is the rest by 31, the sign the century (also those added in 2023). */
import { isDate } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const fi: NationalId[] = [
  {
    id: 'fi-hetu',
    shape: /\d{6}[-+A-FU-Ya-fu-y]\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]/g,
    isValid: (value) => {
      // The minus and plus of the older centuries are gone from the value.
      const number = value.slice(0, 6) + value.slice(-4, -1);
      return isDate(value, 'DDMMYY') && '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(number) % 31] === value.at(-1);
    },
    alone: /^[^a-z]+$/,
    words: ['hetu', 'henkilötunnus', 'personbeteckning'],
  },
];
