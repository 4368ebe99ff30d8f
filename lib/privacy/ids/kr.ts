/** South Korea: resident registration number. Those given since October 2020 have no check digit: they need a word. */
import { isDate, weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

const isDated = (value: string): boolean => isDate(value, 'YYMMDD') && /^.{6}[1-8]/.test(value);
const words = ['rrn', 'resident registration', 'jumin', '주민등록', '주민번호', '주민등록번호', '외국인등록번호'];

export const kr: NationalId[] = [
  {
    id: 'kr-rrn',
    shape: /\d{6}-?\d{7}/g,
    isValid: (value) => isDated(value) && (11 - (weighed(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(value[12]),
    alone: /-/,
    words,
  },
  { id: 'kr-rrn', shape: /\d{6}-\d{7}/g, isValid: isDated, words },
];
