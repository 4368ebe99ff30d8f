/** Numbers that other states give, as they are commonly written. */
import { dot, grouped, running, tried, until, withLuhn } from './checkDigits.ts';
import { two, type Draw } from './random.ts';

/** By the rules of `lib/privacy/ids`. */
export const world: Record<string, (draw: Draw) => string> = {
  'us-ssn': (draw) => {
    const area = draw.of([draw.from(1, 665), draw.from(667, 899)]);
    return grouped(
      draw,
      [String(area).padStart(3, '0'), two(draw.from(1, 99)), String(draw.from(1, 9999)).padStart(4, '0')],
      ['-', '-', '-', ' ', ''],
    );
  },
  'us-itin': (draw) =>
    grouped(draw, [`9${draw.digits(2)}`, draw.of(['50', '65', '70', '88', '90', '92', '94', '99']), draw.digits(4)], ['-', '-', ' ', '']),
  'br-cpf': (draw) => {
    const nine = draw.digits(9);
    const end = (digits: string): string => {
      const rest = ((running(digits) + Array.from(digits).reduce((sum, digit) => sum + Number(digit), 0)) * 10) % 11;
      return digits + String(rest % 10);
    };
    const whole = end(end(nine));
    return draw.of([
      `${nine.slice(0, 3)}.${nine.slice(3, 6)}.${nine.slice(6)}-${whole.slice(9)}`,
      `${nine.slice(0, 3)}.${nine.slice(3, 6)}.${nine.slice(6)}-${whole.slice(9)}`,
      whole,
    ]);
  },
  'br-cnpj': (draw) => {
    const twelve = draw.of([`${draw.digits(8)}0001`, draw.filled('##???###') + '01DE']);
    const values = (signs: string): string =>
      Array.from(signs)
        .map((sign) => sign.charCodeAt(0) - 48)
        .join(' ');
    const end = (signs: string, weights: string): string => {
      const all = values(signs).split(' ');
      const rest = weights.split(' ').reduce((sum, weight, at) => sum + Number(weight) * Number(all[at]), 0) % 11;
      return signs + String(rest < 2 ? 0 : 11 - rest);
    };
    const whole = end(end(twelve, '5 4 3 2 9 8 7 6 5 4 3 2'), '6 5 4 3 2 9 8 7 6 5 4 3 2');
    return `${whole.slice(0, 2)}.${whole.slice(2, 5)}.${whole.slice(5, 8)}/${whole.slice(8, 12)}-${whole.slice(12)}`;
  },
  'mx-curp': (draw) => {
    const { yyyy, yy, mm, dd } = draw.day(1940, 2015);
    const start = draw.filled(
      `????${yy}${mm}${dd}${draw.of(['H', 'M'])}${draw.of(['DF', 'JC', 'NL', 'MC', 'VZ', 'NE'])}???${yyyy >= '2000' ? 'A' : '0'}`,
    );
    const all = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
    let sum = 0;
    for (let at = 0; at < 17; at++) for (let times = 18 - at; times > 0; times--) sum += all.indexOf(start[at]!);
    return start + String((1_000_000 - sum) % 10);
  },
  'in-aadhaar': (draw) => {
    const eleven = `${draw.from(2, 9)}${draw.digits(10)}`;
    // Verhoeff's tables as they are printed.
    const d = '0123456789 1234067895 2340178956 3401289567 4012395678 5987604321 6598710432 7659821043 8765932104 9876543210'.split(' ');
    const p = '0123456789 1576283094 5803796142 8916043527 9453126870 4286573901 2793806415 7046913258'.split(' ');
    let check = 0;
    for (let place = 1; place <= 11; place++) check = Number(d[check]![Number(p[place % 8]![Number(eleven.at(-place))])]);
    const whole = eleven + '0432156789'[check]!;
    return grouped(draw, [whole.slice(0, 4), whole.slice(4, 8), whole.slice(8)], [' ', ' ', '-', '']);
  },
  'in-pan': (draw) => draw.filled(`???${draw.of(['P', 'P', 'C'])}?`) + String(draw.from(1, 9999)).padStart(4, '0') + draw.filled('?'),
  'cn-ric': (draw) => {
    const { yyyy, mm, dd } = draw.day(1940, 2020);
    const start = `${draw.of(['110105', '310104', '440524', '510107', '330106', '420102'])}${yyyy}${mm}${dd}${draw.digits(3)}`;
    // A polynomial in 2, which leaves 1 by eleven.
    const rest = Number(Array.from(start).reduce((sum, digit) => (sum + BigInt(digit)) * 2n, 0n) % 11n);
    return start + '10X98765432'[rest]!;
  },
  'kr-rrn': (draw) => {
    const { yyyy, yy, mm, dd } = draw.day(1940, 2019);
    const start = `${yy}${mm}${dd}${draw.of(yyyy >= '2000' ? ['3', '4'] : ['1', '2'])}${draw.digits(5)}`;
    let sum = 0;
    for (let at = 0; at < 12; at++) sum += Number(start[at]) * ((at % 8) + 2);
    return `${start.slice(0, 6)}-${start.slice(6)}${'10987654321'[sum % 11]}`;
  },
  'jp-my-number': (draw) => {
    const eleven = draw.digits(11);
    let sum = 0;
    for (let n = 1; n <= 11; n++) sum += Number(eleven.at(-n)) * (n <= 6 ? n + 1 : n - 5);
    const whole = eleven + String(sum % 11 <= 1 ? 0 : 11 - (sum % 11));
    return grouped(draw, [whole.slice(0, 4), whole.slice(4, 8), whole.slice(8)], [' ', '-', '']);
  },
  'tr-kimlik': (draw) => {
    const nine = `${draw.from(1, 9)}${draw.digits(8)}`;
    const odd = dot(nine, '1 0 1 0 1 0 1 0 1');
    const even = dot(nine, '0 1 0 1 0 1 0 1 0');
    const tenth = (((odd * 7 - even) % 10) + 10) % 10;
    return `${nine}${tenth}${(odd + even + tenth) % 10}`;
  },
  'za-id': (draw) => {
    const { yy, mm, dd } = draw.day(1940, 2010);
    const whole = withLuhn(`${yy}${mm}${dd}${draw.digits(4)}${draw.of(['0', '1'])}8`);
    return grouped(draw, [whole.slice(0, 6), whole.slice(6, 10), whole.slice(10)], [' ', '']);
  },
  'au-tfn': (draw) =>
    until(() => {
      const whole = tried(draw.filled('########'), (number) => (dot(number, '1 4 3 7 5 8 6 9 -1') + 11) % 11 === 0);
      return whole && grouped(draw, [whole.slice(0, 3), whole.slice(3, 6), whole.slice(6)], [' ', ' ', '']);
    }),
  'au-medicare': (draw) => {
    const eight = draw.from(2, 6) + draw.digits(7);
    const check = (dot(eight, '1 3 -3 -1 1 3 -3 -1') + 400) % 10;
    return grouped(draw, [eight.slice(0, 4), eight.slice(4) + check, String(draw.from(1, 9))], [' ', '']);
  },
  'ca-sin': (draw) => {
    const whole = withLuhn(`${draw.from(1, 7)}${draw.digits(7)}`);
    return grouped(draw, [whole.slice(0, 3), whole.slice(3, 6), whole.slice(6)], [' ', '-', '']);
  },
  'sg-nric': (draw) => {
    const series = draw.of(Array.from('STFG'));
    const seven = draw.digits(7);
    const sum = dot(seven, '2 7 6 5 4 3 2') + ('TG'.includes(series) ? 4 : 0);
    const letters = 'ST'.includes(series) ? 'A B C D E F G H I Z J' : 'K L M N P Q R T U W X';
    return series + seven + letters.split(' ')[10 - (sum % 11)]!;
  },
  'il-id': (draw) => withLuhn(draw.digits(8)),
};
