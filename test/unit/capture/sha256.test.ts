import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../../lib/capture/sha256.ts';

const known = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

test('the published examples', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
  expect(sha256Hex('a'.repeat(1_000_000))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});

test('the same as the library, at every length around a block and for any text', () => {
  for (let length = 0; length < 200; length++) expect(sha256Hex('x'.repeat(length))).toBe(known('x'.repeat(length)));
  assert(property(string({ unit: 'binary', maxLength: 300 }), (text) => sha256Hex(text) === known(text)));
});
