// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { Passages } from '../../../lib/detect/passages.ts';
import { emptyView } from '../../../lib/detect/view.ts';
import type { FoundEvidence } from '../../../lib/model/evidence.ts';
import type { FoundAnswer } from '../../../lib/model/view.ts';
import { show } from './page.ts';

const sign = (element: Element | null, parts: Partial<FoundEvidence> = {}): FoundEvidence => ({
  kind: 'disclosure',
  strength: 'declared',
  snippet: 'ai-disclosure="ai-autonomous"',
  rule: 'ai-disclosure@2026-09-21',
  element,
  ai: true,
  ...parts,
});

let end: AbortController;
let changes: ReturnType<typeof vi.fn<() => void>>;
let passages: Passages;
let signs: FoundEvidence[];
/** Looks at the page while the finder finds these. */
const see = (found: FoundEvidence[]): number => {
  signs = found;
  return passages.look();
};
const $ = (selector: string): Element => document.querySelector(selector)!;

beforeEach(() => {
  show(`<main><h1>News</h1>
    <section id="a"><p id="p">Made by a <b>model</b>.</p><p>And more of it.</p></section>
    <section id="b"><p>Another text.</p></section>
  </main><main></main>`);
  end = new AbortController();
  changes = vi.fn<() => void>();
  passages = new Passages(document, () => signs, changes, end.signal);
});

test('a block that evidence speaks of is an answer with that evidence', () => {
  const found = sign($('#a'));
  see([found]);
  const view = passages.join(emptyView);
  expect(view).toMatchObject({ surface: 'page', site: 'page' });
  expect(view.evidence).toEqual([found]);
  expect(view.answers).toHaveLength(1);
  const [answer] = view.answers as [FoundAnswer];
  expect(answer).toMatchObject({ state: 'final', text: 'Made by a model.\nAnd more of it.', prompt: [], promptComplete: false });
  expect(answer.detectedBy).toMatchObject({ kind: 'evidence', id: 'ai-disclosure@2026-09-21' });
  expect(answer.evidence).toEqual([found]);
  expect(answer.id).toMatch(/^[0-9a-f]{64}$/);
});

test('a block inside another one is part of it, and both signs are told', () => {
  see([sign($('#p'), { kind: 'paste', strength: 'residue' }), sign($('#a'))]);
  const { answers } = passages.join(emptyView);
  expect(answers.map(({ blocks }) => blocks)).toEqual([[$('#a')]]);
  expect(answers[0]!.evidence.map(({ kind }) => kind)).toEqual(['paste', 'disclosure']);
});

test('what a human made, and what only says where a link was found, is told but is no answer', () => {
  see([sign($('#a'), { ai: false }), sign($('#b'), { strength: 'weak' })]);
  const { answers, evidence, surface } = passages.join(emptyView);
  expect([answers.length, evidence.length, surface]).toEqual([0, 2, 'page']);
});

test('what the whole page says is about its main block if there is one, else about none', () => {
  see([sign(null)]);
  expect(passages.join(emptyView).answers).toHaveLength(0);
  document.querySelectorAll('main')[1]!.remove();
  see([sign(null)]);
  expect(passages.join(emptyView).answers.map(({ element }) => element)).toEqual([$('main')]);
});

test('evidence inside an answer of a chat makes no second answer', () => {
  see([sign($('#p')), sign($('#b'))]);
  const chat = { ...emptyView, surface: 'chat' as const, answers: [{ element: $('#a') } as FoundAnswer] };
  expect(passages.join(chat).answers.map(({ element }) => element)).toEqual([$('#a'), $('#b')]);
});

test('a block that left the page is no answer; one that changed is another', async () => {
  see([sign($('#a')), sign($('#b'))]);
  const [first] = passages.join(emptyView).answers.map(({ id }) => id);
  $('#p').append(' Changed.');
  $('#b').remove();
  await vi.waitFor(() => expect(changes).toHaveBeenCalled());
  const after = passages.join(emptyView).answers;
  expect(after.map(({ text }) => text)).toEqual(['Made by a model. Changed.\nAnd more of it.']);
  expect(after[0]!.id).not.toBe(first);
});

test('an item keeps its place in the list', () => {
  show('<ol><li>One</li><li>Two <b>twos</b></li></ol>');
  const range = document.createRange();
  range.selectNodeContents($('b'));
  const answer = passages.select(range)!;
  expect(answer.text).toBe('twos');
  expect(answer.read().hast.children[0]).toMatchObject({ children: [{ tagName: 'ol' }] });
});

test('a passage is found again by its text; what is not there yet waits', () => {
  const missing = passages.restore(['Made by a model.\nAnd more', 'Not here']);
  expect(missing).toEqual(['Not here']);
  expect(passages.join(emptyView).answers.map(({ text }) => text)).toEqual(['Made by a model.\nAnd more']);
});

test('what is selected is an answer of exactly that text, once', () => {
  const range = document.createRange();
  range.setStart($('#p b').firstChild!, 0);
  range.setEnd($('#a').lastElementChild!.firstChild!, 8);
  const answer = passages.select(range)!;
  expect(answer).toMatchObject({ text: 'model.\nAnd more', detectedBy: { kind: 'selection' } });
  expect(passages.select(range)).toBe(answer);
  expect(passages.join(emptyView).answers).toEqual([answer]);
  range.collapse();
  expect(passages.select(range)).toBeNull();
});
