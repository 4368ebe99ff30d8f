/** How much there is to train on, in tokens. */

/** Rows that are opened to learn how much of a row is text and not its frame. */
const opened = 200;
/** Of the rows behind those, each of this many is read through. */
const readEach = 16;

/**
 * About how many tokens the texts of rows have, told as the rows come. Only the first rows are opened, and only some of the others are read through: the
 * rest is taken to be like them.
 */
export function tokenEstimate(): { add(line: string): void; sum(): number } {
  let [rows, length, read, tokens, frame, texts] = [0, 0, 0, 0, 0, 0];
  return {
    add(line) {
      length += line.length;
      if (++rows > opened && rows % readEach > 0) return;
      const whole = estimateTokens(line);
      read += line.length;
      tokens += whole;
      if (rows > opened) return;
      frame += whole;
      for (const text of textsOf(line)) texts += estimateTokens(text);
    },
    sum: () => (frame === 0 ? 0 : Math.round((((length * tokens) / read) * texts) / frame)),
  };
}

/** About how many tokens the texts of one row have. */
export const rowTokens = (line: string): number => textsOf(line).reduce((sum, text) => sum + estimateTokens(text), 0);

/** Four letters of ASCII are a token, and so are three halves of another: within a third for prose in most languages. */
function estimateTokens(text: string): number {
  let ascii = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 128) ascii += 1;
  return ascii / 4 + ((text.length - ascii) * 2) / 3;
}

/**
 * The tokens of a file of rows, line by line as it is read, by a tokenizer that the caller brings: of a JSON line what its values say, of
 * another the line as it is. `onRow` hears of the rows so far. Rejects with `AbortError`.
 */
export async function countTokens(
  lines: AsyncIterable<string>,
  count: (text: string) => number,
  { onRow, signal }: { onRow?: (rows: number) => void; signal?: AbortSignal } = {},
): Promise<number> {
  let [sum, rows] = [0, 0];
  for await (const line of lines) {
    signal?.throwIfAborted();
    for (const text of textsOf(line)) sum += count(text);
    onRow?.(++rows);
  }
  return sum;
}

function textsOf(line: string): string[] {
  try {
    const texts: string[] = [];
    JSON.parse(line, (key, value: unknown) => {
      if (typeof value === 'string' && key !== 'role' && key !== 'from') texts.push(value);
      return value;
    });
    return texts;
  } catch {
    return [line];
  }
}
