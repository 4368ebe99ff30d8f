/** Payment cards: Luhn, the length and the numbers of an issuer (ISO/IEC 7812; the ranges that the networks publish). */
import { luhn } from '../checks.ts';
import { anyOf, around } from '../context.ts';
import { bare, standing, type Detector, type Hit } from '../detector.ts';

/** Beginning, the lengths that are sure alone, the lengths that need a word. */
const issuers: [string, RegExp, number[], number[]][] = [
  ['amex', /^3[47]/, [15], []],
  ['mastercard', /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16], []],
  ['visa', /^4/, [16], [13, 19]],
  ['discover', /^(?:6011|64[4-9]|65)/, [16], [19]],
  ['jcb', /^35(?:2[89]|[3-8])/, [16], []],
  ['unionpay', /^(?:62|81)/, [16], [17, 18, 19]],
  ['mir', /^220[0-4]/, [16], [19]],
  ['rupay', /^(?:508|60|81|82)/, [], [16]],
  ['diners', /^(?:30[0-5]|309|36|3[89])/, [], [14, 16]],
  ['maestro', /^(?:50|5[6-9]|6)/, [], [12, 13, 14, 15, 16, 17, 18, 19]],
];
const shape = /\d(?:[ -]?\d){11,18}/g;
/** How cards are printed: by four, or as American Express and Diners do. */
const printed = /^(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}|\d{4}([ -])\d{6}\2\d{4,5})$/;
const words = anyOf([
  'credit|debit|cards?|card (?:no|number)|cc|pan|cvv|cvc|visa|master ?card|amex|american express|maestro|diners?(?: club)?|discover',
  'kredit|(?:kredit|debit|bank)?karten?(?:nummer)?|cartes?(?: bancaires?)?|tarjetas?|crédito|débito|cart[ãa]o|cart[õo]es|carta(?: di credito)?|карт[аыуе]',
  '信用卡|银行卡|卡号|借记卡|クレジット|カード|카드|بطاقة|البطاقة',
]);
/** What else has a row of digits and checks none of them as a card does. */
const others = anyOf([
  'orders?|tracking|shipment|parcel|invoice|ticket|serial|imei|isbn|ean|gtin|upc|sku|barcode|timestamp|epoch|id|uuid|hash|commit',
  'bestellung|bestellnummer|auftrag|rechnung|sendung|sendungsnummer|seriennummer|commande|facture|colis|suivi',
  'pedido|factura|fatura|rastreio|заказа?',
  '订单|订单号|单号|快递|注文|注文番号|追跡|طلب|الطلب',
]);
const near = { before: 32, after: 12 };

/** Finds card numbers: printed in groups anywhere; as one row of digits unless a word near says that it is something else. */
export const card: Detector = (text) => {
  const hits: Hit[] = [];
  for (const { start, end, written } of standing(text, shape)) {
    const value = bare(written);
    if (!luhn(value) || /^(\d)\1+$/.test(value)) continue;
    const fits = issuers.filter(([, beginning]) => beginning.test(value));
    const alone = fits.find(([, , lengths]) => lengths.includes(value.length));
    const withWord = fits.find(([, , , lengths]) => lengths.includes(value.length));
    const rule = (alone ?? withWord)?.[0];
    if (!rule) continue;
    const { before, after } = around(text, start, end, near);
    const said = words.test(before) || words.test(after);
    const sure = said || (alone || rule === 'diners' ? printed.test(written) : false) || (alone !== undefined && !others.test(before));
    hits.push({ start, end, kind: 'card', rule, value, sure });
  }
  return hits;
};
