import { array, assert, constant, jsonValue, oneof, option, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { defaultPolicy, type Policy } from '../../../lib/model/policy.ts';
import { Refusal } from '../../../lib/model/result.ts';
import { defaultRubric } from '../../../lib/model/rubric.ts';
import { policyFrom } from '../../../lib/schema/policy.ts';

const whole = {
  version: '2026-11',
  rubric: {
    id: 'medical',
    version: '3',
    categories: [
      { id: 'dosage', label: 'Wrong dose', definition: 'A dose that is not in the leaflet.', example: '50 mg instead of 5 mg.' },
      { id: 'other' },
    ],
    criteria: [
      { id: 'safe', label: 'Safe', scale: 'yes-no', anchors: { 0: 'No', 1: 'Yes' } },
      { id: 'clear', scale: 'points' },
    ],
    guidelines: 'Read the *leaflet* first.\n\n- Then the answer.',
  },
  roles: [
    { id: 'reader', label: 'Reader', may: ['escalate'] },
    { id: 'lead', label: 'Lead', may: ['approve', 'edit', 'reject', 'escalate'] },
  ],
  reviewerRole: 'reader',
  escalateTo: ['Dr Lang', 'Legal'],
  required: { hosts: ['chatgpt.com', '*.example.com', 'localhost', '[::1]'], words: ['dose', 'take twice'] },
};
type Loose = { [key: string]: never } & typeof whole & Record<string, unknown>;

/** The policy with one thing changed, as a file. */
function file(edit: (copy: Loose) => void): string {
  const copy = structuredClone(whole) as unknown as Loose;
  edit(copy);
  return JSON.stringify(copy);
}

function refusalOf(value: unknown): { code: string; params: Refusal['params'] } {
  try {
    policyFrom(value);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a policy', () => {
  test('comes as it was written, from a text or an object', () => {
    expect(policyFrom(JSON.stringify(whole))).toEqual(whole);
    expect(policyFrom(`\uFEFF${JSON.stringify(whole)}`)).toEqual(whole);
    expect(policyFrom(whole)).toEqual(whole);
  });

  test('that says only one thing leaves the rest as it is for everybody', () => {
    expect(policyFrom('{ "version": "1", "required": { "hosts": ["*"] } }')).toEqual({
      ...defaultPolicy,
      version: '1',
      required: { hosts: ['*'] },
    });
  });

  test('may have 500 categories', () => {
    const categories = Array.from({ length: 500 }, (_, n) => ({ id: `c-${n}`, label: `Category ${n}` }));
    expect(policyFrom(file(({ rubric }) => (rubric.categories = categories as never))).rubric.categories).toHaveLength(500);
  });

  test.each(['👩🏽‍⚕️ Medical', 'Ärztliches', 'می‌خواهم', 'क्‍ष', '错误', 'خطأ في الوقائع'])('may be written in any language: %s', (label) => {
    const { rubric } = policyFrom(file((copy) => (copy.rubric.categories[0]!.label = label)));
    expect(rubric.categories[0]?.label).toBe(label);
  });
});

describe('what is wrong is said by its field', () => {
  test.each<[string, string, string, Record<string, unknown>]>([
    ['no JSON', '{ "version": ', 'policy-not-json', {}],
    ['a file of more than 1 MB', ' '.repeat(1_000_001), 'policy-too-large', {}],
    ['something else', '[]', 'policy-type', { field: 'policy', expected: '{ … }' }],
    ['no version', file((copy) => Reflect.deleteProperty(copy, 'version')), 'policy-missing', { field: 'version' }],
    ['an empty version', file((copy) => (copy.version = ' ')), 'policy-empty', { field: 'version' }],
    ['a version that says nothing', file((copy) => (copy.version = null as never)), 'policy-missing', { field: 'version' }],
    ['an unknown field', file((copy) => Object.assign(copy.rubric, { colour: 'red' })), 'policy-unknown', { field: 'rubric.colour' }],
    ['no categories', file((copy) => (copy.rubric.categories = [])), 'policy-empty', { field: 'rubric.categories' }],
    ['no roles', file((copy) => (copy.roles = [])), 'policy-empty', { field: 'roles' }],
    [
      'a category twice',
      file((copy) => copy.rubric.categories.push({ id: 'dosage' })),
      'policy-twice',
      { field: 'rubric.categories[3].id', value: 'dosage' },
    ],
    [
      'a criterion twice',
      file((copy) => (copy.rubric.criteria[1]!.id = 'safe')),
      'policy-twice',
      { field: 'rubric.criteria[2].id', value: 'safe' },
    ],
    ['a role twice', file((copy) => (copy.roles[1]!.id = 'reader')), 'policy-twice', { field: 'roles[2].id', value: 'reader' }],
    ['a name twice', file((copy) => copy.escalateTo.push(' Legal ')), 'policy-twice', { field: 'escalateTo[3]', value: 'Legal' }],
    [
      'a label that is too long',
      file((copy) => (copy.roles[0]!.label = 'x'.repeat(81))),
      'policy-long',
      { field: 'roles[1].label', max: 80 },
    ],
    [
      'guidelines that are a book',
      file((copy) => (copy.rubric.guidelines = 'x'.repeat(20_001))),
      'policy-long',
      { field: 'rubric.guidelines', max: 20_000 },
    ],
    [
      'a decision that there is not',
      file((copy) => copy.roles[0]!.may.push('delete')),
      'policy-value',
      { field: 'roles[1].may[2]', problem: 'approve, edit, reject, escalate' },
    ],
    [
      'an anchor for a score that the scale has not',
      file((copy) => Object.assign(copy.rubric.criteria[0]!, { anchors: { 5: 'Very' } })),
      'policy-value',
      { field: 'rubric.criteria[1].anchors.5', problem: '0, 1' },
    ],
    [
      'a role that there is not',
      file((copy) => (copy.reviewerRole = 'chief')),
      'policy-value',
      { field: 'reviewerRole', problem: 'reader, lead' },
    ],
    [
      'an address for a host',
      file((copy) => (copy.required.hosts[0] = 'https://chatgpt.com/')),
      'policy-value',
      { field: 'required.hosts[1]' },
    ],
    [
      'a name of every object',
      file((copy) => (copy.rubric.criteria[0]!.id = 'constructor')),
      'policy-value',
      { field: 'rubric.criteria[1].id' },
    ],
    ['a text for a list', file((copy) => (copy.escalateTo = 'Legal' as never)), 'policy-type', { field: 'escalateTo', expected: '[ … ]' }],
    ['__proto__', '{ "version": "1", "__proto__": { "roles": [] } }', 'policy-unknown', { field: '__proto__' }],
  ])('%s', (_, text, code, params) => {
    const refusal = refusalOf(text);
    expect({ code: refusal.code, params: refusal.params }).toMatchObject({ code, params });
    const sentence = (pages as Record<string, unknown>)[`error.${code}`];
    expect(sentence, 'a sentence for people').toBeTypeOf('string');
    for (const [, name] of String(sentence).matchAll(/\{(\w+)\}/g)) expect(refusal.params).toHaveProperty(name!);
  });

  test.each([
    ['half a surrogate pair', '\uD83D', 'U+D83D'],
    ['a zero-width space', '\u200B', 'U+200B'],
    ['a loose joiner', ' \u200D', 'U+200D'],
    ['a turn of direction', '\u202E', 'U+202E'],
    ['a byte order mark inside', '\uFEFF', 'U+FEFF'],
    ['a tab', '\t', 'U+0009'],
    ['a tag', '\u{E0041}', 'U+E0041'],
  ])('%s in a name', (_, odd, character) => {
    const text = file((copy) => (copy.rubric.categories[0]!.label = `Wrong${odd} dose`));
    expect(refusalOf(text)).toMatchObject({ code: 'policy-hidden', params: { field: 'rubric.categories[1].label', character } });
  });
});

test('whatever a file says, it is read or refused with words, and what is read reads again', () => {
  const parts = record({
    version: oneof(string(), constant('1')),
    rubric: option(oneof(jsonValue(), constant(defaultRubric)), { nil: undefined }),
    roles: option(oneof(jsonValue(), constant(whole.roles)), { nil: undefined }),
    escalateTo: option(array(string({ unit: 'binary' })), { nil: undefined }),
    required: option(record({ words: array(string({ unit: 'grapheme' })) }), { nil: undefined }),
  });
  assert(
    property(oneof(parts, jsonValue()), (value) => {
      let policy: Policy;
      try {
        policy = policyFrom(JSON.stringify(value));
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
        expect(Object.keys(pages)).toContain(`error.${(error as Refusal).code}`);
        return;
      }
      expect(policyFrom(JSON.stringify(policy))).toEqual(policy);
    }),
    { numRuns: 500 },
  );
});
