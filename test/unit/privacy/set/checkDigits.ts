/**
 * Check digits by other formulas than those in `lib/privacy`: running sums for falling weights, whole numbers for rests by 97, published
 * tables, or by trying.
 */
import { capitals, type Draw } from './random.ts';

/** The Luhn digit, from the table of doubled digits. */
export function withLuhn(payload: string): string {
  let sum = 0;
  for (let place = 1; place <= payload.length; place++) {
    const digit = Number(payload.at(-place));
    sum += place % 2 === 1 ? Number('0246813579'[digit]) : digit;
  }
  return payload + String((100 * 10 - sum) % 10);
}

/** The sum of all running sums: falling weights, the last one 1. */
export const running = (digits: string): number => {
  let sum = 0;
  let total = 0;
  for (const digit of digits) {
    sum += Number(digit);
    total += sum;
  }
  return total;
};

/** Tries each last digit until the number holds; null if none does. */
export const tried = (start: string, holds: (number: string) => boolean): string | null =>
  Array.from('0123456789', (digit) => start + digit).find((number) => holds(number)) ?? null;
export const until = (make: () => string | null): string => {
  for (;;) {
    const made = make();
    if (made !== null) return made;
  }
};
export const dot = (digits: string, weights: string): number =>
  weights.split(' ').reduce((sum, weight, at) => sum + Number(weight) * Number(digits[at]), 0);

export function iban(country: string, bban: string): string {
  const numeric = `${bban}${country}00`.replaceAll(/[A-Z]/g, (letter) => String(capitals.indexOf(letter) + 10));
  return country + String(98n - (BigInt(numeric) % 97n)).padStart(2, '0') + bban;
}

/** The parts with one of the separators between all of them. */
export const grouped = (draw: Draw, parts: readonly string[], separators: readonly string[]): string => parts.join(draw.of(separators));

export function shuffled(draw: Draw, signs: string): string {
  const all = Array.from(signs);
  for (let at = all.length - 1; at > 0; at--) {
    const other = draw.below(at + 1);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all.join('');
}
