/** France: numéro d'inscription au répertoire (INSEE), with its key by 97; Corsica's departments are 2A and 2B. */
import { rest97 } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const fr: NationalId[] = [
  {
    id: 'fr-nir',
    shape: /[1-478] ?\d{2} ?\d{2} ?(?:\d{2}|2[AaBb]) ?\d{3} ?\d{3}[ -]?\d{2}/g,
    isValid: (value) =>
      /^.\d{2}(?:0[1-9]|1[0-2]|[2-35-9]\d|4[0-2])/.test(value) &&
      97 - rest97(value.slice(0, 13).replace('2A', '19').replace('2B', '18')) === Number(value.slice(13)),
    // 3, 4, 7 and 8 are given to those who are not registered yet; serial numbers of phones begin with 35.
    alone: /^[12]/,
    words: ['nir', 'insee', 'n° ?ss', 'numéro de sécu(?:rité sociale)?', 'sécurité sociale', 'sécu', 'carte vitale'],
  },
];
