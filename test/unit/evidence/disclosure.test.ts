// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { parseDisclosureHeader } from '../../../lib/evidence/disclosureHeader.ts';
import { brief, look, prose } from './page.ts';

const at = (value: string, name = 'ai-disclosure') => look(`<article id="a" ${name}="${value}"><p>${prose}</p></article>`);

test.each([
  ['ai-assisted', true],
  ['AI-Autonomous', true],
  ['human-only', false],
  ['none', false],
  ['ai-generated', true],
  ['autonomous', true],
])('an element that says %s', (value, ai) => {
  expect(at(value)).toMatchObject([
    {
      kind: ai ? 'declared-ai' : 'declared-human',
      strength: 'declared',
      rule: 'ai-disclosure@2026-09-21',
      snippet: `<article ai-disclosure="${value}">`,
      element: 'a',
      ai,
    },
  ]);
});

test.each(['', 'yes', 'true', ' ai-assisted', 'constructor', 'mixed', 'art50-1'])('a value that says nothing: “%s”', (value) => {
  expect(at(value)).toEqual([]);
  expect(at(value, 'data-ai-disclosure')).toEqual([]);
});

test('the data attribute, with the model that it names', () => {
  const [found] = look(`<p id="p" data-ai-disclosure="ai-assisted" data-ai-model="m-5">${prose}</p>`);
  expect(found).toMatchObject({
    snippet: '<p data-ai-disclosure="ai-assisted" data-ai-model="m-5">',
    element: 'p',
  });
});

test('the nearest valid ancestor wins, and says it once', () => {
  const found = look(`
    <article id="out" ai-disclosure="ai-autonomous">
      <section ai-disclosure="nonsense"><p ai-disclosure="ai-generated">${prose}</p></section>
      <blockquote id="in" ai-disclosure="human-only">${prose}</blockquote>
    </article>`);
  expect(brief(found)).toEqual(['ai-disclosure declared-ai out', 'ai-disclosure declared-human in']);
});

test('mixed says: look inside', () => {
  const found = look(
    `<main ai-disclosure="mixed"><p id="one" ai-disclosure="ai-generated">${prose}</p><p id="two" ai-disclosure="none">${prose}</p></main>`,
  );
  expect(brief(found)).toEqual(['ai-disclosure declared-ai one', 'ai-disclosure declared-human two']);
});

test('the first meta in the head speaks for the page, one elsewhere does not', () => {
  const meta = (value: string) => `<meta name="AI-Disclosure" content="${value}">`;
  expect(brief(look(prose, { head: meta('ai-assisted') + meta('human-only') }))).toEqual(['ai-disclosure declared-ai page']);
  expect(look(prose, { head: meta('perhaps') + meta('ai-assisted') })).toEqual([]);
  expect(look(`<p>${prose}</p>${meta('ai-assisted')}`)).toEqual([]);
  expect(brief(look(`<p id="p" ai-disclosure="human-only">${prose}</p>`, { head: meta('ai-autonomous') }))).toEqual([
    'ai-disclosure declared-ai page',
    'ai-disclosure declared-human p',
  ]);
  expect(brief(look(`<body ai-disclosure="ai-assisted"><p>${prose}</p></body>`))).toEqual(['ai-disclosure declared-ai page']);
});

test('the header, where a page repeats it', () => {
  const head = (value: string) => ({ head: `<meta http-equiv="AI-Disclosure" content='${value}'>` });
  expect(look(prose, head('mode=ai-originated; model="gpt-4"'))).toMatchObject([
    { kind: 'declared-ai', rule: 'ai-disclosure-header@2026-01-30', element: 'page', ai: true },
  ]);
  expect(look(prose, head('mode=none'))).toMatchObject([{ kind: 'declared-human', ai: false }]);
  expect(look(prose, head('mode=who-knows'))).toEqual([]);
});

test.each([
  [
    'mode=ai-originated; model="gpt-4"; provider="OpenAI"; date=@1745286896',
    'ai-originated',
    { model: 'gpt-4', provider: 'OpenAI', date: '@1745286896' },
  ],
  ['mode=ai-modified, reviewed-by="A, B; \\"C\\""', 'ai-modified', { 'reviewed-by': 'A, B; "C"' }],
  ['MODE=Machine-Generated', 'machine-generated', {}],
  ['model="x", mode=none', 'none', { model: 'x' }],
])('parses %s', (value, mode, members) => {
  const parsed = parseDisclosureHeader(value);
  expect(parsed?.mode).toBe(mode);
  expect(Object.fromEntries(parsed!.members)).toEqual(members);
});

test.each(['', 'ai-originated', 'mode=', 'mode=yes', 'note="mode=none"', `mode=none; x="${'y'.repeat(3000)}"`, '=;,=;'])(
  'refuses %s',
  (value) => {
    expect(parseDisclosureHeader(value)).toBeNull();
  },
);
