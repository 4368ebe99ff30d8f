/** Singapore: NRIC and FIN, with the letter that checks the digits (series S, T, F, G, M). */
import { weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

const series: Record<string, [plus: number, letters: string]> = {
  S: [0, 'JZIHGFEDCBA'],
  T: [4, 'JZIHGFEDCBA'],
  F: [0, 'XWUTRQPNMLK'],
  G: [4, 'XWUTRQPNMLK'],
  M: [3, 'XWUTRQPNJLK'],
};

export const sg: NationalId[] = [
  {
    id: 'sg-nric',
    shape: /[STFGMstfgm]\d{7}[A-Za-z]/g,
    isValid: (value) => {
      const [plus, letters] = series[value[0]!]!;
      return letters[(weighed(value.slice(1), [2, 7, 6, 5, 4, 3, 2]) + plus) % 11] === value[8];
    },
    words: ['nric', 'fin', 'ic (?:no|number)', 'identity card'],
  },
];
