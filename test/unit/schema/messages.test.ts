import { describe, expect, test } from 'vitest';
import type { CapturedAnswer } from '../../../lib/model/answer.ts';
import { Refusal } from '../../../lib/model/result.ts';
import { senders } from '../../../lib/messaging/senders.ts';
import { parsers } from '../../../lib/schema/messages.ts';
import { answerSchema } from '../../../lib/schema/answer.ts';
import { answer } from '../sample.ts';

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const { id: _id, markdown, textHash: _hash, aliases: _aliases, ...captured } = answer();
const hast: CapturedAnswer['hast'] = {
  type: 'root',
  children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: 'x' }] }],
};
const change = { answerId: 'a', change: { kind: 'rate', rating: 1 }, final: true };

describe('parsers', () => {
  test('there is one for each message', () => {
    expect(Object.keys(parsers).sort()).toEqual(Object.keys(senders).sort());
  });

  test('an answer is taken with its tree or with its Markdown', () => {
    expect(parsers['review.change']({ ...change, answer: { ...captured, hast } }).answer).toHaveProperty('hast');
    expect(parsers['review.change']({ ...change, answer: { ...captured, markdown } }).answer).toHaveProperty('markdown', markdown);
  });

  test('a refusal names the field', () => {
    expect(refusalOf(() => parsers['review.change']({ ...change, change: { kind: 'rate', rating: 3 } })).params.field).toBe(
      'change.rating',
    );
    const named = refusalOf(() =>
      parsers['review.change']({ ...change, answer: { ...captured, hast, prompt: [{ role: 'robot', text: '' }] } }),
    );
    expect(named).toMatchObject({ code: 'bad-request', params: { field: 'answer.prompt.0.role' } });
    expect(refusalOf(() => parsers['page.start']({ origin: 'https://a.example/path' })).params.field).toBe('origin');
    expect(refusalOf(() => parsers['page.start'](null)).params.field).toBe('request');
  });

  test('a tree of anything else is refused, however deep', () => {
    let deep: unknown = { type: 'text', value: 'x' };
    for (let level = 0; level < 20_000; level++) deep = { type: 'element', tagName: 'div', properties: {}, children: [deep] };
    expect(parsers['markdown.write']({ trees: [{ type: 'root', children: [deep] }] }).trees).toHaveLength(1);
    expect(refusalOf(() => parsers['markdown.write']({ trees: [{ type: 'root', children: [{ type: 'text' }] }] })).params.field).toBe(
      'trees.0',
    );
  });

  test('an empty or white correction is refused in its own words', () => {
    for (const markdown of ['', ' \n\t']) {
      expect(refusalOf(() => parsers['review.change']({ ...change, change: { kind: 'correct', markdown } })).code).toBe('empty-correction');
    }
    expect(parsers['review.change']({ ...change, change: { kind: 'correct', markdown: null } }).change).toEqual({
      kind: 'correct',
      markdown: null,
    });
  });

  test('a note holds 10,000 characters and no more, wherever it stands; the refusal says how many there are', () => {
    const flag = { id: 'f', category: 'wrong', severity: 'minor' as const };
    for (const changeOf of [
      (note: string) => ({ kind: 'note', note }),
      (note: string) => ({ kind: 'flag', flag: { ...flag, note } }),
      (reason: string) => ({ kind: 'escalate', to: 'legal', reason }),
    ]) {
      const taken = { ...change, change: changeOf('é'.repeat(10_000)) };
      expect(parsers['review.change'](taken)).toMatchObject({ change: taken.change });
      const { code, params } = refusalOf(() => parsers['review.change']({ ...change, change: changeOf('é'.repeat(10_214)) }));
      expect({ code, params }).toEqual({ code: 'note-too-long', params: { n: 10_214, most: 10_000 } });
    }
  });

  test('an answer of 2 MB is taken whole', () => {
    const text = 'a longer word '.repeat(150_000);
    expect(parsers['review.change']({ ...change, answer: { ...captured, text, hast } }).answer?.text).toHaveLength(text.length);
  });
});

test('half a surrogate pair becomes the replacement character', () => {
  expect(answerSchema.parse({ ...answer(), text: 'a\ud83d' }).text).toBe('a\ufffd');
});
