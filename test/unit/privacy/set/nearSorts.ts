/** Sorts of things that are taken for personal data. */
import { iban, withLuhn } from './checkDigits.ts';
import { alphanumeric, two, type Draw } from './random.ts';

/** A text with a space is a sentence of its own; all others stand in one that says nothing. */
export const sorts: Record<string, (draw: Draw) => string> = {
  'seconds since 1970': (draw) => String(draw.from(1_500_000_000, 1_799_999_999)),
  'milliseconds since 1970': (draw) => `${draw.from(1_500_000_000, 1_799_999_999)}${draw.digits(3)}`,
  'microseconds since 1970': (draw) => `${draw.from(1_500_000_000, 1_799_999_999)}${draw.digits(6)}`,
  'log line': (draw) => `${time(draw)} INFO worker-${draw.below(9)} took ${draw.below(9999)} ms, offset ${draw.digits(10)}`,
  'ISO time': (draw) => `${time(draw)}.${draw.digits(6)}Z`.replace(' ', 'T'),
  'packed time': (draw) => time(draw).replaceAll(/\D/g, ''),
  date: (draw) => {
    const { yyyy, mm, dd } = draw.day(1950, 2035);
    return draw.of([
      `${dd}.${mm}.${yyyy}`,
      `${mm}/${dd}/${yyyy}`,
      `${yyyy}-${mm}-${dd}`,
      `${dd}-${mm}-${yyyy}`,
      `${yyyy}年${mm}月${dd}日`,
      `${dd}.${mm}.${yyyy} 10:30`,
    ]);
  },
  'two dates': (draw) =>
    `From ${draw.from(1, 28)}.0${draw.from(1, 9)}.2024 to ${draw.from(1, 28)}.1${draw.below(3)}.2025 and on 01/02/2026`,
  UUID: (draw) => draw.filled('%%%%%%%%-%%%%-4%%%-a%%%-%%%%%%%%%%%%'),
  'UUID in capitals': (draw) => draw.filled('%%%%%%%%-%%%%-4%%%-A%%%-%%%%%%%%%%%%').toUpperCase(),
  'order number': (draw) =>
    draw
      .of([
        'Order #{} has shipped.',
        'Bestellnummer {} ist unterwegs.',
        'Votre commande n° {} est prête.',
        'Pedido {} confirmado',
        '注文番号は{}です。',
        '订单号{}已发货。',
        'طلب رقم {} جاهز',
        'Invoice {} is due.',
      ])
      .replace('{}', () =>
        draw.filled(
          draw.of([
            '########',
            '##########',
            '############',
            '###-#######-#######',
            '################',
            '2024-######',
            'PO-#########',
            'ORD#######??',
          ]),
        ),
      )
      .replace(/$/, ' '),
  'tracking number': (draw) =>
    `Your tracking number is ${draw.filled(draw.of(['1Z***********###', '9400 1##### #### #### ####', '##############', 'RR#########DE', '####################']))}.`,
  'digits of pi': (draw) => `${draw.of(['3.', '3,'])}${pi.slice(0, draw.from(9, pi.length))}`,
  'digits of pi in groups': (draw) => `π = 3.${pi.slice(0, draw.from(10, 60)).replaceAll(/(.{5})/g, '$1 ')}…`,
  'digits of e': (draw) => `2.${'718281828459045235360287471352662497757247093699959574966967'.slice(0, draw.from(9, 60))}`,
  decimal: (draw) => `${draw.of(['', '-'])}${draw.below(999)}.${draw.digits(draw.from(6, 17))}`,
  coordinates: (draw) =>
    `${draw.of(['', '-'])}${draw.below(90)}.${draw.digits(6)}, ${draw.of(['', '-'])}${draw.below(180)}.${draw.digits(7)}`,
  'coordinates with commas': (draw) => `${draw.below(90)},${draw.digits(7)}; ${draw.below(180)},${draw.digits(7)}`,
  price: (draw) =>
    draw.of([
      `$${draw.below(999)},${draw.digits(3)},${draw.digits(3)}.${draw.digits(2)}`,
      `${draw.below(999)}.${draw.digits(3)}.${draw.digits(3)},${draw.digits(2)} €`,
      `¥${draw.digits(8)}`,
      `R$ ${draw.below(99)}.${draw.digits(3)},00`,
    ]),
  'big number': (draw) =>
    `${draw.from(1, 9)}${draw.of([',', ' ', '.', '_'])}${Array.from({ length: draw.from(2, 4) }, () => draw.digits(3)).join(draw.of([',', '_']))}`,
  'number of rows': (draw) => `The table has ${draw.from(100_000, 999_999_999)} rows and ${draw.digits(9)} cells.`,
  'version of four parts': (draw) =>
    draw.of([
      `v${parts(draw, 4, 20)}`,
      `version ${parts(draw, 4, 250)}`,
      `Version ${parts(draw, 4, 250)}`,
      `Chrome/${draw.from(90, 140)}.0.${draw.below(9999)}.${draw.below(255)}`,
      `Chrome/${draw.from(90, 140)}.0.0.0`,
      `版本 ${parts(draw, 4, 99)}`,
      `build ${parts(draw, 4, 250)}`,
    ]),
  'version of three parts': (draw) =>
    draw.of([parts(draw, 3, 30), `^${parts(draw, 3, 30)}`, `${parts(draw, 3, 30)}-rc.${draw.below(9)}`, `~> ${parts(draw, 2, 30)}`]),
  'package at a version': (draw) =>
    `${draw.of(['react', 'lodash', '@types/node', 'left-pad', 'actions/checkout'])}@${draw.of(['', 'v', '^'])}${parts(draw, 3, 30)}${draw.of(['', '-beta.1', '-rc.one'])}`,
  section: (draw) => `See ${draw.of(['section', '§', 'Abschnitt', 'Figure', 'chapitre'])} ${parts(draw, 4, 9)} for more.`,
  'object identifier': (draw) => `1.3.6.1.4.1.${draw.below(9999)}.${draw.below(99)}.${draw.below(9)}`,
  MD5: (draw) => draw.filled('%'.repeat(32)),
  'SHA-1': (draw) => draw.filled('%'.repeat(40)),
  'SHA-256': (draw) => draw.filled('%'.repeat(64)),
  commit: (draw) => draw.of([`commit ${draw.filled('%%%%%%%%%')} fixes it`, draw.filled('%%%%%%%'), draw.filled('%%%%%%%%%%')]),
  base64: (draw) => `${draw.filled('*'.repeat(draw.from(5, 20) * 4 - 2))}==`,
  'integrity hash': (draw) => `sha512-${draw.signs(86, `${alphanumeric}+/`)}==`,
  'long id': (draw) => draw.filled('*'.repeat(draw.of([11, 20, 22, 24, 28]))),
  snowflake: (draw) => `1${draw.digits(17)}`,
  'ISBN-13': (draw) => {
    const twelve = `978${draw.digits(9)}`;
    const whole = twelve + String((1000 - Array.from(twelve).reduce((sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1), 0)) % 10);
    return draw.of([whole, `ISBN ${whole.slice(0, 3)}-${whole[3]}-${whole.slice(4, 7)}-${whole.slice(7, 12)}-${whole[12]}`]);
  },
  'ISBN-10': (draw) => {
    const nine = draw.digits(9);
    const check = Array.from(nine).reduce((sum, digit, at) => sum + Number(digit) * (at + 1), 0) % 11;
    const end = check === 10 ? 'X' : String(check);
    return draw.of([
      `ISBN ${nine}${end}`,
      `${nine[0]}-${nine.slice(1, 4)}-${nine.slice(4)}-${end}`,
      `ISBN: ${nine[0]}-${nine.slice(1, 4)}-${nine.slice(4)}-${end}`,
    ]);
  },
  ISSN: (draw) => draw.filled('ISSN ####-###X'),
  DOI: (draw) => draw.filled('10.####/s#####-0##-#####-#'),
  'arXiv number': (draw) => draw.filled('arXiv:##0#.#####'),
  EAN: (draw) => draw.of(['4', '5', '8', '6']) + draw.digits(12),
  colour: (draw) => `#${draw.filled('%%%%%%')}; rgba(${draw.below(255)}, ${draw.below(255)}, 0, 0.5)`,
  'hardware address': (draw) => draw.of([draw.filled('%%:%%:%%:%%:%%:%%'), draw.filled('%%-%%-%%-%%-%%-%%')]),
  'scope of a program': (draw) =>
    draw.of([
      'std::vector<int> a;',
      'Foo::Bar.baz',
      'use a::b::c;',
      'crate::fs::read(b)',
      'A::B',
      'dead::beef',
      'face::add()',
      '::before { top: 0 }',
      'x[1:2, ::3]',
      'Cafe::Bar::new',
      'int a::b = 3;',
    ]),
  'time of day': (draw) =>
    draw.of([
      `${two(draw.below(24))}:${two(draw.below(60))}:${two(draw.below(60))}`,
      `${two(draw.below(24))}:${two(draw.below(60))}:${two(draw.below(60))}:${two(draw.below(24))}`,
      `10:30–12:45`,
    ]),
  'this host': (draw) =>
    draw.of([
      '127.0.0.1',
      'http://127.0.0.1:8080/x',
      '0.0.0.0',
      '255.255.255.0',
      '::1',
      '10.0.0.0/8',
      '192.168.0.0/16',
      'localhost:3000',
      'fe80::/10',
      '::ffff',
    ]),
  'picture file': (draw) =>
    `${draw.of(['icon', 'logo', 'hero-image'])}@${draw.of(['2x', '3x', '1.5x'])}.${draw.of(['png', 'jpg', 'webp', 'svg'])}`,
  'at sign': (draw) =>
    draw.of([
      '@jane_doe',
      'git@github.com:owner/repo.git',
      'user@localhost',
      'foo@bar',
      '@app.route("/x")',
      '@media (min-width: 600px)',
      'a @ b.c',
      'image@sha256:' + draw.filled('%'.repeat(64)),
      'x@y',
      'Person@Home',
      'npm i react@latest',
      '@Override',
      'p@q.1',
      'ssh://git@gitlab.com/x/y.git',
      'A@B=C',
      '5@3.50',
    ]),
  arithmetic: (draw) =>
    draw.of([
      `${draw.below(9999)} - ${draw.below(999)} = ${draw.below(9999)}`,
      `${draw.digits(5)}*${draw.digits(5)}=${draw.digits(10)}`,
      `f(${draw.digits(7)}) / ${draw.digits(3)}`,
      `${draw.digits(4)}+${draw.digits(4)}`,
    ]),
  code: (draw) =>
    draw.of([
      `const MAX = ${draw.digits(9)};`,
      `0x${draw.filled('%%%%%%%%')}`,
      `for (let i = 0; i < ${draw.digits(8)}; i++) {}`,
      `arr[${draw.digits(3)}][${draw.digits(3)}]`,
      `sleep(${draw.digits(8)})`,
      `id: ${draw.digits(9)},`,
      `[${draw.digits(9)}, ${draw.digits(9)}, ${draw.digits(9)}]`,
      `SELECT * FROM t WHERE id = ${draw.digits(9)};`,
      `user_id=${draw.digits(8)}&page=2`,
      `\\u{1F600} \\x41 ${draw.digits(6)}`,
    ]),
  'variable for a key': (draw) =>
    draw.of([
      'OPENAI_API_KEY=sk-...',
      'export TOKEN=$GITHUB_TOKEN',
      'sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      'https://api.example.com/?api_key=YOUR_API_KEY',
      'https://example.com/?token=${token}',
      'postgres://user:$PASSWORD@host/db',
      'https://user:{{password}}@host',
      'sk-learn-contrib and task-management',
      'ghp_example',
      'AKIA is the prefix of AWS keys',
      'hf_hub_download("x")',
      'key-value-store',
      'npm_config_registry',
      'eyJ is how a JWT begins',
    ]),
  'public key': (draw) => `-----BEGIN PUBLIC KEY-----\n${draw.filled('*'.repeat(64))}\n-----END PUBLIC KEY-----`,
  'address of a page': (draw) =>
    draw.of([
      `https://example.com/items/${draw.digits(9)}/view?id=${draw.digits(8)}`,
      `https://www.youtube.com/watch?v=${draw.filled('***********')}`,
      `https://x.com/a/status/1${draw.digits(18)}`,
      'http://example.com:8080/a@b',
      `https://maps.example/@${draw.below(90)}.${draw.digits(7)},${draw.below(180)}.${draw.digits(7)},15z`,
      `https://shop.example/p/${draw.digits(13)}`,
    ]),
  'row of digits': (draw) => draw.digits(draw.from(5, 13)),
  'serial number': (draw) =>
    `Serial no. ${draw.filled(draw.of(['????########', '??######', '#########?', '?########', '####-####-####']))}`,
  IMEI: (draw) => `IMEI ${withLuhn(`35${draw.digits(12)}`)}`,
  'score and range': (draw) =>
    draw.of([
      `pages ${draw.from(10, 99)}-${draw.from(100, 199)}, ${draw.from(1990, 2024)}–2026`,
      '3-2 (25-21, 19-25, 25-23)',
      '1914-1918 and 1939-1945',
      `Psalm ${draw.below(150)}:${draw.below(30)}-${draw.below(40)}`,
      `${draw.digits(2)}-${draw.digits(2)}-${draw.digits(2)}`,
    ]),
  'IBAN, a digit wrong': (draw) => `IBAN: ${spoiled(draw, iban('DE', draw.digits(18)))}`,
  'card, a digit wrong': (draw) => `Card number ${spoiled(draw, withLuhn(`4${draw.digits(14)}`))}`,
};

/** One of the last two digits is another one. */
export function spoiled(draw: Draw, number: string): string {
  const places = [...number.matchAll(/\d/g)].map((match) => match.index).slice(-2);
  const place = draw.of(places);
  return number.slice(0, place) + String((Number(number[place]) + draw.from(1, 9)) % 10) + number.slice(place + 1);
}

const parts = (draw: Draw, count: number, below: number): string => Array.from({ length: count }, () => draw.below(below)).join('.');

function time(draw: Draw): string {
  const { yyyy, mm, dd } = draw.day(1990, 2030);
  return `${yyyy}-${mm}-${dd} ${two(draw.below(24))}:${two(draw.below(60))}:${two(draw.below(60))}`;
}

const pi = '14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651';
