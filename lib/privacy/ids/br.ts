/** Brazil: CPF, and CNPJ with the letters that it may have since July 2026 (Receita Federal, IN RFB 2229/2024). */
import type { NationalId } from './nationalId.ts';

/** Letters count as their code less 48; weights run from 2 upwards from the right, to `top` and over again. */
function check(value: string, top: number): number {
  const sum = Array.from(value)
    .toReversed()
    .reduce((sum, unit, at) => sum + (unit.charCodeAt(0) - 48) * (2 + (at % (top - 1))), 0);
  return sum % 11 < 2 ? 0 : 11 - (sum % 11);
}
const hasBoth = (value: string, top: number): boolean =>
  !/^(.)\1+$/.test(value) && [-2, -1].every((at) => check(value.slice(0, at), top) === Number(value.at(at)));

export const br: NationalId[] = [
  {
    id: 'br-cpf',
    shape: /\d{3}\.?\d{3}\.?\d{3}[-/ ]?\d{2}/g,
    isValid: (value) => hasBoth(value, 11),
    alone: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
    words: ['cpf(?:/mf)?', 'c\\.p\\.f', 'cadastro de pessoa'],
  },
  {
    id: 'br-cnpj',
    shape: /[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/?[0-9A-Z]{4}-?\d{2}/g,
    isValid: (value) => hasBoth(value, 9),
    alone: /^.{2}\..{3}\..{3}\/.{4}-\d{2}$/,
    words: ['cnpj(?:/mf)?', 'c\\.n\\.p\\.j'],
  },
];
