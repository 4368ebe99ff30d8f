// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watch } from '../../../lib/detect/watch.ts';
import type { PageView } from '../../../lib/model/view.ts';
import type { SiteAdapter } from '../../../lib/model/site.ts';
import { show, turns } from './page.ts';

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const start = (adapters: SiteAdapter[] = []) => {
  const views: PageView[] = [];
  const watcher = watch({ window, adapters, signal: end.signal, onChange: (view) => views.push(view), now: () => Date.now() });
  return { views, watcher, texts: () => watcher.view().answers.map(({ text }) => text) };
};
const composer = '<textarea placeholder="Message"></textarea>';
const talk = [
  'Why is the sky blue?',
  'Because air scatters blue light more than red light.',
  'And at dusk?',
  'Then the light takes a longer way through the air.',
];

/** Writes a text into an element as a stream does, 12 pieces over 1.2 s. */
async function stream(into: Element, text: string): Promise<void> {
  const node = document.createTextNode('');
  into.append(node);
  for (let at = 1; at <= 12; at++) {
    node.data = text.slice(0, Math.ceil((text.length * at) / 12));
    await vi.advanceTimersByTimeAsync(100);
  }
}

describe('what is an answer', () => {
  test('names with an AI word tell answers from prompts', () => {
    show(`<main>${turns(talk, (role) => `chat-message chat-message-from-${role}`)}</main>${composer}`, 'Help bot');
    const { watcher, texts } = start();
    expect(watcher.view()).toMatchObject({ surface: 'chat', site: 'generic' });
    expect(texts()).toEqual([talk[1], talk[3]]);
    expect(watcher.view().answers[1]!.prompt.map(({ role, text }) => [role, text])).toEqual([
      ['user', talk[0]],
      ['assistant', talk[1]],
      ['user', talk[2]],
    ]);
  });

  test('two people are no AI, also when a whole message arrives', async () => {
    const body = show(
      `<main>${turns(talk, (role) => (role === 'user' ? 'message outgoing' : 'message incoming'))}</main>${composer}`,
      'Team chat',
    );
    const { watcher } = start();
    const more = document.createElement('div');
    more.className = 'message incoming';
    more.append('Great, then we only need tape and a few boxes for the kitchen, I will get them tomorrow.');
    body.querySelector('main')!.append(more);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(watcher.view()).toMatchObject({ surface: 'none', answers: [] });
  });

  test('the same names with a stream are an AI', async () => {
    const body = show(`<main>${turns(talk, (role) => (role === 'user' ? 'message outgoing' : 'message incoming'))}</main>${composer}`);
    const { texts } = start();
    expect(texts()).toEqual([]);
    const more = document.createElement('div');
    more.className = 'message incoming';
    body.querySelector('main')!.append(more);
    const text = 'A longer answer that arrives in small pieces, one after the other, as a model writes it.';
    await stream(more, text);
    await vi.advanceTimersByTimeAsync(600);
    expect(texts()).toEqual([talk[1], talk[3], text]);
  });

  test('only the prompts are named', async () => {
    const body = show(
      `<section>${turns(talk, (role) => (role === 'user' ? 'bubble bubble--from-user' : 'bubble'))}</section>${composer}`,
      'AI helper',
    );
    const { texts } = start();
    const more = document.createElement('div');
    more.className = 'bubble';
    body.querySelector('section')!.append(more);
    await stream(more, 'Some more text that grows for a while until it has been written to its end.');
    await vi.advanceTimersByTimeAsync(600);
    expect(texts().slice(0, 2)).toEqual([talk[1], talk[3]]);
    expect(texts()).toHaveLength(3);
  });

  test('a prompt repeated elsewhere, and a hidden copy, are no answers', () => {
    show(
      `<aside><ul><li>${talk[0]}</li></ul></aside><h1>${talk[0]}</h1><main>${turns(talk, (role) => `${role}-message`)}</main><div aria-live="polite" class="sr-only"><div class="bot-message">${talk[3]}</div></div>${composer}`,
      'Assistant',
    );
    expect(start().texts()).toEqual([talk[1], talk[3]]);
  });

  test('nested open shadow roots', () => {
    const body = show('<x-chat></x-chat>', 'Chat bot');
    const outer = body.firstElementChild!.attachShadow({ mode: 'open' });
    const inner = document.createElement('x-list');
    outer.append(inner, document.createElement('textarea'));
    const root = inner.attachShadow({ mode: 'open' });
    for (const [at, text] of talk.entries()) {
      const message = document.createElement('div');
      message.className = at % 2 ? 'ai-message' : 'user-message';
      message.append(text);
      root.append(message);
    }
    expect(start().texts()).toEqual([talk[1], talk[3]]);
  });

  test('a shadow root attached later is found without a mutation', async () => {
    const body = show('<x-chat></x-chat>', 'Chat bot');
    const { texts } = start();
    const root = body.firstElementChild!.attachShadow({ mode: 'open' });
    const list = document.createElement('div');
    list.append(
      ...talk.map((text, at) =>
        Object.assign(document.createElement('div'), { className: at % 2 ? 'bot-message' : 'user-message', textContent: text }),
      ),
    );
    root.append(list, document.createElement('textarea'));
    await vi.advanceTimersByTimeAsync(1600);
    expect(texts()).toEqual([talk[1], talk[3]]);
  });

  test('an ordinary page is none', () => {
    show(
      '<header><nav><a href="/">Home</a></nav></header><article class="post-content"><h1>Model agents</h1><p class="text-left">Users and assistants met.</p></article><form><textarea name="comment"></textarea></form>',
    );
    expect(start().watcher.view()).toMatchObject({ surface: 'none', answers: [] });
  });
});

describe('when is it finished', () => {
  const page = () => show(`<main>${turns(talk, (role) => `${role}-message`)}</main>${composer}`, 'Bot');

  test('without a mark after 5 s of quiet, and again after it grew', async () => {
    const body = page();
    const { watcher } = start();
    const states = () => watcher.view().answers.map(({ state }) => state);
    await vi.advanceTimersByTimeAsync(4900);
    expect(states()).toEqual(['streaming', 'streaming']);
    await vi.advanceTimersByTimeAsync(600);
    expect(states()).toEqual(['final', 'final']);
    body.querySelectorAll('.bot-message p')[1]!.append(' And one thing more.');
    await vi.advanceTimersByTimeAsync(600);
    expect(states()).toEqual(['final', 'streaming']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(states()).toEqual(['final', 'final']);
    expect(watcher.view().answers[1]!.text).toContain('one thing more');
  });

  test('with a toolbar after 1.5 s', async () => {
    const body = page();
    for (const message of body.querySelectorAll('.bot-message'))
      message.append(Object.assign(document.createElement('button'), { ariaLabel: 'Copy' }));
    const { watcher } = start();
    await vi.advanceTimersByTimeAsync(1600);
    expect(watcher.view().answers.map(({ state }) => state)).toEqual(['final', 'final']);
  });

  test('not while the site says that it is writing', async () => {
    const body = page();
    const last = body.querySelectorAll('.bot-message')[1]!;
    last.setAttribute('data-is-streaming', 'true');
    const { watcher } = start();
    await vi.advanceTimersByTimeAsync(8000);
    expect(watcher.view().answers.at(-1)!.state).toBe('streaming');
    last.setAttribute('data-is-streaming', 'false');
    await vi.advanceTimersByTimeAsync(600);
    expect(watcher.view().answers.at(-1)!.state).toBe('final');
  });
});

describe('which answer is it', () => {
  test('a remounted message is the same and finished at once; a new text is another', async () => {
    const body = show(`<main>${turns(talk, (role) => `${role}-message`)}</main>${composer}`, 'Bot');
    const { watcher } = start();
    await vi.advanceTimersByTimeAsync(6000);
    const [first, second] = watcher.view().answers.map(({ id }) => id);
    watcher.refresh();
    const old = body.querySelectorAll('.bot-message')[1]!;
    old.replaceWith(old.cloneNode(true));
    await vi.advanceTimersByTimeAsync(600);
    expect(watcher.view().answers.map(({ id, state }) => [id, state])).toEqual([
      [first, 'final'],
      [second, 'final'],
    ]);
    body.querySelectorAll('.bot-message p')[1]!.textContent = 'Another try at the same question.';
    await vi.advanceTimersByTimeAsync(6000);
    expect(watcher.view().answers[1]!.id).not.toBe(second);
    expect(watcher.view().answers[0]!.id).toBe(first);
  });
});

describe('adapters', () => {
  const hook = (select: string) => ({ select, seen: '2026-11-01', grade: 'source' as const });
  const adapter: SiteAdapter = {
    id: 'tool',
    provider: 'maker',
    origins: [location.origin],
    conversation: '/c/(\\w+)',
    layouts: [
      {
        id: 'one',
        answer: [hook('.a')],
        prompt: [hook('.q')],
        body: [hook('.text')],
        leaveOut: [hook('.pill')],
        turn: [hook('.turn')],
        messageId: [{ ...hook('[data-id]'), attribute: 'data-id', from: 'self' }],
        streaming: [hook('.writing')],
        finished: [hook('.done')],
        model: [{ ...hook('[data-model]'), attribute: 'data-model', from: 'up' }],
      },
    ],
  };

  test('two role nodes in one turn are one answer, with id, model and state', async () => {
    show(
      '<div class="q">Why?</div><div class="turn done" data-model="m-1"><div class="a" data-id="1"><p class="text">One.<b class="pill">3</b></p></div><div class="a" data-id="2"><p class="text">Two.</p></div></div>',
    );
    const { watcher } = start([adapter]);
    await vi.advanceTimersByTimeAsync(1600);
    expect(watcher.view().site).toBe('tool');
    expect(watcher.view().answers).toHaveLength(1);
    expect(watcher.view().answers[0]).toMatchObject({
      text: 'One.\nTwo.',
      message: { id: '2' },
      model: 'm-1',
      provider: 'maker',
      state: 'final',
      promptComplete: true,
    });
  });

  test('history is finished after 1.5 s without a mark; the last answer, and one that is written anew, after 5 s', async () => {
    const body = show(
      '<p class="q">Why?</p><p class="a">Because.</p><p class="q">How?</p><p class="a">Like this.</p><p class="q">And?</p><p class="a">So.</p>',
    );
    const { watcher } = start([adapter]);
    const states = () => watcher.view().answers.map(({ state }) => state);
    await vi.advanceTimersByTimeAsync(1000);
    body.querySelectorAll('.a')[1]!.append(' Or like that.');
    await vi.advanceTimersByTimeAsync(600);
    expect(states()).toEqual(['final', 'streaming', 'streaming']);
    await vi.advanceTimersByTimeAsync(2900);
    expect(states()).toEqual(['final', 'streaming', 'streaming']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(states()).toEqual(['final', 'final', 'final']);
  });

  test.each([100, 700, 1500, 1700])('an address that comes %i ms after the last change of the answer is told', async (late) => {
    const before = location.href;
    const body = show('<p class="q">Why?</p><div class="turn done"><p class="a">Be</p></div>');
    const { views, watcher } = start([adapter]);
    await vi.advanceTimersByTimeAsync(500);
    body.querySelector('.a')!.textContent = 'Because.';
    await vi.advanceTimersByTimeAsync(late);
    history.replaceState(null, '', '/c/abc');
    try {
      // A page of ours asks now and then.
      for (let at = 0; at < 20; at++) {
        watcher.view();
        await vi.advanceTimersByTimeAsync(200);
      }
      expect(views.at(-1)!.answers).toMatchObject([{ text: 'Because.', state: 'final', conversation: { id: 'abc' } }]);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  test('where it finds nothing the generic detector does, and says so', () => {
    show(`<main>${turns(talk, (role) => `${role}-message`)}</main>${composer}`, 'Bot');
    const { watcher } = start([adapter]);
    expect(watcher.view().site).toBe('generic');
    expect(watcher.view().reasons).toContain('the adapter for tool found nothing here');
  });
});
