/** Japan: My Number (個人番号), check by eleven (総務省令第85号, article 5). */
import { weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const jp: NationalId[] = [
  {
    id: 'jp-my-number',
    shape: /\d{4}[- ]?\d{4}[- ]?\d{4}/g,
    isValid: (value) => {
      const rest = weighed(value, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return (rest < 2 ? 0 : 11 - rest) === Number(value[11]) && !/^(\d)\1+$/.test(value);
    },
    words: ['my number', 'マイナンバー', '個人番号', 'マイナ'],
  },
];
