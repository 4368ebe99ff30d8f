/** IBAN (ISO 13616): the country's length (SWIFT's registry, and the countries that use the form without being in it) and the check by 97. */
import { rest97 } from '../checks.ts';
import { bare, standsAlone, type Detector, type Hit } from '../detector.ts';

const lengths: Record<number, string> = {
  15: 'NO',
  16: 'BE',
  18: 'DK FI FK FO GL NL SD',
  19: 'MK SI',
  20: 'AT BA EE KZ LT LU MN XK',
  21: 'CH HR LI LV',
  22: 'BG BH CR DE GB GE IE ME RS VA',
  23: 'AE GI IL IQ OM SO TL',
  24: 'AD CZ ES MD PK RO SA SE SK TN VG',
  25: 'AO CV GW LY MZ PT ST',
  26: 'DZ IR IS TR',
  27: 'BI CF CG CM DJ FR GA GQ GR IT KM MC MG MR SM TD',
  28: 'AL AZ BF BJ BY CI CY DO GT HN HU LB MA ML NE NI PL SN SV TG',
  29: 'BR EG PS QA UA',
  30: 'JO KW MU YE',
  31: 'MT SC',
  32: 'LC',
  33: 'RU',
};
const lengthOf = new Map(
  Object.entries(lengths).flatMap(([length, countries]) => countries.split(' ').map((country) => [country, Number(length)] as const)),
);
const beginning = /[A-Za-z]{2}[ -]?\d{2}(?=[ -]?[A-Za-z0-9]{2})/g;

/** Finds IBANs, grouped by spaces or dashes in any way, in capitals or not. */
export const iban: Detector = (text) => {
  const hits: Hit[] = [];
  for (const { 0: found, index: start } of text.matchAll(beginning)) {
    const length = lengthOf.get(found.slice(0, 2).toUpperCase());
    if (!length) continue;
    const end = endOf(text, start, length);
    if (end === 0 || !standsAlone(text, start, end)) continue;
    const value = bare(text.slice(start, end));
    if (rest97(value.slice(4) + value.slice(0, 4)) === 1)
      hits.push({ start, end, kind: 'iban', rule: value.slice(0, 2), value, sure: true });
  }
  return hits;
};

/** Behind the given number of letters and digits, with single separators between them; 0 if they are not there. */
function endOf(text: string, start: number, length: number): number {
  let end = start;
  for (let count = 0; count < length; end++) {
    if (/[A-Za-z0-9]/.test(text[end] ?? '')) count++;
    else if (!/[ -]/.test(text[end] ?? '') || !/[A-Za-z0-9]/.test(text[end + 1] ?? '')) return 0;
  }
  return end;
}
