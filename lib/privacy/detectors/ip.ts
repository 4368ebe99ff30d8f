/** Addresses of the internet protocol, version 4 and 6 (RFC 4291), but what names no machine: this host, masks, whole networks. */
import { anyOf, around } from '../context.ts';
import type { Detector, Hit } from '../detector.ts';

const four = /\d{1,3}(?:\.\d{1,3}){3}/g;
const six = /[0-9a-f:]{0,39}:[0-9a-f:.]{1,40}/gi;
const words = anyOf([
  'ipv?[46]?|ips|address|adresse?|dirección|endereço|host|server|servidor|serveur|dns|ping|gateway|client|login|log|адрес',
  '地址|服务器|アドレス|サーバ|عنوان|خادم',
]);
/** Numbers in four parts that are no addresses. */
const others = anyOf([
  'v|ver|version|versión|versão|release|build|firmware|driver|oid|sections?|chapter|clause|figure|table|article',
  'abschnitt|kapitel|fassung|treiber|sección|seção|capítulo|chapitre|версия|версии|раздел',
  '版本|章|节|バージョン|الإصدار|إصدار',
]);
const near = { before: 24, after: 0 };

/** Finds addresses. Three single digits and a short number, as versions and sections have them, need a word near, but in a private network. */
export const ip: Detector = (text) => [...fours(text), ...sixes(text)];

function* fours(text: string): Generator<Hit> {
  for (const { 0: value, index: start } of text.matchAll(four)) {
    const end = start + value.length;
    const after = text.slice(end, end + 3);
    // A longer row of numbers, a product (`Chrome/1.2.3.4`), a version (`v1.2.3.4`, `1.2.3.4-rc`) or a network (`10.0.0.0/8`).
    if (
      /[\w.:\\-]$|[A-Za-z)]\/$/.test(text.slice(Math.max(0, start - 2), start)) &&
      !/(?:^|[^A-Za-z])[=:]$/.test(text.slice(Math.max(0, start - 2), start))
    )
      continue;
    if (/^[\w-]|^\.\d/.test(after) || (value.endsWith('.0') && /^\/\d/.test(after))) continue;
    const parts = value.split('.').map(Number);
    if (value.split('.').some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith('0')))) continue;
    const [first] = parts;
    if (first === 127 || first === 0 || first! >= 224) continue;
    const { before } = around(text, start, end, near);
    if (others.test(before)) continue;
    const sure = first === 10 || parts.filter((part) => part > 9).length > 1 || parts.some((part) => part > 99) || words.test(before);
    yield { start, end, kind: 'ip', rule: 'ipv4', value, sure };
  }
}

function* sixes(text: string): Generator<Hit> {
  if (!text.includes(':')) return;
  for (const { 0: found, index } of text.matchAll(six)) {
    const written = found.replaceAll(/^:(?!:)|(?:\.+|(?<!:):)$/g, '');
    const start = index + found.indexOf(written);
    const end = start + written.length;
    if (/[\w.]$|::$/.test(text.slice(Math.max(0, start - 2), start)) || /^\w/.test(text.slice(end))) continue;
    const value = expanded(written);
    if (value) yield { start, end, kind: 'ip', rule: 'ipv6', value, sure: true };
  }
}

/** The eight groups in full, or null: not an address, or one like `::1`, `a::b`, `12:34:56` that names no machine or is something else. */
function expanded(written: string): string | null {
  const [head = '', tail, more] = written.split('::');
  if (more !== undefined || !/\d/.test(written)) return null;
  const groups = (part: string | undefined): string[] | null => {
    if (!part) return [];
    const all = part.split(':');
    const last = all.at(-1)!;
    if (last.includes('.')) {
      const bytes = last.split('.').map(Number);
      if (bytes.length !== 4 || bytes.some((byte) => !(byte <= 255))) return null;
      all.splice(-1, 1, (bytes[0]! * 256 + bytes[1]!).toString(16), (bytes[2]! * 256 + bytes[3]!).toString(16));
    }
    return all.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? all : null;
  };
  const left = groups(head);
  const right = groups(tail);
  if (!left || !right) return null;
  const count = left.length + right.length;
  if (tail === undefined ? count !== 8 : count > 7 || count < 2) return null;
  // Scopes of programs (`a1::b2`) have two names: an address of two groups begins as those in use do.
  if (count === 2 && !/^(?:2\d{3}|2[\da-f]{3}|fe80|f[cd][\da-f]{2})$/i.test(left[0] ?? '')) return null;
  return [...left, ...Array<string>(8 - count).fill('0'), ...right].map((group) => group.toLowerCase().padStart(4, '0')).join(':');
}
