/** Phone numbers. The numbering plans are a library's (`libphonenumber-js/min`); which rows of digits are numbers is decided here. */
import { anyOf, isNear } from './context.ts';
import { sharedWords } from './ids/words.ts';
import { standsAlone, type Detector, type Hit } from './detector.ts';

/** `parsePhoneNumberFromString` of the library, whose plans weigh 35 kB gzipped: whoever has it gives it. Region: ISO 3166-1, two letters. */
export type ParsePhone = (text: string, region?: string) => { number: string; isValid(): boolean; isPossible(): boolean } | undefined;

const shape = /[+(]{0,2}\d(?:[ .\-/]?[ ]?\(?\d\)?){5,18}/g;
const words = anyOf([
  'tel|tele?phone|phones?|phone number|mobile|cell(?:phone)?|call(?: me| us| him| her)?|called|dial|ring|fax|whats ?app|sms|text me',
  'telefon|telefonnummer|handy|handynummer|mobil|mobilnummer|rufnummer|durchwahl|anrufen|ruf(?:en)?|telefoon|bellen',
  't[ée]l[ée]phone|tél|portable|appelez|appeler|joindre',
  'tel[ée]fono|móvil|celular|llame|llamar|llámame|contacto',
  'telefone|telefones|telemóvel|ligue|ligar|contato|cellulare|chiam(?:a|are|ate)',
  'тел|телефон[а-я]*|моб|мобильный|звоните|звонить|позвоните',
  'फ़ोन|मोबाइल',
  '电话|電話|手机|拨打|致电|热线|座机|携帯|ケータイ|전화|휴대폰',
  'هاتف|الهاتف|جوال|الجوال|موبايل|اتصل|واتساب|טלפון|נייד',
]);
/** Digits in groups that are no numbers to call. */
const others = anyOf([
  ...sharedWords,
  'nhs|medicare|sin|tfn|carte vitale|arxiv|isbn|issn|doi|order|invoice|tracking|ticket|serial|part|sku|ref|reference|version|account|iban|vat|tax',
  'bestellnummer|auftrag|rechnung|commande|facture|pedido|factura|fatura|заказ',
  '订单|订单号|单号|注文|注文番号|طلب',
]);
const near = { before: 28, after: 0 };
const date = /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/;
const american = /^\(?[2-9]\d\d\)?[ .-]{0,2}\d{3}[.-]\d{4}$|^\([2-9]\d\d\) ?\d{3} \d{4}$/;

/**
 * Finds numbers: with a plus sign where the plan has them; in a country's own form where they are grouped and one of `regions` has them;
 * any other row of 7 to 15 digits where a word says that it is one.
 */
export const phones =
  (parse: ParsePhone, regions: readonly string[]): Detector =>
  (text) => {
    const hits: Hit[] = [];
    shape.lastIndex = 0;
    for (let match = shape.exec(text); match; match = shape.exec(text)) {
      const hit = longest(text, match.index, match[0], parse, regions);
      if (hit) hits.push(hit);
      shape.lastIndex = hit ? hit.end : match.index + (/^.\d*/.exec(match[0])?.[0].length ?? 1);
    }
    return hits;
  };

/** The longest beginning of a row of groups that is a number: another number may follow after a space. */
function longest(text: string, from: number, match: string, parse: ParsePhone, regions: readonly string[]): Hit | null {
  // A bracket that closes behind the whole number is the sentence's.
  const inBrackets = match.startsWith('(') && !/\)./.test(match);
  const start = inBrackets ? from + 1 : from;
  // The number of a report: `CVE-2026-9358`.
  if (/[A-Z]-$/.test(text.slice(Math.max(0, start - 2), start))) return null;
  for (
    let written = trimmed(inBrackets ? match.slice(1) : match);
    written.replaceAll(/\D/g, '').length > 6;
    written = trimmed(written.replace(/[ .\-/(]*\d+\)?$/, ''))
  ) {
    const end = start + written.length;
    if (!standsAlone(text, start, end)) continue;
    const value = numberOf(written, parse, regions, isNear(text, start, end, words, near), isOther(text, start, end));
    if (value) return { start, end, kind: 'phone', rule: value.startsWith('+') ? 'plan' : 'word', value, sure: true };
  }
  return null;
}

/** Without separators and brackets of the sentence at the end. */
const trimmed = (row: string): string => {
  const end = row.replace(/[ .\-/(]+$/, '');
  return end.split(')').length > end.split('(').length ? end.slice(0, -1) : end;
};

/** Something else by its name, the end of a longer row, or bytes: pairs with other pairs beside them. */
function isOther(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 4);
  const bytes =
    /^\d\d(?: \d\d)+$/.test(text.slice(start, end)) &&
    (/(?<![\da-z])(?:\d[\da-f]|[\da-f]\d) $/i.test(before) || /^ (?:\d[\da-f]|[\da-f]\d)(?![\da-z])/i.test(after));
  return bytes || isNear(text, start, end, others, near) || /\d[ .\-/]$/.test(before) || /^-X/i.test(after);
}

function numberOf(written: string, parse: ParsePhone, regions: readonly string[], said: boolean, other: boolean): string | null {
  const grouped = /\d[ .\-/()]+\d/.test(written);
  const valid = (region?: string, as = written): string | null => {
    const phone = parse(as, region);
    return phone?.isValid() ? phone.number : null;
  };
  if (written.startsWith('+')) {
    // A plan may be older than the number; a row of digits with a plus sign alone may be a sum.
    const phone = parse(written);
    return phone && (phone.isValid() || (phone.isPossible() && (said || grouped))) ? phone.number : null;
  }
  const digits = written.replaceAll(/\D/g, '');
  if (written.startsWith('00') && (said || / /.test(written)) && !other) {
    const abroad = valid(undefined, `+${written.slice(2)}`);
    if (abroad) return abroad;
  }
  // `Mobile Safari/537.36` is followed by decimals.
  if (/^[1-9]\d*\.\d+$/.test(written)) return null;
  if (date.test(written) || digits.length > 15 || (other && !said)) return null;
  if (american.test(written) && !isIsbn(written)) {
    const here = valid('US');
    if (here) return here;
  }
  if (said || (grouped && /^\(?0/.test(written) && digits.length > 8 && !isIsbn(written) && !isDecimal(written))) {
    for (const region of regions) {
      const here = valid(region);
      if (here) return here;
    }
  }
  return said ? digits : null;
}

/** Numbers with dots between them, which are a French number only in five pairs: `01.23.45.67.89`. */
const isDecimal = (written: string): boolean => written.includes('.') && !/^0\d(?:\.\d\d){4}$/.test(written);

/** ISBN of ten digits in four groups, with its check by eleven. */
const isIsbn = (written: string): boolean =>
  /^(?:\d+-){3}\d$/.test(written) &&
  Array.from(written.replaceAll('-', '')).reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11 === 0;
