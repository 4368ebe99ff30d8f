import { describe, expect, test } from 'vitest';
import type { CapturedAnswer } from '../../../lib/model/answer.ts';
import { Refusal } from '../../../lib/model/result.ts';
import { senders } from '../../../lib/messaging/protocol.ts';
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

  test('an answer of 2 MB is taken whole', () => {
    const text = 'a longer word '.repeat(150_000);
    expect(parsers['review.change']({ ...change, answer: { ...captured, text, hast } }).answer?.text).toHaveLength(text.length);
  });
});

describe('where reviews go', () => {
  test.each([
    ['https://reviews.example/in#part', 'https://reviews.example/in'],
    ['http://localhost:8080/in', 'http://localhost:8080/in'],
    ['http://127.0.0.1/', 'http://127.0.0.1/'],
    ['http://127.9.9.9:1/', 'http://127.9.9.9:1/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    [' https://reviews.example ', 'https://reviews.example/'],
  ])('%s is fine', (url, normalised) => {
    expect(parsers['sync.configure']({ url })).toEqual({ url: normalised });
  });

  test.each([
    ['reviews', 'endpoint-not-url'],
    ['', 'endpoint-not-url'],
    ['http://reviews.example/', 'endpoint-not-https'],
    ['http://localhost.example/', 'endpoint-not-https'],
    ['http://127.example/', 'endpoint-not-https'],
    ['ftp://reviews.example/', 'endpoint-not-https'],
    ['https://me:secret@reviews.example/', 'endpoint-has-credentials'],
  ])('%s is refused: %s', (url, code) => {
    expect(refusalOf(() => parsers['sync.configure']({ url })).code).toBe(code);
    expect(refusalOf(() => parsers['sync.test']({ url })).code).toBe(code);
  });

  test('a token without a line break is kept as it is, null removes it', () => {
    expect(parsers['sync.configure']({ url: null, token: null })).toEqual({ url: null, token: null });
    expect(parsers['sync.configure']({ url: 'https://a.example', token: ' abc ' }).token).toBe('abc');
  });

  test.each([
    ['abc\n', 'token-line-break'],
    ['abc\r\nX-Header: 1', 'token-line-break'],
    ['a\u0000b', 'token-line-break'],
    ['schlüssel', 'token-not-ascii'],
    ['  ', 'token-empty'],
  ])('the token %j is refused: %s', (token, code) => {
    expect(refusalOf(() => parsers['sync.configure']({ url: 'https://a.example', token })).code).toBe(code);
  });
});

test('half a surrogate pair becomes the replacement character', () => {
  expect(answerSchema.parse({ ...answer(), text: 'a\ud83d' }).text).toBe('a\ufffd');
});
