/** Portugal: número de identificação fiscal, check by eleven; 1 to 3 begin the numbers of persons, 45 of those without residence. */
import { weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const pt: NationalId[] = [
  {
    id: 'pt-nif',
    shape: /\d{3}[ .]?\d{3}[ .]?\d{3}/g,
    isValid: (value) =>
      /^(?:[123]|45)/.test(value) && ((11 - (weighed(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === Number(value[8]),
    words: ['nif', 'contribuinte', 'número de contribuinte', 'n\\.º contribuinte', 'niss', 'identificação fiscal'],
  },
];
