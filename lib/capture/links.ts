/** Links as a reader means them: without the tags that say where the click came from. */

/** Query keys that only track (utm_*, click ids); a link means the same without them. */
const tracking = /^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|referrer)$/;

/** The address without tracking and without a text fragment; null for what must not be kept (script, blob, broken). */
export function cleanLink(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  if (!/^(https?|mailto|tel|ftp):$/.test(url.protocol)) return null;
  const keys = [...url.searchParams.keys()].filter(
    (key) => tracking.test(key) && (key !== 'referrer' || /\./.test(url.searchParams.get(key) ?? '')),
  );
  for (const key of keys) url.searchParams.delete(key);
  const fragment = url.hash.indexOf(':~:');
  if (fragment > 0) url.hash = url.hash.slice(1, fragment);
  // An address that needed no cleaning stays as it was written: parsing would add a slash or escape letters.
  return keys.length > 0 || fragment > 0 ? url.href : /^[a-z][\w+.-]*:/i.test(href) ? href : url.href;
}
