/** The life of an answer in the built extension: what may happen to a message between its first token and its last review. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, openAs, reviewed, stage, type Stage, type Tab } from '../life/tab.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { until } from '../setup/until.ts';
import { hover, press, shownText } from './controls.ts';
import type { Kind } from './launch.ts';
import { named } from './names.ts';

let current: Stage;
const begin = (kind: Kind) => {
  beforeAll(async () => void (current = await stage(kind)));
  afterAll(() => current?.[Symbol.asyncDispose]());
};
const opened = (path: string, fill: () => void): Promise<Tab> => open(current, path, fill);
/** One answer's text; runs where it is written. */
const answer = (at: number): string =>
  `Answer ${at}: the ${at}th river is ${at * 7} km long, and it flows through ${at + 2} lakes before it reaches the sea.`;
const question = (at: number): string => `Question ${at}: what is the ${at}th thing that one should know about rivers?`;

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  begin(kind);

  test('streamed, stopped mid-way, resumed, made again in the same node, and switched between versions', async () => {
    const tab = await opened('/c/stream', () => life.turn(0));
    await tab.finals(1);
    await tab.page.evaluate(() => {
      life.message('user', life.question(1));
      life.message('assistant', 'Answer 1: the 1th');
    });
    await until('it is seen while it streams', async () => (await tab.answers())[1]?.state === 'streaming');
    // Stopped: there is no toolbar, and nothing more comes.
    const [, stopped] = await tab.finals(2);
    expect(stopped).toMatchObject({ text: 'Answer 1: the 1th', prompt: question(1) });
    await tab.page.evaluate(() => {
      life.words(life.all('assistant')[1]!).textContent = life.answer(1).slice(0, 60);
    });
    await until('it streams again', async () => (await tab.answers())[1]?.state === 'streaming');
    await tab.page.evaluate(() => {
      life.words(life.all('assistant')[1]!).textContent = life.answer(1);
      life.done(life.all('assistant')[1]!);
    });
    const [, whole] = await tab.finals(2);
    expect(whole).toMatchObject({ text: answer(1), promptComplete: true });
    expect(whole!.id).not.toBe(stopped!.id);
    await tab.rate(whole!.id);

    const version = (text: string, counter: string) =>
      tab.page.evaluate(
        (words, shown) => {
          const message = life.all('assistant')[1]!;
          life.words(message).textContent = words;
          life.done(message, shown);
        },
        text,
        counter,
      );
    await version('Another try: rivers are long.', '2/2');
    const other = await until('the other version is final', async () => {
      const [, found] = await tab.finals(2);
      return found!.text === 'Another try: rivers are long.' && found;
    });
    expect(other).toMatchObject({ review: null, variant: '2/2', prompt: question(1) });
    await version(answer(1), '1/2');
    await until('the first version is back with its review', async () => {
      const [, found] = await tab.finals(2);
      return found!.id === whole!.id && found!.review?.status === 'final' && found!.variant === '1/2';
    });
    expect((await reviewed(current)).map(({ text }) => text)).toContain(answer(1));
    await tab.page.close();
  });

  test('three mounted of five hundred: what was seen is the context, and a review comes back twice', async () => {
    const tab = await opened('/c/virtual', () => {
      // Rows as virtual lists have them: three are mounted, spacers stand for the rest.
      const [above, rows, below] = [document.createElement('div'), document.createElement('div'), document.createElement('div')];
      life.list.append(above, rows, below);
      const show = (from: number) => {
        above.style.height = `${from * 90}px`;
        below.style.height = `${(500 - from - 3) * 90}px`;
        rows.replaceChildren();
        for (let at = from; at < from + 3; at++) {
          const message = life.message(at % 2 ? 'assistant' : 'user', at % 2 ? life.answer(at >> 1) : life.question(at >> 1), {
            into: rows,
          });
          if (at % 2) life.done(message);
        }
        rows.scrollIntoView({ block: 'center' });
      };
      Object.assign(globalThis, { show });
      show(497);
    });
    /** Scrolls on in steps that the watcher can follow, as a person does. */
    const scroll = async (from: number, to: number) => {
      for (let at = from; at !== to; at += Math.sign(to - from)) {
        await tab.page.evaluate((row) => (globalThis as unknown as { show(row: number): void }).show(row), at);
        const expected = answer((at % 2 ? at : at + 1) >> 1);
        await until(`row ${at} is seen`, async () => (await tab.answers()).some(({ text }) => text === expected));
      }
    };
    const [last] = await until('the last is final', async () => {
      const found = await tab.answers();
      return found.length === 2 && found.every(({ state }) => state === 'final') && found.slice(1);
    });
    expect(last).toMatchObject({ text: answer(249), prompt: question(249), promptComplete: false });
    await tab.rate(last!.id);
    await scroll(496, 470);
    await scroll(470, 498);
    const back = async () =>
      until('the review is back', async () =>
        (await tab.answers()).find(({ id, review }) => id === last!.id && review?.status === 'final'),
      );
    expect(await back()).toMatchObject({ promptComplete: false });
    await scroll(496, 480);
    await scroll(480, 498);
    await back();
    await tab.page.close();
  });

  test('a press in the very moment of a change is kept with the whole text, or not at all', async () => {
    const tab = await opened('/c/press', () => {
      life.turn(0);
      life.turn(1);
    });
    const [first, second] = await tab.finals(2);
    // The page writes on in the very press, before our listener hears of it.
    await tab.page.evaluate(() => {
      const writeOn = () => {
        const words = life.words(life.all('assistant')[0]!);
        words.textContent = `${life.answer(0)} And`;
        setTimeout(() => (words.textContent = `${life.answer(0)} And one thing more.`), 900);
      };
      addEventListener('pointerdown', writeOn, { capture: true, once: true });
    });
    await tab.rate(first!.id);
    const kept = await until('it is stored', async () => (await reviewed(current)).find(({ url }) => url.endsWith('/c/press')));
    expect(kept.text).toBe(`${answer(0)} And one thing more.`);

    // The element shows another message when the press arrives: nothing is kept for it.
    await tab.page.evaluate(() => {
      addEventListener(
        'pointerdown',
        () => (life.words(life.all('assistant')[1]!).textContent = 'Quite another text, which nobody judged.'),
        {
          capture: true,
          once: true,
        },
      );
    });
    await hover(tab, second!.id);
    await press(tab, named(overlay['rail.down']), (await tab.answers())[1]!.rect);
    await until('it is said', async () => (await shownText(tab)).includes(overlay['answer.changed']));
    expect((await reviewed(current)).filter(({ url }) => url.endsWith('/c/press'))).toHaveLength(1);
    await tab.page.close();
  });
});

describe('more of the life of an answer, in Chromium', () => {
  begin('chromium');

  test('an edited prompt makes another answer; the old branch comes back with its review', async () => {
    const tab = await opened('/c/edit', () => {
      life.turn(0);
      life.turn(1);
      life.turn(2);
    });
    const before = await tab.finals(3);
    await tab.rate(before[1]!.id);
    const branch = (edited: boolean) =>
      tab.page.evaluate((other) => {
        life.list.replaceChildren();
        life.turn(0);
        if (!other) return [1, 2].forEach((at) => life.turn(at));
        life.message('user', 'An edited question: which of them is the widest?');
        life.done(life.message('assistant', 'The widest of them is the Amazon, by a long way.'));
      }, edited);
    await branch(true);
    const edited = await tab.finals(2);
    expect(edited[1]).toMatchObject({ prompt: 'An edited question: which of them is the widest?', review: null, promptComplete: true });
    await tab.rate(edited[1]!.id);
    await branch(false);
    const back = await until('the first branch is back', async () => {
      const found = await tab.answers();
      return found.length === 3 && found.every(({ state }) => state === 'final') && found;
    });
    expect(back.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    await until('with its review', async () => (await tab.answers())[1]?.review?.status === 'final');
    const kept = (await reviewed(current)).find(({ text }) => text.startsWith('The widest'));
    expect(kept!.prompt.map(({ text }) => text)).toEqual([question(0), answer(0), 'An edited question: which of them is the widest?']);
    await tab.page.close();
  });

  test('in a reversed scroller, older turns load above: the context grows, and is complete only when its beginning was seen', async () => {
    const tab = await opened('/c/reversed', () => {
      Object.assign(life.list.style, { display: 'flex', flexDirection: 'column-reverse', height: '400px', overflowY: 'auto' });
      const inner = document.createElement('div');
      life.list.append(inner);
      for (let at = 6; at < 9; at++) life.turn(at, { into: inner });
      let first = 6;
      life.list.addEventListener('scroll', () => {
        const atTop = life.list.scrollTop - 5 <= life.list.clientHeight - life.list.scrollHeight;
        if (!atTop || first === 0) return;
        const before = inner.firstElementChild;
        first -= 3;
        for (let at = first; at < first + 3; at++) life.turn(at, { into: inner, before });
      });
    });
    const last = () => tab.answers().then((found) => found.at(-1)!);
    await tab.finals(3);
    await tab.rate((await last()).id);
    for (const count of [6, 9]) {
      await tab.page.evaluate(() => (life.list.scrollTop = -life.list.scrollHeight));
      const seen = await tab.finals(count);
      expect(seen.at(-1)).toMatchObject({ promptComplete: false, prompt: question(8), review: { status: 'final' } });
      await tab.page.evaluate(() => (life.list.scrollTop = 0));
    }
    await tab.page.evaluate(() => (life.list.scrollTop = -life.list.scrollHeight));
    await until('the beginning was seen', async () => (await last()).promptComplete);
    await tab.page.evaluate(() => (life.list.scrollTop = 0));
    expect((await last()).promptComplete).toBe(true);
    await tab.page.close();
  });

  test('a virtual list without an overlap, but with counts, seen from its beginning to its end: the context is complete', async () => {
    const tab = await opened('/c/counted', () => {
      const show = (from: number) => {
        life.list.replaceChildren();
        for (let at = from; at < from + 4; at++) {
          const message = life.message(at % 2 ? 'assistant' : 'user', at % 2 ? life.answer(at >> 1) : life.question(at >> 1));
          message.dataset.index = String(at);
          if (at % 2) life.done(message);
        }
      };
      Object.assign(globalThis, { show });
      show(20);
    });
    const show = (from: number) => tab.page.evaluate((row) => (globalThis as unknown as { show(row: number): void }).show(row), from);
    const [, last] = await tab.finals(2);
    expect(last).toMatchObject({ text: answer(11), promptComplete: false });
    for (const from of [0, 4, 8, 16, 20]) {
      await show(from);
      await until(`row ${from} is seen`, async () => (await tab.answers()).some(({ text }) => text === answer(from >> 1)));
    }
    expect((await tab.answers()).at(-1)).toMatchObject({ id: last!.id, promptComplete: false });
    await show(12);
    await until('the hole is filled', async () => (await tab.answers()).some(({ text }) => text === answer(6)));
    await show(20);
    await until('it is complete', async () => (await tab.answers()).some(({ id, promptComplete }) => id === last!.id && promptComplete));
    await tab.rate(last!.id);
    const kept = (await reviewed(current)).find(({ url }) => url.endsWith('/c/counted'));
    expect(kept!.prompt).toHaveLength(23);
    await tab.page.close();
  });

  test('written while the tab is hidden', async () => {
    const tab = await opened('/c/hidden', () => life.turn(0));
    await tab.finals(1);
    await tab.page.evaluate(() => {
      life.message('user', life.question(1));
      const words = life.words(life.message('assistant', 'Answer 1'));
      const whole = life.answer(1);
      let at = 8;
      const timer = setInterval(() => {
        words.textContent = whole.slice(0, (at += 6));
        if (at >= whole.length) clearInterval(timer);
      }, 100);
    });
    const front = await current.driven.browser.newPage();
    await front.bringToFront();
    expect(await tab.page.evaluate(() => document.visibilityState)).toBe('hidden');
    const seen = await tab.finals(2);
    expect(seen[1]).toMatchObject({ text: answer(1), prompt: question(1) });
    await front.close();
    await tab.page.close();
  });

  test('another conversation and back without a load: no context and no review crosses', async () => {
    const tab = await opened('/c/one', () => [20, 21].forEach((at) => life.turn(at)));
    const one = await tab.finals(2);
    await tab.rate(one[1]!.id);
    // First the address, then the messages, as routers do; the elements are used again.
    await tab.page.evaluate(() => {
      history.pushState(null, '', '/c/two');
      setTimeout(() => {
        for (const role of ['user', 'assistant'] as const)
          life
            .all(role)
            .forEach((message, at) => (life.words(message).textContent = role === 'user' ? life.question(at + 25) : life.answer(at + 25)));
      }, 400);
    });
    const two = await until('the other conversation is there', async () => {
      const found = await tab.answers();
      return found[0]?.text === answer(25) && found.every(({ state }) => state === 'final') && found;
    });
    expect(two.map(({ prompt, review }) => [prompt, review])).toEqual([
      [question(25), null],
      [question(26), null],
    ]);
    await tab.rate(two[1]!.id);
    await tab.page.evaluate(() => {
      history.back();
      [0, 1].forEach((at) => {
        life.words(life.all('user')[at]!).textContent = life.question(at + 20);
        life.words(life.all('assistant')[at]!).textContent = life.answer(at + 20);
      });
    });
    const back = await until('the first is back', async () => {
      const found = await tab.answers();
      return found[1]?.id === one[1]!.id && found[1].review?.status === 'final' && found;
    });
    expect(back.map(({ promptComplete }) => promptComplete)).toEqual([true, true]);
    const kept = (await reviewed(current)).filter(({ url }) => /\/c\/(one|two)$/.test(url));
    expect(Object.fromEntries(kept.map(({ url, prompt }) => [new URL(url).pathname, prompt.map(({ text }) => text)]))).toEqual({
      '/c/one': [question(20), answer(20), question(21)],
      '/c/two': [question(25), answer(25), question(26)],
    });
    await tab.page.close();
  });

  test('two chats on one page: both are found, and neither is the context of the other', async () => {
    const tab = await opened('/c/pair', () => {
      life.list.remove();
      document.querySelector('textarea')!.remove();
      for (const at of [0, 40]) {
        const root = document.body.appendChild(document.createElement('river-chat')).attachShadow({ mode: 'open' });
        const box = document.createElement('div');
        root.append(box, document.createElement('textarea'));
        for (const next of [at, at + 1]) life.turn(next, { into: box });
      }
    });
    const found = await tab.finals(4);
    expect(found.map(({ text, prompt }) => [text, prompt])).toEqual([0, 1, 40, 41].map((at) => [answer(at), question(at)]));
    await tab.rate(found[3]!.id);
    const kept = (await reviewed(current)).find(({ text }) => text === answer(41));
    expect(kept!.prompt.map(({ text }) => text)).toEqual([question(40), answer(40), question(41)]);
    await tab.page.close();
  });

  test('late citations leave it the same answer, with its review', async () => {
    const tab = await opened('/c/cited', () => life.turn(0));
    const [first] = await tab.finals(1);
    await tab.rate(first!.id);
    await tab.page.evaluate(() => {
      life.words(life.all('assistant')[0]!).append(' [1]');
      life.words(life.all('assistant')[0]!).prepend('[2] ');
    });
    const cited = await until('it is final with its citations', async () => {
      const [found] = await tab.answers();
      return found?.state === 'final' && found.text.includes('[1]') && found;
    });
    expect(cited.id).not.toBe(first!.id);
    await tab.rate(cited.id);
    await until('it is the same answer under both names', async () => {
      const kept = (await reviewed(current)).filter(({ url }) => url.endsWith('/c/cited'));
      expect(kept).toMatchObject([{ id: first!.id, aliases: [cited.id] }]);
      return true;
    });
    await tab.page.close();
  });

  test('its whole node is replaced at each token', async () => {
    const tab = await opened('/c/replaced', () => life.turn(0));
    await tab.finals(1);
    await tab.page.evaluate(() => {
      life.message('user', life.question(1));
      let old = life.message('assistant', 'Answer 1');
      let at = 8;
      const timer = setInterval(() => {
        const next = life.message('assistant', life.answer(1).slice(0, (at += 4)));
        old.replaceWith(next);
        old = next;
        if (at < life.answer(1).length) return;
        clearInterval(timer);
        life.done(next);
      }, 60);
    });
    const states = new Set<string>();
    const whole = await until('it is whole and final', async () => {
      const found = (await tab.answers())[1];
      if (found) states.add(`${found.state} ${found.text === answer(1)}`);
      return found?.state === 'final' && found;
    });
    expect(whole).toMatchObject({ text: answer(1), prompt: question(1), promptComplete: true });
    expect([...states]).not.toContain('final false');
    await tab.page.close();
  });

  test('a recycler shows another message in the same element: it is another answer', async () => {
    const tab = await opened('/c/recycled', () => [0, 1].forEach((at) => life.turn(at, { id: true })));
    const before = await tab.finals(2);
    await tab.rate(before[1]!.id);
    const shift = (by: number) =>
      tab.page.evaluate((step) => {
        for (const role of ['user', 'assistant'] as const)
          life.all(role).forEach((message, at) => {
            message.dataset.messageId = `${role[0]}${at + step}`;
            life.words(message).textContent = role === 'user' ? life.question(at + step) : life.answer(at + step);
          });
      }, by);
    await shift(2);
    const after = await until('the others are there', async () => {
      const found = await tab.answers();
      return found[0]?.text === answer(2) && found.every(({ state }) => state === 'final') && found;
    });
    expect(after.map(({ messageId, prompt, review }) => [messageId, prompt, review])).toEqual([
      ['a2', question(2), null],
      ['a3', question(3), null],
    ]);
    await shift(0);
    await until('the review is back', async () => {
      const found = await tab.answers();
      return found[1]?.id === before[1]!.id && found[1].review?.status === 'final';
    });
    await tab.page.close();
  });
});

describe('with the marks of a tool (the layout of ChatGPT), in Chromium', () => {
  begin('chromium');

  /** Runs in the page: one exchange as that layout has it. Parts are the bodies of the answer, or an error. */
  function install(): void {
    Object.assign(globalThis, {
      exchange(at: number, parts: string[], { error = '', picture = '', done = true } = {}) {
        const make = (attributes: Record<string, string>, ...children: (Node | string)[]) => {
          const element = document.createElement(attributes.tag ?? 'div');
          for (const [name, value] of Object.entries(attributes)) if (name !== 'tag') element.setAttribute(name, value);
          element.append(...children);
          return element;
        };
        const bodies = parts.map((text) => make({ 'data-markdown-text-style': 'assistant-message' }, make({ tag: 'p' }, text)));
        const unit = make(
          { 'data-chatgpt-search-unit-key': `k${at}:assistant`, 'data-chatgpt-selection-message-id': `a${at}` },
          ...bodies,
          ...(error ? [make({ role: 'alert' }, error)] : []),
          ...(picture ? [make({ 'data-testid': 'generated-image-preview' }, make({ tag: 'img', src: picture, alt: 'A river' }))] : []),
        );
        const asked = make(
          { 'data-chatgpt-search-unit-key': `k${at}:user` },
          make({ 'data-user-message-bubble': '' }, make({ class: 'whitespace-pre-wrap' }, life.question(at))),
        );
        life.list.append(make({ 'data-turn-key': `u${at}`, 'data-talvt-turn-state': done ? 'complete' : 'in_progress' }, asked, unit));
      },
    });
  }
  type Exchange = (at: number, parts: string[], more?: { error?: string; picture?: string; done?: boolean }) => void;
  const at = async (path: string): Promise<Tab> => {
    const tab = await openAs(current, `https://chatgpt.com${path}`, () => {});
    await tab.page.evaluate(install);
    return tab;
  };

  test('errors are no answers, tool calls are part of theirs, a picture alone is one', async () => {
    const tab = await at('/c/kinds');
    await tab.page.evaluate(() => {
      const { exchange } = globalThis as unknown as { exchange: Exchange };
      exchange(0, [life.answer(0)]);
      exchange(1, [], { error: 'Something went wrong. Please try again.' });
      exchange(2, ['Half of an answer'], { error: 'Network error' });
      exchange(3, ['Let me look it up.', life.answer(3)]);
      exchange(4, [], { picture: 'https://chatgpt.com/river.png' });
    });
    const found = await tab.finals(4);
    expect(found.map(({ text, messageId, prompt }) => [text, messageId, prompt])).toEqual([
      [answer(0), 'a0', question(0)],
      ['Half of an answer', 'a2', question(2)],
      [`Let me look it up.\n${answer(3)}`, 'a3', question(3)],
      ['', 'a4', question(4)],
    ]);
    expect(found[3]!.markdown).toContain('https://chatgpt.com/river.png');
    await tab.rate(found[0]!.id);
    await tab.page.close();
  });

  test('a conversation that gets its address while the first answer is written keeps its context', async () => {
    const tab = await at('/');
    await tab.page.evaluate(() => {
      const { exchange } = globalThis as unknown as { exchange: Exchange };
      exchange(10, ['Answer 10'], { done: false });
    });
    await until('it is seen', async () => (await tab.answers()).length === 1);
    await tab.page.evaluate(() => {
      history.replaceState(null, '', '/c/abc-123');
      document.querySelector('[data-markdown-text-style] p')!.textContent = life.answer(10);
      document.querySelector('[data-talvt-turn-state]')!.setAttribute('data-talvt-turn-state', 'complete');
    });
    const [first] = await until('it has its conversation', async () => {
      const found = await tab.answers();
      return found[0]?.state === 'final' && found[0].conversationId === 'abc-123' && found;
    });
    expect(first).toMatchObject({ text: answer(10), promptComplete: true });
    await tab.rate(first!.id);
    await tab.page.evaluate(() => (globalThis as unknown as { exchange: Exchange }).exchange(11, [life.answer(11)]));
    const [, second] = await tab.finals(2);
    await tab.rate(second!.id);
    const kept = (await reviewed(current)).filter(({ conversation }) => conversation.id === 'abc-123');
    expect(kept.map(({ prompt }) => prompt.length).toSorted((a, b) => a - b)).toEqual([1, 3]);
    await tab.page.close();
  });
});
