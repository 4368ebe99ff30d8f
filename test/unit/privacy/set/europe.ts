/** Numbers that the states of Europe give, as they are commonly written. */
import { dot, grouped, running, shuffled, tried, until, withLuhn } from './checkDigits.ts';
import { capitals, two, type Draw } from './random.ts';

/** By the rules of `lib/privacy/ids`. */
export const europe: Record<string, (draw: Draw) => string> = {
  'gb-nhs': (draw) =>
    until(() => {
      const nine = draw.digits(9);
      const check = (11 - ((running(nine) + Array.from(nine).reduce((sum, digit) => sum + Number(digit), 0)) % 11)) % 11;
      return check === 10 ? null : grouped(draw, [nine.slice(0, 3), nine.slice(3, 6), nine.slice(6) + check], [' ', ' ', '-', '']);
    }),
  'gb-nino': (draw) => {
    const letters = draw.of(['AB', 'CE', 'HJ', 'JG', 'LP', 'PX', 'SR', 'WM', 'YZ', 'EE']);
    return grouped(draw, [letters, draw.digits(2), draw.digits(2), draw.digits(2), draw.of(['A', 'B', 'C', 'D'])], [' ', '']);
  },
  'de-idnr': (draw) =>
    until(() => {
      const order = shuffled(draw, '0123456789');
      const ten = shuffled(draw, order.slice(0, 9) + order[0]!);
      if (ten.startsWith('0')) return null;
      // Hybrid system 11,10, as a table of what follows each product.
      const table = Array.from({ length: 11 }, (_, product) =>
        Array.from({ length: 10 }, (_, digit) => (2 * ((product + digit) % 10 || 10)) % 11),
      );
      const product = Array.from(ten).reduce((product, digit) => table[product]![Number(digit)]!, 10);
      const whole = ten + String(product === 1 ? 0 : 11 - product);
      return grouped(draw, [whole.slice(0, 2), whole.slice(2, 5), whole.slice(5, 8), whole.slice(8)], [' ', '']);
    }),
  'de-svnr': (draw) => {
    const { yy, mm, dd } = draw.day(1930, 2005);
    const letter = draw.below(26);
    const start = `${draw.from(10, 89)}${dd}${mm}${yy}`;
    const serial = draw.digits(2);
    const counted = start + two(letter + 1) + serial;
    const sum = Array.from('212571212121')
      .map((weight, at) => String(Number(weight) * Number(counted[at])))
      .join('');
    const check = Array.from(sum).reduce((total, digit) => total + Number(digit), 0) % 10;
    return grouped(draw, [start.slice(0, 2), start.slice(2), capitals[letter]!, serial + check], [' ', '']);
  },
  'fr-nir': (draw) => {
    const { yy, mm } = draw.day(1930, 2009);
    const department = draw.of([two(draw.from(1, 95)), '2A', '2B', '75', '13']);
    const parts = [draw.of(['1', '2']), yy, mm, department === '20' ? '21' : department, draw.digits(3), draw.digits(3)];
    // INSEE: a department with a letter counts as 20, less one or two millions.
    const corsica = department === '2A' ? 1_000_000n : department === '2B' ? 2_000_000n : 0n;
    const key = 97n - ((BigInt(parts.join('').replace(/[AB]/, '0')) - corsica) % 97n);
    return grouped(draw, [...parts, String(key).padStart(2, '0')], [' ', '']);
  },
  'es-dni': (draw) => {
    const number = draw.from(1_000_000, 99_999_999);
    const letter = 'TRWAGMYFPDXBNJZSQVHLCKE'[number - 23 * Math.floor(number / 23)]!;
    return String(number).padStart(8, '0') + draw.of(['', '', '-', ' ']) + letter;
  },
  'es-nie': (draw) => {
    const first = draw.below(3);
    const seven = draw.digits(7);
    const number = first * 10_000_000 + Number(seven);
    const dash = draw.of(['', '-']);
    return 'XYZ'[first] + dash + seven + dash + 'TRWAGMYFPDXBNJZSQVHLCKE'[number - 23 * Math.floor(number / 23)]!;
  },
  'it-cf': (draw) => {
    const { yy, dd } = draw.day(1930, 2015);
    const day = draw.of([dd, String(Number(dd) + 40)]);
    const start = draw.filled(`??????${yy}${draw.of(Array.from('ABCDEHLMPRST'))}${day}${draw.of(Array.from('ABCDEFGHILM'))}###`);
    // The table of the decree for odd places, sign by sign.
    const odd =
      '0=1 1=0 2=5 3=7 4=9 5=13 6=15 7=17 8=19 9=21 A=1 B=0 C=5 D=7 E=9 F=13 G=15 H=17 I=19 J=21 K=2 L=4 M=18 N=20 O=11 P=3 Q=6 R=8 S=12 T=14 U=16 V=10 W=22 X=25 Y=24 Z=23';
    const values = new Map(odd.split(' ').map((pair) => [pair[0]!, Number(pair.slice(2))]));
    const sum = Array.from(start).reduce(
      (sum, sign, at) => sum + (at % 2 === 0 ? values.get(sign)! : Number.parseInt(sign, 36) - (/\d/.test(sign) ? 0 : 10)),
      0,
    );
    return draw.of([start + capitals[sum % 26]!, start + capitals[sum % 26]!, (start + capitals[sum % 26]!).toLowerCase()]);
  },
  'nl-bsn': (draw) =>
    until(() => {
      const eight = `${draw.from(1, 9)}${draw.digits(7)}`;
      // Running sums give 8 … 1: one sum more, and the weights are 9 … 2.
      const check = (running(eight) + Array.from(eight).reduce((sum, digit) => sum + Number(digit), 0)) % 11;
      return check === 10
        ? null
        : draw.of([eight + check, eight + check, `${eight.slice(0, 4)}.${eight.slice(4, 6)}.${eight.slice(6)}${check}`]);
    }),
  'be-nrn': (draw) => {
    const { yyyy, yy, mm, dd } = draw.day(1935, 2015);
    const serial = String(draw.from(1, 997)).padStart(3, '0');
    const counted = BigInt(`${yyyy >= '2000' ? '2' : ''}${yy}${mm}${dd}${serial}`);
    const check = String(97n - (counted % 97n)).padStart(2, '0');
    return draw.of([`${yy}.${mm}.${dd}-${serial}.${check}`, `${yy}.${mm}.${dd}-${serial}.${check}`, `${yy}${mm}${dd}${serial}${check}`]);
  },
  'pl-pesel': (draw) => {
    const { yyyy, yy, mm, dd } = draw.day(1930, 2019);
    const start = `${yy}${yyyy >= '2000' ? Number(mm) + 20 : mm}${dd}${draw.digits(4)}`;
    return start + String(dot(start, '9 7 3 1 9 7 3 1 9 7') % 10);
  },
  'pt-nif': (draw) => {
    const eight = draw.of(['1', '2', '3']) + draw.digits(7);
    const rest = (running(eight) + Array.from(eight).reduce((sum, digit) => sum + Number(digit), 0)) % 11;
    return grouped(draw, [eight.slice(0, 3), eight.slice(3, 6), eight.slice(6) + String(rest < 2 ? 0 : 11 - rest)], ['', ' ', ' ']);
  },
  'se-personnummer': (draw) => {
    const { yyyy, yy, mm, dd } = draw.day(1930, 2015);
    const ten = withLuhn(`${yy}${mm}${dd}${draw.digits(3)}`);
    return draw.of([`${ten.slice(0, 6)}-${ten.slice(6)}`, `${yyyy}${ten.slice(2, 6)}-${ten.slice(6)}`, yyyy + ten.slice(2)]);
  },
  'dk-cpr': (draw) => {
    const { yy, mm, dd } = draw.day(1930, 2015);
    return `${dd}${mm}${yy}${draw.of(['-', '-', ''])}${draw.digits(4)}`;
  },
  'fi-hetu': (draw) => {
    const { yyyy, yy, mm, dd } = draw.day(1930, 2020);
    const serial = String(draw.from(2, 899)).padStart(3, '0');
    const sign = yyyy >= '2000' ? draw.of(Array.from('ABCDEF')) : draw.of(Array.from('-YXWVU'));
    return `${dd}${mm}${yy}${sign}${serial}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(BigInt(`${dd}${mm}${yy}${serial}`) % 31n)]}`;
  },
  'no-fodselsnummer': (draw) =>
    until(() => {
      const { yy, mm, dd } = draw.day(1930, 2015);
      const nine = `${draw.of([dd, String(Number(dd) + 40)])}${mm}${yy}${draw.digits(3)}`;
      // The weights as their complements to eleven give the digits themselves.
      const first = dot(nine, '8 4 5 10 3 2 7 6 9') % 11;
      const second = dot(`${nine}${first}`, '6 7 8 9 4 5 6 7 8 9') % 11;
      return first > 9 || second > 9 ? null : grouped(draw, [nine.slice(0, 6), `${nine.slice(6)}${first}${second}`], [' ', '']);
    }),
  'ch-ahv': (draw) => {
    const twelve = `756${draw.digits(9)}`;
    const whole = tried(
      twelve,
      (number) => Array.from(number).reduce((sum, digit, at) => sum + Number(digit) + (at % 2 === 1 ? 2 * Number(digit) : 0), 0) % 10 === 0,
    )!;
    return draw.of([`756.${whole.slice(3, 7)}.${whole.slice(7, 11)}.${whole.slice(11)}`, whole]);
  },
  'at-svnr': (draw) =>
    until(() => {
      const { yy, mm, dd } = draw.day(1930, 2015);
      const serial = String(draw.from(100, 999));
      const check = (3 * Number(serial[0]) + 7 * Number(serial[1]) + 9 * Number(serial[2]) + dot(`${dd}${mm}${yy}`, '5 8 4 2 1 6')) % 11;
      return check === 10 ? null : grouped(draw, [`${serial}${check}`, `${dd}${mm}${yy}`], [' ', '']);
    }),
};
