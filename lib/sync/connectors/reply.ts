/** What an endpoint replies, read and parsed within bounds: it may be hostile, or not what we think it is. */

/** The longest reply that is read, in bytes. More is no acknowledgement but a page or a mistake. */
const longest = 4_000_000;
/** The deepest nesting that is parsed. Protocols need a tenth of it; a reply of brackets alone would fill the memory. */
const deepest = 64;

/** Reads a reply to its end, or to the limit, where it is given up and `isWhole` is false. Rejects where the connection breaks. */
export async function readReply({ body }: Response): Promise<{ text: string; isWhole: boolean }> {
  const reader = body?.getReader();
  if (!reader) return { text: '', isWhole: true };
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), isWhole: true };
    bytes += value.length;
    if (bytes > longest) {
      // The connection ends; nobody waits for the rest.
      void reader.cancel().catch(() => {});
      return { text, isWhole: false };
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The value of a JSON text; undefined where it is none, or nested as no protocol is. */
export function parseReply(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Walks the text once, brackets outside of strings counted. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isString) {
      if (sign === '\\') at++;
      else isString = sign !== '"';
    } else if (sign === '"') isString = true;
    else if (sign === '[' || sign === '{') {
      depth++;
      if (depth > deepest) return true;
    } else if (sign === ']' || sign === '}') depth--;
  }
  return false;
}
