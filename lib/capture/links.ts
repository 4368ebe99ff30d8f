/** Links as a reader means them: without the tags that say where the click came from. */

/** Query keys that only track (utm_*, click ids); a link means the same without them. */
const tracking = /^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|referrer)$/;
/** What is no address: code, data of the page, a handle that ends with the page. */
const kept = /^(?!javascript:|vbscript:|data:|blob:)/;

/**
 * The address as it was written, without tracking and without a text fragment; null for what must not be kept
 * (script, data). Addresses inside a site stay relative: the answer says on which page it stood.
 */
export function cleanLink(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return /^\w*script:/i.test(href) ? null : href;
  const url = new URL(href, base);
  if (!kept.test(url.protocol)) return null;
  const keys = [...url.searchParams.keys()].filter(
    (key) => tracking.test(key) && (key !== 'referrer' || /\./.test(url.searchParams.get(key) ?? '')),
  );
  for (const key of keys) url.searchParams.delete(key);
  const fragment = url.hash.indexOf(':~:');
  if (fragment > 0) url.hash = url.hash.slice(1, fragment);
  // An address that needed no cleaning stays as it was written: parsing would add a slash or escape letters.
  return keys.length > 0 || fragment > 0 ? url.href : href;
}
