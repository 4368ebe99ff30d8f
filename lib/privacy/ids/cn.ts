/** China: resident identity number (GB 11643), ISO 7064 MOD 11-2, with its province and day of birth. */
import { isDate, weighed } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

export const cn: NationalId[] = [
  {
    id: 'cn-ric',
    shape: /\d{6}(?:19|20)\d{9}[0-9Xx]/g,
    isValid: (value) =>
      /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/.test(value) &&
      isDate(value.slice(6, 14), 'YYYYMMDD') &&
      '10X98765432'[weighed(value, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === value[17],
    alone: /^/,
    words: ['身份证', '身份证号', '公民身份'],
  },
];
