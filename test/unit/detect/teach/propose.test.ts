// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { read } from '../../../../lib/capture/read.ts';
import { adapted } from '../../../../lib/detect/adapted.ts';
import { openRoots } from '../../../../lib/detect/scan.ts';
import { propose, taughtId } from '../../../../lib/detect/teach/propose.ts';
import { siteSchema } from '../../../../lib/schema/site.ts';
import { show } from '../page.ts';

const options = { origin: 'https://chat.example', path: '/c/0b1c9a52-6f0e-4c55', today: '2026-11-22' };
const asked = ['How high is the tower?', 'And the other one?', 'Why is that so?', 'Thanks. What about tomorrow?'];
const said = [
  'The tower is 324 m high.</p><p>It was <strong>finished</strong> in 1889.',
  'That one is 443 m high, with its antenna.',
  'Because of the steel:</p><ul><li>light</li><li>strong</li></ul><p>So it goes up.',
  'Tomorrow it will be as high as it is today.',
];
/** A page from the markup of one prompt and one answer; around it what any page has. */
const chat = (
  prompt: (words: string, at: number) => string,
  answer: (words: string, at: number) => string,
  list = (inner: string) => `<div class="k9zqx">${inner}</div>`,
) =>
  show(
    `<div id="app"><nav><a class="b7x1q">Home</a><div class="b7x1q">History</div></nav><div class="p0lm2">${list(
      asked.map((words, at) => prompt(words, at) + answer(`<p>${said[at]}</p>`, at)).join(''),
    )}</div><form><textarea></textarea><button>Send</button></form></div>`,
  );

/** Points at the words of the nth answer and prompt, as a click does, and returns what would be found. */
function taught(answerAt = 1, promptAt = 1) {
  const every = openRoots(document).flatMap((root) => [...root.querySelectorAll('*')]);
  const deepest = (words: string) => every.findLast((element) => element.childElementCount === 0 && element.textContent.includes(words))!;
  const made = propose(
    document,
    { answer: deepest(['324 m', '443 m', 'So it goes', 'Tomorrow it'][answerAt]!), prompt: deepest(asked[promptAt]!) },
    options,
  );
  if (!made) return null;
  const { adapter } = made.proposals[made.best]!;
  expect(siteSchema.safeParse(adapter).error?.issues).toBeUndefined();
  const speeches = adapted(openRoots(document), [adapter])!.speeches;
  return {
    adapter,
    turns: speeches.map((speech) => {
      const without = speech.role === 'assistant' ? speech.leaveOut : '';
      return `${speech.role}: ${read(speech.blocks(), without).text.replaceAll(/\s+/g, ' ')}`;
    }),
    ids: speeches.map(({ messageId }) => messageId),
    made,
  };
}
const plain = (html: string) =>
  html
    .replaceAll(/<\/?(p|ul|li)>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
const right = asked.flatMap((words, at) => [`user: ${words}`, `assistant: ${plain(said[at]!)}`]);

const markups: Record<string, () => void> = {
  'role attributes': () =>
    chat(
      (q) => `<div data-role="user"><div>${q}</div></div>`,
      (a) => `<div data-role="assistant"><div>${a}</div></div>`,
    ),
  'hashed classes alone': () =>
    chat(
      (q) => `<div class="x1n2onr6"><div class="q8k2v">${q}</div></div>`,
      (a) => `<div class="x1n2onr6"><div class="z3t9w">${a}</div></div>`,
    ),
  'CSS modules': () =>
    chat(
      (q) => `<div class="Chat_row__a1B2c"><div class="Chat_question__x9Y8z">${q}</div></div>`,
      (a) => `<div class="Chat_row__a1B2c"><div class="Chat_reply__k3L4m">${a}</div></div>`,
    ),
  'utility classes': () =>
    chat(
      (q) => `<div class="flex w-full justify-end"><div class="rounded p-2">${q}</div></div>`,
      (a) => `<div class="flex w-full justify-start"><div class="rounded p-2">${a}</div></div>`,
    ),
  'only the prompts are marked': () =>
    chat(
      (q) => `<div class="message mine"><div class="words">${q}</div></div>`,
      (a) => `<div class="message"><div class="words">${a}</div></div>`,
    ),
  'only an avatar tells them apart': () =>
    chat(
      (q) => `<div class="row"><img class="face-me" alt=""><div class="words">${q}</div></div>`,
      (a) => `<div class="row"><img class="face-tool" alt=""><div class="words">${a}</div></div>`,
    ),
  'only a toolbar tells them apart': () =>
    chat(
      (q) => `<div class="row"><div class="words">${q}</div></div>`,
      (a) => `<div class="row"><div class="words">${a}</div><div><button>Copy</button></div></div>`,
    ),
  'a turn holds both, told apart by place alone': () =>
    chat(
      (q) => `<section class="turn"><div>${q}</div>`,
      (a) => `<div>${a}</div></section>`,
    ),
  'custom elements': () =>
    chat(
      (q) => `<user-line><div>${q}</div></user-line>`,
      (a) => `<tool-line><div>${a}</div></tool-line>`,
    ),
  'test ids with numbers in them': () =>
    chat(
      (q, at) => `<article data-testid="turn-${at * 2}-human"><div>${q}</div></article>`,
      (a, at) => `<article data-testid="turn-${at * 2 + 1}-ai"><div>${a}</div></article>`,
    ),
  'names and times beside the words': () =>
    chat(
      (q, at) => `<div class="m2 out"><div class="hd"><b>Ada</b> <time>10:0${at}</time></div><div class="tx">${q}</div></div>`,
      (a, at) =>
        `<div class="m2 inc"><div class="hd"><b>Helper</b> <time>10:0${at}</time></div><div class="tx">${a}</div><div class="ft"><span>Was this good?</span></div></div>`,
    ),
};

describe.each(Object.entries(markups))('%s', (_, build) => {
  test.each([
    [0, 0],
    [1, 1],
    [2, 3],
    [3, 0],
  ])('every answer and every prompt is found, and nothing else, from answer %i and prompt %i', (answer, prompt) => {
    build();
    expect(taught(answer, prompt)?.turns).toEqual(right);
  });
});

test('messages in open shadow roots are found by their hosts', () => {
  chat(
    (_, at) => `<chat-line class="ask" data-at="${at}"></chat-line>`,
    (_, at) => `<chat-line class="reply" data-at="${at}"></chat-line>`,
  );
  for (const host of document.querySelectorAll('chat-line')) {
    const at = Number(host.getAttribute('data-at'));
    const inner = document.createElement('p');
    inner.textContent = host.className === 'ask' ? asked[at]! : plain(said[at]!);
    host.attachShadow({ mode: 'open' }).append(inner);
  }
  const { made } = taught(1, 1)!;
  expect(made.proposals[made.best]).toMatchObject({ answers: { length: 4 }, prompts: { length: 4 } });
});

test('the message id is an attribute that is different on every message and no counter', () => {
  chat(
    (q, at) => `<div class="u" data-index="${at * 2}" id="line-${at}" data-key-id="q${at}8f3a1c9d"><div>${q}</div></div>`,
    (a, at) => `<div class="b" data-index="${at * 2 + 1}" id="line-${at}9" data-key-id="a${at}8f3a1c9d"><div>${a}</div></div>`,
  );
  const { ids, adapter } = taught()!;
  expect(adapter.layouts[0]!.messageId).toMatchObject([{ attribute: 'data-key-id', from: 'self', grade: 'taught', seen: '2026-11-22' }]);
  expect(new Set(ids).size).toBe(8);
  expect(ids[1]).toBe('a08f3a1c9d');
});

test('what the site says about being finished is kept', () => {
  chat(
    (q) => `<div class="u">${q}</div>`,
    (a) => `<div class="b" data-streaming="false">${a}</div>`,
  );
  const [layout] = taught()!.adapter.layouts;
  expect(layout!.finished.map(({ select }) => select)).toEqual(['[data-streaming="false"]']);
  expect(layout!.streaming.map(({ select }) => select)).toEqual(['[data-streaming="true"]']);
});

test('where more may be meant, the choices go from few to many', () => {
  show(`<div class="col old"><div class="u">one?</div><div class="b"><p>The first answer.</p></div></div>
    <div class="col now"><div class="u">two?</div><div class="b"><p>The second answer.</p></div><div class="u">three?</div><div class="b"><p>The third answer.</p></div></div>`);
  const all = [...document.querySelectorAll('.b p, .now .u')];
  const made = propose(
    document,
    { answer: all.find(({ textContent }) => textContent.includes('second'))!, prompt: document.querySelector('.now .u') },
    options,
  )!;
  const counts = made.proposals.map(({ answers }) => answers.length);
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  expect(counts).toContain(2);
  expect(counts).toContain(3);
});

test('an answer alone is enough where the page shows no prompt', () => {
  show(
    '<main><h1>Shop</h1><div class="review-summary"><p>People like the colour, and the price.</p></div><div class="review"><p>Nice.</p></div></main>',
  );
  const made = propose(document, { answer: document.querySelector('.review-summary p')!, prompt: null }, options)!;
  expect(made.proposals[made.best]!.answers.map(({ className }) => className)).toEqual(['review-summary']);
});

test('one exchange is enough, and what names only this one is not used', () => {
  show(`<div class="list"><div class="q" data-msg-id="qwertzuiop" data-user="ada"><div>One?</div></div>
    <div class="r" data-msg-id="asdfghjkla"><p>The first answer.</p><p>With two parts.</p></div></div><footer class="r2">About</footer>`);
  const answer = document.querySelector('.r p:last-child')!;
  const made = propose(document, { answer, prompt: document.querySelector('.q div') }, options)!;
  const { adapter } = made.proposals[made.best]!;
  show(
    `<div class="list"><div class="q" data-msg-id="y" data-user="bo">Two?</div><div class="r" data-msg-id="x"><p>The next.</p></div></div>`,
  );
  expect(adapted([document], [adapter])?.speeches.map(({ role }) => role)).toEqual(['user', 'assistant']);
});

test('a prompt inside the answer is refused', () => {
  show('<div class="a"><p>An answer with a word in it.</p></div>');
  expect(propose(document, { answer: document.querySelector('.a')!, prompt: document.querySelector('p') }, options)).toBeNull();
});

test('the id is the origin’s, and the conversation is read from the path', () => {
  expect(taughtId('http://localhost:4173')).toBe('taught-localhost-4173');
  markups['role attributes']!();
  expect(new RegExp(taught()!.adapter.conversation!).exec(options.path)?.[1]).toBe('0b1c9a52-6f0e-4c55');
});
