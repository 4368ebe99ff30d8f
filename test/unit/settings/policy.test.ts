import { expect, test } from 'vitest';
import { defaultPolicy } from '../../../lib/model/policy.ts';
import { policyInForce } from '../../../lib/settings/policy.ts';

const own = { ...defaultPolicy, version: 'mine' };

test('the default counts where nobody set anything', () => {
  expect(policyInForce(undefined, null)).toEqual({ policy: defaultPolicy, by: 'default', wrong: null });
});

test('the person’s own counts before the default', () => {
  expect(policyInForce(undefined, own)).toEqual({ policy: own, by: 'person', wrong: null });
});

test.each([
  ['text', '{ "version": "7" }'],
  ['object', { version: '7' }],
])('the organisation’s counts before the person’s, as %s', (_, managed) => {
  expect(policyInForce(managed, own)).toEqual({ policy: { ...defaultPolicy, version: '7' }, by: 'organisation', wrong: null });
});

test.each([
  ['{ "version": ', 'policy-not-json'],
  ['{}', 'policy-missing'],
  [false, 'policy-type'],
])('a fault in it does not let the person’s count: %s', (managed, code) => {
  expect(policyInForce(managed, own)).toMatchObject({ policy: defaultPolicy, by: 'default', wrong: { code } });
});
