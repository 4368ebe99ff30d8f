import { expect, test } from 'vitest';
import { defaultPolicy, type Policy } from '../../../lib/model/policy.ts';
import { decisions } from '../../../lib/model/review.ts';
import { mayDecide, roleOf, whoMay } from '../../../lib/oversight/authority.ts';

const policy: Policy = {
  ...defaultPolicy,
  roles: [
    { id: 'reader', may: ['escalate'] },
    { id: 'editor', may: ['edit', 'escalate'] },
    { id: 'lead', may: ['approve', 'edit', 'escalate'] },
  ],
};
const ids = (roles: { id: string }[]) => roles.map(({ id }) => id);

test('without a policy everybody may decide everything', () => {
  expect(decisions.filter((decision) => !mayDecide(defaultPolicy, 'reviewer', decision))).toEqual([]);
});

test('a role may what its list says, and nothing else', () => {
  expect(decisions.filter((decision) => mayDecide(policy, 'editor', decision))).toEqual(['edit', 'escalate']);
  expect(ids(whoMay(policy, 'approve'))).toEqual(['lead']);
  expect(ids(whoMay(policy, 'edit'))).toEqual(['editor', 'lead']);
  expect(whoMay(policy, 'reject')).toEqual([]);
});

test('a role that the policy does not know is its first, not its strongest', () => {
  expect(roleOf(policy, 'reviewer').id).toBe('reader');
  expect(mayDecide(policy, 'reviewer', 'approve')).toBe(false);
});

test('the role that the policy gives outranks what the person says', () => {
  expect(roleOf({ ...policy, reviewerRole: 'editor' }, 'lead').id).toBe('editor');
  expect(mayDecide({ ...policy, reviewerRole: 'editor' }, 'lead', 'approve')).toBe(false);
});
