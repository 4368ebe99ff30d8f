/** What the labelled set is too regular to ask: odd places, and what stands at the edge of each kind. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../../lib/privacy/find.ts';
import type { ParsePhone } from '../../../lib/privacy/phones.ts';

const find = createFinder({ regions: ['US', 'DE', 'FR'] }, parsePhoneNumberFromString as ParsePhone);
const found = (text: string): string[] => find([text])[0]!.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('e-mail', () => {
  test.each([
    ['邮箱是foo@bar.com谢谢', ['email foo@bar.com']],
    ['用户@例子.公司', ['email 用户@例子.公司']],
    ['<a@b.co>,c@d.org;', ['email a@b.co', 'email c@d.org']],
    ['mailto:x.y@example.com?subject=a', ['email x.y@example.com']],
    ['?to=jane%40example.com&x=1', ['email jane%40example.com']],
    ['**o’hara.x@example.ie**', ['email hara.x@example.ie']],
    ["o'hara@example.ie", ["email o'hara@example.ie"]],
    ['Write to a@b.com. Then', ['email a@b.com']],
    ['a@b', []],
    ['git@github.com:a/b.git', []],
    ['react@18.2.0 and vite@v8.3.8-beta.one', []],
    ['logo@2x.png', []],
    ['这是@app.route', []],
    [`${'a'.repeat(100)}@x.com`, [`email ${'a'.repeat(64)}@x.com`]],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('numbers', () => {
  test.each([
    ['IBAN:DE89370400440532013000', ['iban DE89370400440532013000']],
    ['gb29 nwbk 6016 1331 9268 19 and', ['iban gb29 nwbk 6016 1331 9268 19']],
    ['DE89 3704 0044 0532 0130 01', []],
    ['BE10EE53-552E-4438-AA2C-C25EA73E5C62', []],
    ['Order 4111111111111111 shipped', []],
    ['Visa 4111111111111111', ['card 4111111111111111']],
    ['4111-1111-1111-1111-1', []],
    ['4111 1111 1111 1112', []],
    ['卡号：４１１１　１１１１　１１１１　１１１１', ['card ４１１１　１１１１　１１１１　１１１１']],
    ['diners 3056 930902 5904', ['card 3056 930902 5904']],
    ['1732233600000000', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

/** The examples of SWIFT's registry. */
const accounts = [
  'AL47212110090000000235698741 AD1200012030200359100100 AT611904300234573201 AZ21NABZ00000000137010001944 BH67BMAG00001299123456',
  'BE68539007547034 BA391290079401028494 BR9700360305000010009795493P1 BG80BNBG96611020345678 CR05015202001026284066',
  'HR1210010051863000160 CY17002001280000001200527600 CZ6508000000192000145399 DK5000400440116243 DO28BAGR00000001212453611324',
  'EE382200221020145685 FO6264600001631634 FI2112345600000785 FR1420041010050500013M02606 GE29NB0000000101904917',
  'DE89370400440532013000 GI75NWBK000000007099453 GR1601101250000000012300695 GL8964710001000206 GT82TRAJ01020000001210029690',
  'HU42117730161111101800000000 IS140159260076545510730339 IE29AIBK93115212345678 IL620108000000099999999',
  'IT60X0542811101000000123456 JO94CBJO0010000000000131000302 KZ86125KZT5004100100 KW81CBKU0000000000001234560101',
  'LV80BANK0000435195001 LB62099900000001001901229114 LI21088100002324013AA LT121000011101001000 LU280019400644750000',
  'MK07250120000058984 MT84MALT011000012345MTLCAST001S MR1300020001010000123456753 MU17BOMM0101101030300200000MUR',
  'MD24AG000225100013104168 MC5811222000010123456789030 ME25505000012345678951 NL91ABNA0417164300 NO9386011117947',
  'PK36SCBL0000001123456702 PS92PALS000000000400123456702 PL61109010140000071219812874 PT50000201231234567890154',
  'QA58DOHB00001234567890ABCDEFG RO49AAAA1B31007593840000 SM86U0322509800000000270100 SA0380000000608010167519',
  'RS35260005601001611379 SK3112000000198742637541 SI56263300012039086 ES9121000418450200051332 SE4550000000058398257466',
  'CH9300762011623852957 TN5910006035183598478831 TR330006100519786457841326 AE070331234567890123456 GB29NWBK60161331926819',
  'VG96VPVG0000012345678901 XK051212012345678906 LC55HEMM000100010012001200023015 SC18SSCB11010000000000001497USD',
  'TL380080012345678910157 UA213223130000026007233566001 IQ98NBIQ850123456789012 BY13NBRB3600900000002Z00AB00',
  'EG380019000500000000263180002 VA59001123000012345678 SV62CENR00000000000000700025 LY83002048000020100120361',
];

test.each(accounts.join(' ').split(' '))('%s is an account', (number) => {
  expect(found(`Please pay to ${number.match(/.{1,4}/g)!.join(' ')} soon.`)).toEqual([`iban ${number.match(/.{1,4}/g)!.join(' ')}`]);
  expect(found(number)).toEqual([`iban ${number}`]);
});

describe('phones', () => {
  test.each([
    ['tel:+4930901820', ['phone +4930901820']],
    ['+49 30 1234567 or +49 30 7654321', ['phone +49 30 1234567', 'phone +49 30 7654321']],
    ['(030) 23125000', ['phone (030) 23125000']],
    ['Call 030 1234567.', ['phone 030 1234567']],
    ['Anruf unter 0044 20 7946 0958', ['phone 0044 20 7946 0958']],
    ['06 12 34 56 78', ['phone 06 12 34 56 78']],
    ['call stack (CVE-2026-9358)', []],
    ['Mobile Safari/537.36 Edge/14.14263', []],
    ['getTime() + 31536000000', []],
    ['<Buffer 0a 02 00 00 00 00 05 00 00>', []],
    ['01.02.2024 10:30', []],
    ['0-306-40615-2', []],
    ['+1234', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('addresses of machines', () => {
  test.each([
    ['http://203.0.113.7:8080/x', ['ip 203.0.113.7']],
    ['root@10.0.0.1', ['ip 10.0.0.1']],
    ['[2001:db8::7]:443', ['ip 2001:db8::7']],
    ['::ffff:203.0.113.7', ['ip ::ffff:203.0.113.7']],
    ['fe80::1', ['ip fe80::1']],
    ['127.0.0.1, 0.0.0.0, 255.255.255.0, ::1, 10.0.0.0/8', []],
    ['v1.2.3.4, 1.2.3.4, Chrome/120.0.0.0, 1.2.3.4.5, version 20.30.40.50', []],
    ['12:34:56 and aa:bb:cc:dd:ee:ff and std::vector and a1::b2', []],
    ['300.1.2.3 and 10.01.2.3', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('secrets', () => {
  const key = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
  test.each([
    ['https://jane:p%40ss@host/x', ['credentials jane:p%40ss']],
    ['redis://:hunter2@cache:6379', ['credentials :hunter2']],
    ['https://host:8080/a@b', []],
    ['https://x.example/?token=abcdef123, and', ['credentials abcdef123']],
    ['postgres://user:${PASSWORD}@host', []],
    [`ghp_${key}`, [`api-key ghp_${key}`]],
    [`"ghp\\_${key}"`, [`api-key ghp\\_${key}`]],
    [`aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzKEYabc`, ['api-key wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzKEYabc']],
    ['sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', []],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_9.', ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_9']],
    ['eyJub3RhIjoiand0In0.eyJhIjoxfQ.abc', []],
    ['-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a private key without its end goes as far as it is one', () => {
    const lines = `${'Ab1+'.repeat(16)}\n${'Zz9/'.repeat(16)}`;
    expect(found(`x -----BEGIN EC PRIVATE KEY-----\n${lines}\n\nThat was it.`)).toEqual([
      `private-key -----BEGIN EC PRIVATE KEY-----\n${lines}`,
    ]);
  });
});

test('ten thousand beginnings of everything cost no more than their length', () => {
  // A detector that went on from each of them to the end of the text would need minutes: this ends with the others.
  for (const beginning of [
    '-----BEGIN PRIVATE KEY-----',
    'eyJhbGciOi.',
    '@',
    'a@',
    'sk-',
    'https://a:',
    '?token=',
    '1.',
    '12:',
    'DE89 ',
    '+1 (',
    '[at]',
    '[A',
    '\\',
    '1-',
    '4111 ',
  ]) {
    expect(found(beginning.repeat(10_000)).length).toBeLessThanOrEqual(10_000);
  }
});
