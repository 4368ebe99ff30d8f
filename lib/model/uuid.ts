/**
 * A UUIDv7 (RFC 9562): 48 bits of time, so that ids sort by when they were made, and 74 random bits.
 * `at` is epoch ms; `fill` is a source of random bytes, given by tests.
 */
export function uuid7(
  at: number,
  fill: (bytes: Uint8Array) => void = (bytes) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
): string {
  const bytes = new Uint8Array(16);
  fill(bytes);
  for (let index = 5, rest = Math.trunc(at); index >= 0; index--, rest = Math.floor(rest / 256)) bytes[index] = rest % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
