import { expect, test, vi } from 'vitest';
import { overlay } from '../../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { rubric } from '../../../lib/i18n/locales/en/rubric.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { defaultPolicy } from '../../../lib/model/policy.ts';
import { policyFrom } from '../../../lib/schema/policy.ts';

vi.mock('../../../entrypoints/options/state.ts', () => ({}));
vi.mock('../../../lib/messaging/send.ts', () => ({}));
const { spelled } = await import('../../../entrypoints/options/policy.ts');

test('the default that is exported has all its words, and is a policy that can be imported', () => {
  speak('en', overlay, pages, rubric);
  const policy = spelled(defaultPolicy);
  expect(policyFrom(JSON.stringify(policy))).toEqual(JSON.parse(JSON.stringify(policy)));
  expect(policy.rubric.categories[0]).toEqual({
    id: 'wrong',
    label: overlay['category.wrong'],
    definition: rubric['category.wrong.definition'],
    example: rubric['category.wrong.example'],
  });
  expect(policy.rubric.criteria.map(({ id, scale }) => ({ id, scale }))).toEqual(defaultPolicy.rubric.criteria);
  expect(policy.rubric.guidelines).toBe(rubric['guidelines.default']);
});
