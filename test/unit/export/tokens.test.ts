import { expect, test } from 'vitest';
import { countTokens, tokenEstimate } from '../../../lib/export/tokens.ts';

async function* each(...lines: string[]) {
  yield* lines;
}

test('counts what the values of a row say, and a line of a table as it is', async () => {
  const heard: string[] = [];
  const count = (text: string) => heard.push(text) && text.length;
  const lines = each('{"messages":[{"role":"user","content":"Why?"}],"label":true}', 'a,b');
  expect(await countTokens(lines, count)).toBe(7);
  expect(heard).toEqual(['Why?', 'a,b']);
});

test('ends where the signal says so', async () => {
  await expect(countTokens(each('a'), () => 1, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});

test('an estimate is of the texts, not of their frame, and grows faster where a letter is a token', () => {
  const of = (...lines: string[]) => {
    const estimate = tokenEstimate();
    for (const line of lines) estimate.add(line);
    return estimate.sum();
  };
  expect(of()).toBe(0);
  expect(of('{"role":"user","content":"four and eight is"}')).toBe(4);
  expect(of('{"content":"日本語日本語"}')).toBe(4);
  expect(of(...Array.from({ length: 400 }, () => '{"content":"four"}'))).toBe(400);
});

test('behind the first rows some stand for all', () => {
  const estimate = tokenEstimate();
  for (let row = 0; row < 9000; row++) estimate.add(`{"content":"${row % 3 > 0 ? 'sixteen letters.' : '日本語'}"}`);
  const [whole, frame] = [(6000 * 31) / 4 + 3000 * (15 / 4 + 2), 15 / 4];
  expect(estimate.sum() / (whole - 9000 * frame)).toBeCloseTo(1, 2);
});
