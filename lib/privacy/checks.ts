/** Check digits and dates, as the numbers of banks and states are made. All take the digits (or capitals) without separators. */

/** Luhn, ISO/IEC 7812-1 annex B: from the right, every second digit doubled, digit sums, a multiple of ten. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, twice = false; at >= 0; at--, twice = !twice) {
    const digit = Number(digits[at]) * (twice ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** The sum of digits times weights; what has no weight counts nothing. */
export const weighed = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);

/** The rest by 97 of a number of any length; letters are 10 to 35 (ISO/IEC 7064). */
export function rest97(text: string): number {
  let rest = 0;
  for (const unit of text) {
    const value = Number.parseInt(unit, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** ISO/IEC 7064 MOD 11,10: the last digit checks the ones before. */
export function mod1110(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** The dihedral group of order ten, and how Verhoeff permutes each place (J. Verhoeff, Error Detecting Decimal Codes, 1969). */
const times = (a: number, b: number): number =>
  a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)) : b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
const permuted = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
/** Verhoeff, as Aadhaar uses it. */
export function verhoeff(digits: string): boolean {
  let sum = 0;
  Array.from(digits)
    .toReversed()
    .forEach((digit, place) => {
      let value = Number(digit);
      for (let round = place % 8; round > 0; round--) value = permuted[value]!;
      sum = times(sum, value);
    });
  return sum === 0;
}

/** Is it a day of some year? Years of two digits have every 29th of February. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year < 100 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** `isDay` of digits that stand as `order` says, such as `YYMMDD` or `DDMMYY`. */
export function isDate(digits: string, order: 'YYMMDD' | 'YYYYMMDD' | 'DDMMYY', shift: { month?: number; day?: number } = {}): boolean {
  const part = (letter: string): number => Number(digits.slice(order.indexOf(letter), order.lastIndexOf(letter) + 1));
  return isDay(part('Y'), part('M') - (shift.month ?? 0), part('D') - (shift.day ?? 0));
}
