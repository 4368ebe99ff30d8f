import { expect, test } from 'vitest';
import { defaultPolicy, type Requirement } from '../../../lib/model/policy.ts';
import { mustReview } from '../../../lib/oversight/required.ts';

const ask = (required: Requirement, host: string, text = '') => mustReview({ ...defaultPolicy, required }, { host, text });

test('nothing has to be reviewed where no rule says so', () => {
  expect(ask({}, 'chatgpt.com', 'Take the medicine.')).toBeNull();
});

test.each([
  ['chatgpt.com', 'chatgpt.com', true],
  ['chatgpt.com', 'evil-chatgpt.com', false],
  ['chatgpt.com', 'chatgpt.com.evil.example', false],
  ['*.example.com', 'chat.example.com', true],
  ['*.example.com', 'example.com', true],
  ['*.example.com', 'notexample.com', false],
  ['*', 'localhost', true],
])('the host rule %s and the host %s: %s', (rule, host, needed) => {
  expect(ask({ hosts: [rule] }, host)).toBe(needed ? rule : null);
});

test.each([
  ['dose', 'The Dose is 5 mg.', true],
  ['dose', 'He overdosed.', false],
  ['AI', 'She said so.', false],
  ['Überweisung', 'die überweisung:', true],
  ['bank account', 'your bank\n  account', true],
  ['C++', 'in C++.', true],
  ['a.c', 'abc', false],
  ['(x)', 'f(x)', true],
  ['診断', '医師の診断を受ける', true],
  ['ยา', 'กินยาวันละครั้ง', true],
  ['naïve', 'nai\u0308ve'.normalize('NFC'), true],
  ['cafe', 'cafe\u0301', false],
  ['on-call', 'She is on-call today', true],
])('the word %s in “%s”: %s', (word, text, needed) => {
  expect(ask({ words: ['unrelated', word] }, 'a.example', text)).toBe(needed ? word : null);
});

test('the host is named before the word', () => {
  expect(ask({ hosts: ['a.example'], words: ['dose'] }, 'a.example', 'dose')).toBe('a.example');
});
