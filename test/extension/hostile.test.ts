/** Pages that would break us: each still shows its answers, or none, and goes on running itself. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, reviewed, stage, type Stage, type Tab } from '../life/tab.ts';
import { until } from '../setup/until.ts';
import { inspect } from './ask.ts';
import { controls } from './controls.ts';

let current: Stage;
beforeAll(async () => void (current = await stage('chromium')));
afterAll(() => current?.[Symbol.asyncDispose]());

/** Opens the small chat with this in it. The page counts its own frames from then on. */
async function opened(path: string, fill: () => void): Promise<Tab & { goesOn(): Promise<void> }> {
  const tab = await open(current, path, fill);
  await tab.page.evaluate(() => {
    const target = globalThis as unknown as { frames: number };
    target.frames = 0;
    const count = () => {
      target.frames++;
      requestAnimationFrame(count);
    };
    count();
  });
  const frames = () => tab.page.evaluate(() => (globalThis as unknown as { frames: number }).frames);
  return Object.assign(tab, {
    async goesOn() {
      const before = await frames();
      await until('the page draws its own frames', async () => (await frames()) > before + 10);
    },
  });
}

test('an answer of ten megabytes is read whole and once', async () => {
  const tab = await opened('/h/long', () => {
    life.turn(0);
    life.message('user', life.question(1));
    const message = life.message('assistant', 'Answer 1.');
    for (let at = 0; at < 1000; at++)
      life.words(message).parentElement!.append(Object.assign(document.createElement('p'), { textContent: 'a river '.repeat(1310) }));
    life.done(message);
  });
  const found = await tab.finals(2);
  expect(found[1]!.text.length).toBe('Answer 1.'.length + 1000 * 'a river '.repeat(1310).length);
  await tab.goesOn();
  await tab.rate(found[0]!.id);
  await tab.page.close();
});

test('a hundred thousand nodes, and attributes of a megabyte', async () => {
  const tab = await opened('/h/many', () => {
    life.turn(0);
    const heap = document.createElement('section');
    for (let at = 0; at < 100_000; at++) {
      const node = document.createElement('div');
      node.className = `user-${at % 7} item-${at}`;
      node.setAttribute('data-kind', at % 2 ? 'answer' : 'prompt');
      heap.append(node);
    }
    heap.setAttribute('class', 'assistant user '.repeat(70_000));
    heap.setAttribute('data-role', 'x'.repeat(1_000_000));
    document.body.append(heap);
    life.all('assistant')[0]!.setAttribute('data-message-id', 'i'.repeat(1_000_000));
    life.turn(1);
  });
  const found = await tab.finals(2);
  expect(found.map(({ prompt }) => prompt?.slice(0, 11))).toEqual(['Question 0:', 'Question 1:']);
  expect(found[0]!.messageId).toBe(null);
  await tab.goesOn();
  await tab.page.close();
});

test('five hundred shadow roots in one another', async () => {
  const tab = await opened('/h/deep', () => {
    let into: Element = life.list;
    for (let at = 0; at < 500; at++) {
      const next = document.createElement('div');
      (into.shadowRoot ?? into).append(next);
      next.attachShadow({ mode: 'open' });
      into = next;
    }
    const inner = document.createElement('div');
    into.shadowRoot!.append(inner);
    life.turn(0, { into: inner });
    life.turn(1, { into: inner });
  });
  const found = await tab.finals(2);
  expect(found.map(({ text }) => text.slice(0, 9))).toEqual(['Answer 0:', 'Answer 1:']);
  await tab.goesOn();
  await tab.page.close();
});

test('names that are those of prototypes', async () => {
  const tab = await opened('/h/proto?__proto__=1', () => {
    ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].forEach((name, at) => {
      life.turn(at + 30);
      const message = life.all('assistant')[at]!;
      message.id = name;
      message.classList.add(name);
      message.setAttribute('data-message-id', name);
      message.setAttribute('data-__proto__', 'assistant');
    });
    const form = document.createElement('form');
    for (const name of ['children', 'parentElement', 'id', 'className', 'title', 'nodeName'])
      form.append(Object.assign(document.createElement('input'), { name }));
    life.list.append(form);
  });
  const found = await tab.finals(4);
  expect(found.map(({ messageId }) => messageId)).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
  for (const { id } of found) await tab.rate(id);
  const kept = (await reviewed(current)).filter(({ url }) => url.includes('/h/proto'));
  expect(kept.map(({ message }) => message.id).toSorted((a, b) => (a! < b! ? -1 : 1))).toEqual([
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
  ]);
  await tab.page.close();
});

test('a form whose fields have the names of methods costs us the page, and the page nothing', async () => {
  const tab = await opened('/h/clobbered', () => {
    life.turn(0);
    const form = document.body.appendChild(document.createElement('form'));
    for (const name of ['getAttribute', 'matches', 'closest', 'querySelectorAll', 'nodeType', 'childNodes'])
      form.append(Object.assign(document.createElement('input'), { name }));
  });
  await tab.goesOn();
  await tab.page.evaluate(() => document.querySelector('form')!.remove());
  await tab.finals(1);
  await tab.page.close();
});

test('a page that draws everything anew in each frame', async () => {
  const tab = await opened('/h/anew', () => {
    let frame = 0;
    const draw = () => {
      life.list.replaceChildren();
      for (let at = 0; at < 10; at++) life.turn(at);
      life.list.append(Object.assign(document.createElement('small'), { textContent: String(frame++) }));
      requestAnimationFrame(draw);
    };
    draw();
  });
  const found = await until('the answers are there', async () => {
    const answers = await tab.answers();
    return answers.length === 10 && answers;
  });
  expect(found[9]).toMatchObject({ promptComplete: true });
  expect(new Set(found.map(({ text }) => text)).size).toBe(10);
  await tab.goesOn();
  await tab.page.close();
});

test('a page that takes our host away', async () => {
  const tab = await opened('/h/host', () => {
    life.turn(0);
    new MutationObserver(() => {
      [...document.documentElement.children]
        .filter((node) => node !== document.head && node !== document.body)
        .forEach((node) => node.remove());
    }).observe(document.documentElement, { childList: true });
  });
  await tab.finals(1);
  await tab.goesOn();
  expect(await inspect(current.driven, tab.page.url())).toMatchObject([{ surface: 'chat', answers: [{ state: 'final' }] }]);
  await tab.page.close();
});

test('a page that replaces all of itself', async () => {
  const tab = await opened('/h/whole', () => life.turn(0));
  await tab.finals(1);
  await tab.page.evaluate(() => {
    const { body } = document;
    document.documentElement.replaceChildren(document.head, body);
  });
  const [found] = await tab.finals(1);
  await until('our controls are back', async () => (await controls(tab)).length > 0);
  await tab.rate(found!.id);
  await tab.page.close();
});
