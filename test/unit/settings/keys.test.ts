import { expect, test } from 'vitest';
import { Refusal } from '../../../lib/model/result.ts';
import { defaultKeys, keyProblem, keysWith } from '../../../lib/model/keys.ts';
import { parsers } from '../../../lib/schema/messages.ts';
import { settingsSchema } from '../../../lib/schema/settings.ts';

test.each([
  ['x', null],
  ['X', null],
  ['f', null],
  ['ß', null],
  ['я', null],
  ['a', { code: 'key-taken', by: 'approve' }],
  ['A', { code: 'key-taken', by: 'approve' }],
  ['1', { code: 'key-digit' }],
  ['٣', { code: 'key-digit' }],
  ['Enter', { code: 'key-reserved' }],
  ['Escape', { code: 'key-reserved' }],
  ['ArrowUp', { code: 'key-reserved' }],
  ['F1', { code: 'key-reserved' }],
  [' ', { code: 'key-reserved' }],
  ['', { code: 'key-long' }],
  ['ab', { code: 'key-long' }],
  // Two code points in lower case: no press would ever be it.
  ['İ', { code: 'key-long' }],
])('“%s” for Flag: %j', (key, problem) => {
  expect(keyProblem(defaultKeys, 'flag', key)).toEqual(problem);
});

test('the default keys are sound', () => {
  expect(keysWith({})).toEqual(defaultKeys);
});

test.each([{ flag: 'a' }, { flag: '1' }, { flag: 'X' }, { flag: '' }, { jump: 'x' }, { flag: 'x', correct: 'x' }])(
  '%j is refused',
  (keys) => {
    expect(() => parsers['settings.keys']({ keys })).toThrow(Refusal);
  },
);

test('two keys may be exchanged', () => {
  expect(parsers['settings.keys']({ keys: { flag: 'c', correct: 'f' } })).toEqual({ keys: { flag: 'c', correct: 'f' } });
});

test('settings from before there were keys and policies still read, and keys that clash lose nothing else', () => {
  const before = { reviewer: { id: 'r', role: 'reviewer' }, destination: null, sites: { on: ['https://a.example'], off: [] } };
  expect(settingsSchema.parse(before)).toMatchObject({ policy: null, keys: {} });
  expect(settingsSchema.parse({ ...before, keys: { flag: 'a' } })).toMatchObject({ keys: {}, sites: before.sites });
});
