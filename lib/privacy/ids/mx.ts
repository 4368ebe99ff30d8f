/** Mexico: CURP, with its date, sex, state and check digit (RENAPO). */
import { isDate } from '../checks.ts';
import type { NationalId } from './nationalId.ts';

const order = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
const states = 'AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE'.split(' ');

export const mx: NationalId[] = [
  {
    id: 'mx-curp',
    shape: /[A-Za-z]{4}\d{6}[HMXhmx][A-Za-z]{5}[0-9A-Za-z]\d/g,
    isValid: (value) =>
      isDate(value.slice(4, 10), 'YYMMDD') &&
      states.includes(value.slice(11, 13)) &&
      (10 - (Array.from(value.slice(0, 17)).reduce((sum, unit, at) => sum + order.indexOf(unit) * (18 - at), 0) % 10)) % 10 ===
        Number(value[17]),
    alone: /^/,
    words: ['curp', 'clave única'],
  },
];
