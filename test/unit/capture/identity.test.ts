import { expect, test } from 'vitest';
import { answerId, textHash } from '../../../lib/capture/identity.ts';

const parts = { origin: 'https://a.example', messageId: 'm1', prompt: 'Why?', text: 'Because.' };

test('textHash is SHA-256 in hex', () => {
  expect(textHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('with a message id the prompt does not matter, without one it does', () => {
  expect(answerId(parts)).toBe(answerId({ ...parts, prompt: null }));
  expect(answerId({ ...parts, messageId: null })).not.toBe(answerId({ ...parts, messageId: null, prompt: 'How?' }));
});

test('origin, message id and text each make another answer', () => {
  const ids = [
    parts,
    { ...parts, origin: 'https://b.example' },
    { ...parts, messageId: 'm2' },
    { ...parts, text: 'Because!' },
    { ...parts, messageId: null },
  ].map(answerId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
});

test('parts cannot run into one another', () => {
  const a = answerId({ origin: 'https://a', messageId: 'b","c', prompt: null, text: '' });
  const b = answerId({ origin: 'https://a","b', messageId: 'c', prompt: null, text: '' });
  expect(a).not.toBe(b);
});
