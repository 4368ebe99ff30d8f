/** Numbers that states and their handbooks print as examples: what our check digits say of them. */
import { describe, expect, test } from 'vitest';
import { bare } from '../../../lib/privacy/detector.ts';
import { nationalId } from '../../../lib/privacy/detectors/nationalId.ts';
import { nationalIds } from '../../../lib/privacy/ids/index.ts';

/** Rule, numbers, and a word of the country. */
const published: [string, string[], string][] = [
  ['us-ssn', ['536-90-4399', '123-45-6789'], 'SSN'],
  ['us-itin', ['912-90-3456', '900-70-0000'], 'ITIN'],
  ['gb-nhs', ['943 476 5919', '401 023 2137'], 'NHS number'],
  ['gb-nino', ['AB 12 34 56 C', 'JG103759A'], 'National Insurance number'],
  ['de-idnr', ['86095742719', '47 036 892 816', '65929970489'], 'IdNr.'],
  ['de-svnr', ['15070649C103', '65 180539 W 001'], 'Versicherungsnummer'],
  ['fr-nir', ['2 55 08 14 168 025 38', '255081416802538'], 'numéro de sécurité sociale'],
  ['es-dni', ['12345678Z', '54362315-K'], 'DNI'],
  ['es-nie', ['X1234567L', 'X-2482300-W'], 'NIE'],
  ['it-cf', ['RSSMRA85T10A562S', 'MRTMTT91D08F205J'], 'codice fiscale'],
  ['nl-bsn', ['111222333', '1112.22.333', '123456782'], 'BSN'],
  ['be-nrn', ['85.07.30-033.28', '17.07.30-033.84'], 'rijksregisternummer'],
  ['pl-pesel', ['44051401359', '02070803628'], 'PESEL'],
  ['pt-nif', ['123456789', '299999998'], 'NIF'],
  ['se-personnummer', ['811228-9874', '640823-3234'], 'personnummer'],
  ['dk-cpr', ['070761-4285', '211062-5629'], 'CPR-nummer'],
  ['fi-hetu', ['131052-308T', '010594Y9032'], 'henkilötunnus'],
  ['no-fodselsnummer', ['151086 95088', '15108695088'], 'fødselsnummer'],
  ['ch-ahv', ['756.9217.0769.85', '756.1234.5678.97'], 'AHV-Nummer'],
  ['at-svnr', ['1237 010180', '1237010180'], 'SVNR'],
  ['br-cpf', ['390.533.447-05', '11144477735'], 'CPF'],
  ['br-cnpj', ['16.727.230/0001-97', '12.ABC.345/01DE-35'], 'CNPJ'],
  ['mx-curp', ['BOXW310820HNERXN09'], 'CURP'],
  ['in-aadhaar', ['2341 2341 2346', '234123412346'], 'Aadhaar'],
  ['in-pan', ['ACUPA7085R', 'AAPFU0939F'], 'PAN'],
  ['cn-ric', ['11010519491231002X'], '身份证'],
  ['kr-rrn', ['900101-1234568'], '주민등록번호'],
  ['jp-my-number', ['1234 5678 9018'], 'マイナンバー'],
  ['tr-kimlik', ['10000000146', '17291716060'], 'T.C. kimlik no'],
  ['za-id', ['7503305044089', '800101 5009 087'], 'ID number'],
  ['au-tfn', ['123 456 782', '876543210'], 'TFN'],
  ['au-medicare', ['2123 45670 1', '2123456701'], 'Medicare'],
  ['ca-sin', ['046 454 286', '130 692 544'], 'SIN'],
  ['sg-nric', ['S1234567D', 'F1234567N', 'G1234567X', 'M1234567K'], 'NRIC'],
  ['il-id', ['039337423', '123456782'], 'תעודת זהות'],
];

/** Their numbers have no digit that checks the others. */
const unchecked = new Set(['us-ssn', 'us-itin', 'gb-nino', 'dk-cpr', 'in-pan']);
/** Sure without a word, as they are written above. */
const isSure = (text: string): string[] =>
  nationalId(text)
    .filter(({ sure }) => sure)
    .map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`);

describe('published examples', () => {
  test('every number of the list of countries has one', () => {
    expect(new Set(published.map(([rule]) => rule))).toEqual(new Set(nationalIds.map(({ id }) => id)));
  });

  test.each(published)('%s %j', (rule, numbers, word) => {
    for (const number of numbers) {
      const text = `(${word}: ${number}).`;
      expect(isSure(text)).toContain(`${rule} ${number}`);
    }
  });

  test.each(published.filter(([rule]) => !unchecked.has(rule)))('%s: every other check digit is wrong', (rule, numbers) => {
    const [first = ''] = numbers;
    const valid = (number: string): boolean =>
      nationalIds
        .filter(({ id }) => id === rule)
        .slice(0, 1)
        .every(({ isValid }) => isValid(bare(number)));
    const place = rule === 'at-svnr' ? first.indexOf(' ') - 1 : rule === 'au-medicare' ? 9 : first.length - 1;
    const others = Array.from(/\d/.test(first[place]!) ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
      .filter((sign) => sign !== first[place])
      .map((sign) => first.slice(0, place) + sign + first.slice(place + 1));
    expect(others.filter(valid)).toEqual([]);
  });
});

describe('which forms need a word', () => {
  test.each([
    '123456782',
    'Order 1237010180',
    'S1234567D',
    '12345678Z',
    '10000000146',
    '943 476 5919',
    '311299-4285',
    '19811228-9874',
    '7503305044089',
    '2341 2341 2346',
  ])('%s alone is a number like another', (text) => {
    expect(isSure(text)).toEqual([]);
  });

  test.each([
    '123-45-6789',
    '86095742719',
    '255081416802538',
    '756.1234.5678.97',
    '390.533.447-05',
    'RSSMRA85T10A562S',
    '11010519491231002X',
  ])('%s says itself what it is', (text) => {
    expect(isSure(text)).toHaveLength(1);
  });

  test('one word serves a list', () => {
    expect(isSure('BSN: 111222333, 123456782, 111222333')).toHaveLength(3);
  });

  test('a word behind a mask says nothing of what follows it', () => {
    expect(isSure('BSN \0\0\0\0 and 111222333')).toEqual([]);
  });

  test.each(['3.14159265358979', 'v1.123456782', '12/123456782/7', 'a123456782', '123456782b', '123456782-01'])(
    '%s is part of something',
    (text) => {
      expect(isSure(`BSN ${text}`)).toEqual([]);
    },
  );
});
