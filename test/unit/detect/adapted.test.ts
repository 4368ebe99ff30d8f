// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { read } from '../../../lib/capture/read.ts';
import { adapted } from '../../../lib/detect/adapted.ts';
import { findThread } from '../../../lib/detect/find.ts';
import { Growth } from '../../../lib/detect/growth.ts';
import { openRoots } from '../../../lib/detect/scan.ts';
import type { Hook, Layout, SiteAdapter, ValueHook } from '../../../lib/model/site.ts';
import { show } from './page.ts';

const hook = (select: string): Hook => ({ select, seen: '2026-11-01', grade: 'source' });
const value = (select: string, from: ValueHook['from'], attribute?: string): ValueHook => ({
  ...hook(select),
  from,
  ...(attribute ? { attribute } : {}),
});
const plain: Layout = {
  id: 'plain',
  answer: [hook('.answer')],
  prompt: [hook('.prompt')],
  body: [hook('.body')],
  leaveOut: [],
  messageId: [],
  streaming: [],
  finished: [],
  model: [],
};
const site = (...layouts: Partial<Layout>[]): SiteAdapter => ({
  id: 'test',
  provider: null,
  origins: ['https://example.org'],
  layouts: layouts.map((layout) => ({ ...plain, ...layout })),
});
const find = (...layouts: Partial<Layout>[]) => adapted(openRoots(document), [site(...layouts)]);
const said = (...layouts: Partial<Layout>[]): string[] =>
  (find(...layouts)?.speeches ?? []).map((one) => `${one.role}: ${read(one.blocks(), one.leaveOut).text}`);

const pair = (question: string, answer: string): string =>
  `<div class="prompt">${question}</div><div class="answer"><div class="body">${answer}</div></div>`;

beforeEach(() => document.body.replaceChildren());

describe('which layout', () => {
  test('the one with the most answers, then the one with the most messages', () => {
    show(pair('One?', 'Yes.') + pair('Two?', 'No.'));
    expect(find({ id: 'none', answer: [hook('.other')] }, { id: 'bare', prompt: [] }, { id: 'full' })?.by).toBe('test/full');
    expect(find({ id: 'first' }, { id: 'second' })?.by).toBe('test/first');
  });

  test('prompts alone are a thread without answers; nothing is none', () => {
    show('<div class="prompt">One?</div>');
    expect(said({})).toEqual(['user: One?']);
    expect(find({ prompt: [] })).toBeNull();
  });

  test('hooks are tried in order, until one says something', () => {
    show('<div class="new"></div><div class="answer"><p class="body">Yes.</p></div>');
    expect(said({ answer: [hook('.new'), hook('.answer')] })).toEqual(['assistant: Yes.']);
  });
});

describe('a selector that the browser does not understand', () => {
  test('is skipped and named', () => {
    show(pair('One?', 'Yes.'));
    const found = find({ answer: [hook('div:::broken('), hook('.answer')], leaveOut: [hook('[[')], finished: [hook('[[')] });
    expect(found?.speeches.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(found?.speeches[1]?.mark()).toBeNull();
    expect(found?.reasons.filter((reason) => reason.includes('does not understand'))).not.toEqual([]);
  });

  test('leaves nothing if there is no other', () => {
    show(pair('One?', 'Yes.'));
    expect(said({ answer: [hook('[[')] })).toEqual(['user: One?']);
  });
});

describe('what is no answer', () => {
  test('an error; but half an answer before one is', () => {
    show(
      `${pair('One?', '<p class="error">It failed.</p>')}${pair('Two?', 'It is so<p class="error">It failed.</p>')}
       <div class="prompt">Three?</div><div class="error"><div class="answer"><div class="body">It failed.</div></div></div>`,
    );
    expect(said({ errors: [hook('.error')] })).toEqual(['user: One?', 'user: Two?', 'assistant: It is so', 'user: Three?']);
  });

  test('what only thinks yet, and a body that is still empty beside a word of waiting', () => {
    show('<div class="answer"><div class="thought body">Hm.</div></div><div class="answer">One moment…<div class="body"></div></div>');
    expect(said({ thinking: [hook('.thought')] })).toEqual([]);
  });

  test('a body that holds a prompt', () => {
    show(`<div class="exchange"><div class="prompt">One?</div><div class="body">Yes.</div></div>`);
    expect(said({ answer: [hook('.exchange')], body: [hook('.exchange')] })).toEqual(['user: One?']);
    expect(said({ answer: [hook('.exchange')], body: [hook('.missing')] })).toEqual(['user: One?']);
    expect(said({ answer: [hook('.exchange')] })).toEqual(['user: One?', 'assistant: Yes.']);
  });

  test('a copy that is hidden from assistive technology; behind a dialog all is hidden, and still there', () => {
    const copies = `${pair('One?', 'Yes.')}<div aria-hidden="true"><div class="answer"><div class="body">Yes.</div></div></div>`;
    show(copies);
    expect(said({})).toEqual(['user: One?', 'assistant: Yes.']);
    show(`<div aria-hidden="true">${copies}</div><div role="dialog">Settings</div>`);
    expect(said({})).toEqual(['user: One?', 'assistant: Yes.']);
  });
});

test('thoughts are kept apart from the text', () => {
  show(pair('One?', '<div class="thought">Hm.</div><div class="thought">So.</div><p>Yes.</p>'));
  const answer = find({ thinking: [hook('.thought')] })!.speeches[1]!;
  expect(read(answer.blocks(), answer.leaveOut).text).toBe('Yes.');
  expect(answer.thinking()).toBe('Hm.\nSo.');
});

test('a picture alone is an answer where a body is named; an avatar beside it is none', () => {
  show('<div class="answer"><div class="body"><img src="a.png"></div></div>');
  expect(said({})).toEqual(['assistant: ']);
  show('<div class="answer"><img src="avatar.png"></div>');
  expect(said({})).toEqual([]);
});

test('parts of one turn are one answer, with the id of the last', () => {
  show(`<div class="prompt">One?</div><div class="turn"><div class="answer" data-id="a"><div class="body">Looking.</div></div>
    <button>Tool</button><div class="answer" data-id="b"><div class="body">Found.</div></div><span class="version"> 2 / 3 </span></div>`);
  const found = find({ turn: [hook('.turn')], messageId: [value('[data-id]', 'self', 'data-id')], variant: [value('.version', 'self')] });
  expect(found?.speeches).toHaveLength(2);
  const answer = found!.speeches[1]!;
  expect(read(answer.blocks(), answer.leaveOut).text).toBe('Looking.\nFound.');
  expect([answer.messageId, answer.variant?.()]).toEqual(['b', '2/3']);
});

test('values from the message, above it, and the page', () => {
  show(`<div class="row" data-key="k"><div class="answer"><div class="body">Yes.</div><i class="model">small</i></div></div>
    <div class="answer"><div class="body">No.</div></div><b class="picked">large</b>`);
  const found = find({ messageId: [value('.row', 'up', 'data-key')], model: [value('.model', 'self'), value('.picked', 'page')] });
  expect(found?.speeches.map(({ messageId, model }) => [messageId, model])).toEqual([
    ['k', 'small'],
    [null, 'large'],
  ]);
});

test('a list that is turned round comes in the order of the conversation', () => {
  const row = (content: string): string => `<li>${content}</li>`;
  show(`<ol>${row('<div class="answer"><div class="body">A</div></div><div class="answer"><div class="body">B</div></div>')}
    ${row('<div class="prompt">Second?</div>')}${row(pair('First?', 'Yes.'))}</ol>`);
  expect(said({ reversed: true })).toEqual(['user: First?', 'assistant: Yes.', 'user: Second?', 'assistant: A', 'assistant: B']);
});

test('states are read inside and above a message', () => {
  show(`<div class="busy">${pair('One?', 'Ye')}</div>${pair('Two?', 'No.<i class="done"></i>')}`);
  const marks = find({ streaming: [hook('.busy')], finished: [hook('.done')] })!.speeches.map((one) => one.mark());
  expect(marks).toEqual([null, 'streaming', null, 'finished']);
});

test('an AI block answers the query of the address', () => {
  location.href = 'https://example.org/search?empty=&q=why%20tides';
  show('<div class="answer"><div class="body">The moon.</div></div>');
  const found = find({ query: ['empty', 'q'] });
  expect([found?.surface, found?.speeches[0]?.asked]).toEqual(['page', 'why tides']);
  const bare = find({ query: [] });
  expect([bare?.surface, bare?.speeches[0]?.asked]).toEqual(['page', null]);
  expect(find({})?.surface).toBeUndefined();
});

test('where an adapter finds no message, the panel beside the conversation is none for the generic detector either', () => {
  const kit = (role: string, text: string): string => `<div data-message-role="${role}"><div class="markdown"><p>${text}</p></div></div>`;
  const talk =
    kit('user', 'Which tide is the highest one?') + kit('assistant', 'The spring tide is, at the new moon and at the full moon.');
  const box = '<textarea placeholder="Ask anything"></textarea>';
  const answers = (html: string, beside: Hook[]): number => {
    show(html);
    const { thread } = findThread(document, [{ ...site({ answer: [hook('.other')], prompt: [] }), beside }], new Growth());
    return thread?.speeches.filter(({ role }) => role === 'assistant').length ?? 0;
  };
  expect(answers(`<main>${talk}</main>${box}`, [hook('.panel')])).toBe(1);
  expect(answers(`<main class="panel">${talk}</main>${box}`, [hook('.panel')])).toBe(0);
  expect(answers(`<main class="panel">${talk}</main>${box}`, [hook('[[')])).toBe(1);
});
