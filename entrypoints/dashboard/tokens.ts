/** Tokens counted as GPT-4o and later models do. The vocabulary weighs 2 MB: it is read when somebody asks. */
import { countTokens } from '../../lib/export/tokens.ts';

/** The tokens of files of rows. Rejects with `AbortError`. */
export async function exactTokens(files: Blob[], options: { onRow: (rows: number) => void; signal: AbortSignal }): Promise<number> {
  const { countTokens: count } = await import('gpt-tokenizer/encoding/o200k_base');
  // What looks like a mark of the model's own, `<|endoftext|>`, is text like any other.
  const plain = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };
  return countTokens(linesOf(files), (text) => count(text, plain), options);
}

async function* linesOf(files: Blob[]): AsyncGenerator<string> {
  for (const file of files) {
    let rest = '';
    const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest) yield rest;
  }
}
