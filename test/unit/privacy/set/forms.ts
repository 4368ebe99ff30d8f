/** Forms in which people and vendors write things, and makers of those that have no form. */
import { ids } from './ids.ts';
import type { Draw } from './random.ts';

/** Forms that say themselves what they are. */
export const alone = [
  'us-ssn',
  'de-idnr',
  'fr-nir',
  'it-cf',
  'be-nrn',
  'fi-hetu',
  'no-fodselsnummer',
  'ch-ahv',
  'br-cpf',
  'br-cnpj',
  'mx-curp',
  'cn-ric',
  'kr-rrn',
];
/** As they are written where no word helps. */
export function written(draw: Draw, rule: string): string {
  for (;;) {
    const number = ids[rule]!(draw);
    if (rule === 'us-ssn' || rule === 'br-cpf' ? number.includes('-') : rule !== 'it-cf' || /^[A-Z]/.test(number)) return number;
  }
}

export const mails: Record<string, (draw: Draw) => string> = {
  name: (draw) =>
    `${draw.of(['anna', 'j.smith', 'maria_lopez', 'li-wei', 'Ahmed.Hassan', 'TANAKA', 'x'])}${draw.of(['', '1984', '.work'])}@${draw.of(['example.com', 'gmail.com', 'firma.de', 'mail.co.jp', 'uni-koeln.de', 'sub.dept.gov.br', 'qq.com'])}`,
  tag: (draw) => `user${draw.below(1000)}+${draw.of(['news', 'bills', 'test'])}@example.${draw.of(['org', 'io', 'technology'])}`,
  capitals: (draw) => `${draw.filled('?????')}@EXAMPLE.${draw.of(['COM', 'NET'])}`,
  wide: (draw) => `${draw.of(['jürgen', 'françois', 'zoë'])}@${draw.of(['müller.de', 'école.fr', 'xn--mller-kva.de'])}`,
  cyrillic: (draw) => `${draw.of(['иван', 'анна.п'])}@${draw.of(['почта.рф', 'пример.рф'])}`,
  digits: (draw) => `${draw.digits(9)}@qq.com`,
  spoken: (draw) => `${draw.of(['john', 'mary.jones'])}${draw.of([' [at] ', '(at)'])}example${draw.of([' [dot] ', '(dot)'])}com`,
  escaped: (draw) => `first\\_${draw.of(['last', 'name'])}\\@example.com`,
  quoted: (draw) => `"${draw.of(['john doe', 'a b'])}"@example.com`,
};

/** SWIFT's forms of the national part: `#` digit, `?` letter. */
export const accounts: Record<string, string> = {
  DE: '##################',
  GB: '????##############',
  FR: '####################?##',
  ES: '####################',
  IT: '?######################',
  NL: '????##########',
  BE: '############',
  AT: '################',
  CH: '#################',
  PL: '########################',
  PT: '#####################',
  SE: '####################',
  DK: '##############',
  FI: '##############',
  NO: '###########',
  IE: '????##############',
  LU: '################',
  CZ: '####################',
  GR: '#######################',
  TR: '######################',
  SA: '####################',
  AE: '###################',
  BR: '#######################??',
  IL: '###################',
  MT: '????#######################',
};

export const cards: Record<string, [beginnings: string, length: number]> = {
  visa: ['4', 16],
  mastercard: ['51 53 55 2221 2400 2720', 16],
  amex: ['34 37', 15],
  discover: ['6011 644 65', 16],
  jcb: ['3528 3560 3589', 16],
  unionpay: ['62', 16],
};

export const addresses: Record<string, (draw: Draw) => string> = {
  ipv4: (draw) => `${draw.of([10, 172, 192, 84, 203, 51, 8])}.${draw.from(10, 255)}.${draw.below(256)}.${draw.from(1, 254)}`,
  'ipv6 whole': (draw) =>
    Array.from({ length: 8 }, (_, at) => (at === 0 ? '2001' : draw.signs(4, '0123456789abcdef').replace(/^0{1,3}/, ''))).join(':'),
  'ipv6 short': (draw) => `${draw.of(['2a00:1450', '2001:db8:85a3', 'fe80', 'fd12:3456'])}::${draw.filled('8%2e:%%%1')}`,
};

export const logins: Record<string, (draw: Draw) => [before: string, secret: string, after: string]> = {
  web: (draw) => ['https://', `${draw.of(['admin', 'jane%40x'])}:${draw.filled('****!**')}`, '@intranet.example.com/path'],
  database: (draw) => [
    draw.of(['postgres://', 'mongodb+srv://', 'mysql://', 'redis://', 'amqp://']),
    `${draw.of(['app', 'root', ''])}:${draw.filled('**********')}`,
    `@db${draw.below(9)}.internal:5432/main`,
  ],
  query: (draw) => [
    `https://api.example.com/v1/items?page=2&${draw.of(['access_token', 'api_key', 'token', 'password', 'client_secret'])}=`,
    draw.filled('********************'),
    draw.of(['', '&sort=up']),
  ],
};

/** `#` digit, `?` capital, `%` hexadecimal, `*` letter or digit. */
export const keys: Record<string, string[]> = {
  openai: [
    `sk-proj-${'*'.repeat(74)}T3BlbkFJ${'*'.repeat(74)}`,
    `sk-${'*'.repeat(20)}T3BlbkFJ${'*'.repeat(20)}`,
    `sk-svcacct-${'*'.repeat(58)}T3BlbkFJ${'*'.repeat(58)}`,
  ],
  anthropic: [`sk-ant-api03-${'*'.repeat(60)}-${'*'.repeat(32)}AA`, `sk-ant-admin01-${'*'.repeat(93)}AA`],
  aws: ['AKIAIOSFODNN7???????', 'ASIA????????????????'],
  github: [`ghp_${'*'.repeat(36)}`, `gho_${'*'.repeat(36)}`, `ghs_${'*'.repeat(36)}`, `github_pat_${'*'.repeat(22)}_${'*'.repeat(59)}`],
  gitlab: [`glpat-${'*'.repeat(20)}`, `glrt-${'*'.repeat(20)}`],
  google: [`AIza${'*'.repeat(35)}`, `GOCSPX-${'*'.repeat(28)}`, `ya29.${'*'.repeat(60)}`],
  slack: [
    `xoxb-${'#'.repeat(12)}-${'#'.repeat(12)}-${'*'.repeat(24)}`,
    `xoxp-${'#'.repeat(11)}-${'#'.repeat(11)}-${'#'.repeat(12)}-${'%'.repeat(32)}`,
    `https://hooks.slack.com/services/T${'?'.repeat(8)}/B${'?'.repeat(8)}/${'*'.repeat(24)}`.slice(8),
  ],
  stripe: [`sk_live_${'*'.repeat(24)}`, `rk_test_${'*'.repeat(99)}`, `whsec_${'*'.repeat(32)}`],
  twilio: [`SK${'%'.repeat(32)}`],
  sendgrid: [`SG.${'*'.repeat(22)}.${'*'.repeat(43)}`],
  npm: [`npm_${'*'.repeat(36)}`],
  pypi: [`pypi-AgEIcHlwaS5vcmc${'*'.repeat(140)}`],
  'hugging-face': [`hf_${'*'.repeat(34)}`],
  azure: [`***8Q~${'*'.repeat(34)}`],
  digitalocean: [`dop_v1_${'%'.repeat(64)}`],
  telegram: [`########7:AA${'*'.repeat(33)}`],
  discord: [`MT${'*'.repeat(22)}.G${'*'.repeat(5)}.${'*'.repeat(38)}`],
  shopify: [`shpat_${'%'.repeat(32)}`],
  databricks: [`dapi${'%'.repeat(32)}`],
  groq: [`gsk_${'*'.repeat(52)}`],
  perplexity: [`pplx-${'*'.repeat(48)}`],
  mailgun: [`key-${'%'.repeat(32)}`],
  docker: [`dckr_pat_${'*'.repeat(27)}`],
};

export function token(draw: Draw): string {
  const part = (value: unknown): string => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const header = draw.of([{ alg: 'HS256', typ: 'JWT' }, { typ: 'JWT', alg: 'RS256', kid: draw.filled('****') }, { alg: 'none' }]);
  return `${part(header)}.${part({ sub: draw.digits(10), name: draw.filled('?????'), iat: 1_732_233_600 + draw.below(9999) })}.${draw.signs(43, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_')}`;
}

export function armour(draw: Draw): string {
  const type = draw.of(['RSA PRIVATE KEY', 'PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'ENCRYPTED PRIVATE KEY']);
  const lines = Array.from({ length: draw.from(3, 14) }, () => draw.filled('*'.repeat(64)));
  return [`-----BEGIN ${type}-----`, ...lines, draw.filled('********************=='), `-----END ${type}-----`].join(
    draw.of(['\n', '\n', '\\n']),
  );
}

/** Numbers with the code of their country, in forms that the countries use. */
export const abroad: Record<string, string[]> = {
  US: ['+1 212 555 01##', '+1-415-555-01##', '+1 (650) 253-0###', '+1202555####'],
  GB: ['+44 20 7946 0###', '+44 (0)20 7946 0###', '+447911123###'],
  DE: ['+49 30 23125 ###', '+49 (0)89 1234 56##', '+4915112345###'],
  FR: ['+33 6 12 34 56 ##', '+33 1 42 68 53 ##'],
  ES: ['+34 612 34 56 ##', '+34-91-411-10-##'],
  IT: ['+39 06 6982 ####', '+39 347 123 45##'],
  BR: ['+55 11 91234-56##', '+55 (21) 2345-67##'],
  MX: ['+52 55 1234 56##'],
  JP: ['+81 90-1234-56##', '+81-3-1234-56##'],
  CN: ['+86 138 1234 56##', '+8613912345###'],
  IN: ['+91 98765 432##', '+91-98765432##'],
  SA: ['+966 50 123 45##'],
  AE: ['+971 50 123 45##'],
  IL: ['+972 50-123-45##'],
  KR: ['+82 10-1234-56##'],
  AU: ['+61 412 345 6##'],
  ZA: ['+27 82 123 45##'],
  CH: ['+41 44 668 18 ##'],
  NL: ['+31 6 12345 6##'],
  SE: ['+46 70-123 45 ##'],
  PL: ['+48 512 345 6##'],
};

/** A language, and numbers as the country writes them for itself. */
export const home: Record<string, [language: string, ...forms: string[]]> = {
  US: ['en', '(212) 555-01##', '415-555-01##', '650.253.0###', '2025550###'],
  GB: ['en', '020 7946 0###', '07700 900###'],
  DE: ['de', '030 23125###', '089/123456##', '0151 12345###', '(0221) 1234-5##'],
  FR: ['fr', '06 12 34 56 ##', '01.42.68.53.##'],
  ES: ['es', '612 34 56 ##', '91 411 10 ##'],
  BR: ['pt-BR', '(11) 91234-56##', '21 2345-67##'],
  JP: ['ja', '090-1234-56##', '03-1234-56##', '０９０－１２３４－５６##'],
  CN: ['zh-CN', '138123456##', '010-8123 45##'],
  SA: ['ar', '050 123 45##', '٠٥٠١٢٣٤٥##'],
};
