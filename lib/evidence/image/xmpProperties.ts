/** Properties in an XMP packet, wherever RDF lets them stand: as an attribute, as an element, as the resource of one. */

export interface Property {
  value: string;
  /** As it stands in the packet. */
  snippet: string;
}

/** A name that stands more often than this, or a value that is longer, is not written by any tool. */
const limits = { places: 100, value: 8000 };

/** The values of one property. Its prefix may be any that the packet binds to its namespace. */
export function propertiesIn(packet: string, namespace: string, name: string): Property[] {
  if (!packet.includes(namespace)) return [];
  const found: Property[] = [];
  const known = new Map<string, boolean>();
  let at = packet.indexOf(`:${name}`);
  for (let place = 0; at >= 0 && place < limits.places; place++) {
    const prefix = /[\w.-]+$/.exec(packet.slice(Math.max(0, at - 40), at))?.[0];
    const before = prefix ? packet[at - prefix.length - 1] : undefined;
    const rest = packet.slice(at + name.length + 1, at + name.length + 1 + limits.value);
    if (prefix && !known.has(prefix)) known.set(prefix, bound(packet, prefix, namespace));
    if (prefix && known.get(prefix)) {
      const property = before === '<' ? element(rest, `${prefix}:${name}`) : attribute(rest, `${prefix}:${name}`);
      if (property) found.push(property);
    }
    at = packet.indexOf(`:${name}`, at + 1);
  }
  return found;
}

const bound = (packet: string, prefix: string, namespace: string): boolean =>
  packet.includes(`xmlns:${prefix}="${namespace}"`) || packet.includes(`xmlns:${prefix}='${namespace}'`);

function attribute(rest: string, name: string): Property | null {
  const match = /^\s{0,20}=\s{0,20}(?:"([^"<]*)"|'([^'<]*)')/.exec(rest);
  return match ? { value: unescaped(match[1] ?? match[2] ?? ''), snippet: name + match[0] } : null;
}

function element(rest: string, name: string): Property | null {
  const open = /^(?:\s[^<>]*)?>/.exec(rest)?.[0];
  if (open === undefined) return null;
  const resource = /\srdf:resource\s{0,20}=\s{0,20}["']([^"'<]*)["']/.exec(open)?.[1];
  if (resource !== undefined) return { value: unescaped(resource), snippet: `<${name}${open}` };
  const end = rest.indexOf(`</${name}`);
  if (end < 0) return null;
  // An array or a language alternative stands in elements of its own.
  const text = rest.slice(open.length, end).replaceAll(/<!\[CDATA\[|\]\]>|<[^<>]*>/g, '');
  return { value: unescaped(text).trim(), snippet: `<${name}${rest.slice(0, end)}</${name}>` };
}

const entities: Record<string, string> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(quot|apos|lt|gt|amp));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return entities[name.toLowerCase()] ?? whole;
      const point = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
