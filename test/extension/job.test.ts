/** The whole job, as the demo does it, in both browsers; then what came out of it is read. */
import { describe, expect, test } from 'vitest';
import { conversations } from '../chat-uis/conversations.ts';
import { key } from '../chat-uis/shown.ts';
import { doTheJob } from '../demo/flow.ts';
import { setUp } from './desk.ts';
import { exported } from './exported.ts';
import type { Kind } from './launch.ts';

const quiet = { say: () => {}, picture: async () => {} };
const [early, , late] = conversations.moon;
const corrected = late.answer.replace('13 seconds', '1.3 seconds');

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  test('ask, rate, flag a passage, correct, send, export', async () => {
    await using desk = await setUp(kind, { approved: false });
    const stored = await doTheJob(desk, null, quiet);

    const thumb = stored.find(({ answer }) => key(answer.markdown) === key(early.answer));
    expect(thumb).toMatchObject({ type: 'review.final', review: { rating: 1, status: 'final' } });
    const correction = stored.findLast(({ answer }) => key(answer.markdown) === key(late.answer));
    expect(correction?.answer.markdown).toBe(late.answer);
    expect(correction?.answer.prompt.at(-1)).toEqual({ role: 'user', text: late.prompt });
    expect(correction?.review.correction?.markdown).toBe(corrected);
    const [flag] = correction?.review.flags ?? [];
    expect(flag).toMatchObject({ category: 'wrong', span: { quote: { exact: 'about 13 seconds' } } });
    const { start, end } = flag!.span!.position;
    expect(correction?.answer.text.slice(start, end)).toBe('about 13 seconds');

    const sft = (await exported(desk, 'trl-sft')).map((line) => JSON.parse(line));
    const completions = sft.map(({ completion }) => completion[0].content);
    expect(completions).toHaveLength(2);
    expect(completions).toEqual(expect.arrayContaining([early.answer, corrected]));
    for (const row of sft) expect(Object.keys(row).toSorted()).toEqual(['completion', 'prompt']);
    const pairs = (await exported(desk, 'trl-preference')).map((line) => JSON.parse(line));
    expect(pairs.map(({ chosen, rejected }) => [chosen[0].content, rejected[0].content])).toEqual([[corrected, late.answer]]);
  });
});
