// @vitest-environment happy-dom
/** What tells an answer where names do not, and what is none. */
import { beforeEach, describe, expect, test } from 'vitest';
import { read } from '../../../lib/capture/read.ts';
import { generic, isSure } from '../../../lib/detect/generic.ts';
import { Growth } from '../../../lib/detect/growth.ts';
import { scan } from '../../../lib/detect/scan.ts';
import { show } from './page.ts';

const find = () => {
  const thread = generic(document, scan(document), new Growth());
  return thread && isSure(thread) ? thread : null;
};
const said = () => find()?.speeches.map(({ role, message }) => `${role}: ${message.textContent?.trim()}`) ?? [];
const box = '<textarea placeholder="Ask"></textarea>';
const bar = '<div><button aria-label="Good response"></button><button aria-label="Regenerate"></button></div>';
const turn = (asked: string, answered: string) =>
  `<section><div class="x1"><h2>${asked}</h2></div><div class="x2"><div class="x3"><p>${answered}</p></div>${bar}</div></section>`;

beforeEach(() => void show(''));

describe('by the buttons that judge it', () => {
  test('what stands above them is the answer, what stands before it was asked', () => {
    show(turn('P', 'The letter P is the sixteenth.') + turn('And Q, then?', 'Q is the one after it.') + box);
    expect(said()).toEqual([
      'user: P',
      'assistant: The letter P is the sixteenth.',
      'user: And Q, then?',
      'assistant: Q is the one after it.',
    ]);
  });

  test('likes alone are people’s', () => {
    show(turn('Tom', 'First comment of many here.').replaceAll('Good response', 'Like').replaceAll('Regenerate', 'Dislike') + box);
    expect(find()).toBeNull();
  });
});

describe('the id of a message', () => {
  const chat = (ids: string[]) =>
    ids.map((id, at) => `<div class="${at % 2 ? 'assistant' : 'user'}" id="${id}"><p>Words of turn ${at}</p></div>`).join('') + box;
  const idsOf = () => find()?.speeches.map(({ messageId }) => messageId);

  test('is one that a machine made', () => {
    const ids = ['message-52e85398-6490-4741-a92a-fb69dfad7c65', 'message-a3421277-3d63-47df-a8fa-1255ad8860bb'];
    show(chat(ids), 'AI chat');
    expect(idsOf()).toEqual(ids);
  });

  test('is no counter and no word', () => {
    show(chat(['message-1', 'conversation-turn-2']), 'AI chat');
    expect(idsOf()).toEqual([null, null]);
  });

  test('is not the list’s', () => {
    show(`<main id="52e85398-6490-4741-a92a-fb69dfad7c65">${chat(['a', 'b'])}</main>`, 'AI chat');
    expect(idsOf()).toEqual([null, null]);
  });
});

test('a stop button where people write says that the last answer is being written', () => {
  const chat = '<div class="user"><p>What is it?</p></div><div class="assistant"><p>It is</p></div>';
  show(`<main>${chat}</main><form>${box}<button aria-label="Stop generating"></button></form>`, 'AI chat');
  expect(find()?.speeches.map((speech) => speech.mark())).toEqual([null, 'streaming']);
  show(`<main>${chat}</main><form>${box}<button aria-label="Send"></button></form>`, 'AI chat');
  expect(find()?.speeches.map((speech) => speech.mark())).toEqual([null, null]);
});

test('an error is no answer', () => {
  show(
    '<div class="user"><p>What is it?</p></div><div class="assistant"><p>It is a lighthouse.</p></div><div class="user"><p>Why?</p></div><div class="assistant"><div role="alert">Something went wrong</div></div>' +
      box,
    'AI chat',
  );
  expect(said().at(-1)).toBe('user: Why?');
});

test('where every message is announced as an alert, none is an error', () => {
  const message = (side: string, text: string) => `<div class="${side}"><div role="alert"><p>${text}</p></div></div>`;
  show(
    message('user', 'What is it?') +
      message('assistant', 'It is a lighthouse.') +
      message('user', 'Why?') +
      message('assistant', 'Fog.') +
      box,
    'AI chat',
  );
  expect(said()).toHaveLength(4);
});

describe('the words of a message', () => {
  const wordsOf = () => find()?.speeches.map((speech) => read(speech.blocks(), speech.leaveOut).text);
  const asked = '<div class="user"><p>What is it, and who lives in there now?</p></div>';

  test('are not left out with a bubble that has an avatar', () => {
    const bubble = (text: string) =>
      `<div class="assistant"><i class="avatar">M</i><div class="bubble with-avatar"><div class="text"><p>${text}</p></div></div></div>`;
    show(asked + bubble('It is a lighthouse, and its keeper left it long ago.') + asked + bubble('Gulls.') + box, 'AI chat');
    expect(wordsOf()?.filter((_, at) => at % 2)).toEqual(['It is a lighthouse, and its keeper left it long ago.', 'Gulls.']);
  });

  test('do not hold when it was sent, even if few', () => {
    const sent = (text: string) =>
      `<div class="user"><div class="b"><p>${text}</p></div><div class="row-status"><div>Sent at November 14 at 10:18 PM</div></div></div>`;
    show(sent('What is it?') + '<div class="assistant"><p>It is a lighthouse.</p></div>' + box, 'AI chat');
    expect(wordsOf()?.[0]).toBe('What is it?');
  });

  test('do not end with the time', () => {
    const bubble = (text: string, time: string) =>
      `<div class="assistant"><div class="css-1"><p>${text}</p><p>So: 10:20</p><span class="css-2"><span>${time}</span></span></div></div>`;
    show(asked + bubble('It is a lighthouse.', '07:20 PM') + asked + bubble('Gulls live there.', '19:21') + box, 'AI chat');
    expect(wordsOf()?.filter((_, at) => at % 2)).toEqual(['It is a lighthouse.\nSo: 10:20', 'Gulls live there.\nSo: 10:20']);
  });
});

test('one who is called human talks with no human', () => {
  const chat = (name: string) =>
    ['What is it?', 'It is a lighthouse.', 'Who lives there?', 'Gulls live there, nobody else does.']
      .map((text, at) => `<div class="row"><div class="text ${at % 2 ? '' : name}">${text}</div></div>`)
      .join('') + box;
  show(chat('human'), 'Harbour');
  expect(said()).toHaveLength(4);
  show(chat('me'), 'Harbour');
  expect(find()).toBeNull();
});

describe('by what grew', () => {
  const texts = ['What is it?', 'It is a lighthouse.', 'Who lives there?', 'Gulls live there, nobody else does.'];
  const chat = texts.map((text) => `<div class="b">${text}</div>`).join('');
  /** As if the last message had grown, and every second one stood at the right where they take `sides`. */
  const grown = (sides: boolean) => {
    show(`<div><div>Sofia Davis</div><div>${chat}</div></div>${box}`, 'Harbour');
    const items = [...document.querySelectorAll<HTMLElement>('.b')];
    items.forEach((item, at) => (item.getBoundingClientRect = () => new DOMRect(sides && at % 2 === 0 ? 300 : 0, 0, 100, 20)));
    items[0]!.parentElement!.getBoundingClientRect = () => new DOMRect(0, 0, 400, 80);
    const growth = new Growth();
    const last = items.at(-1)!;
    for (let step = 0; step < 8; step++) {
      const before = last.textContent;
      last.firstChild!.nodeValue = before + ' And they do not pay.';
      const record = { type: 'characterData', target: last.firstChild!, oldValue: before };
      growth.feed([record as unknown as MutationRecord], step * 100);
    }
    const thread = generic(document, scan(document), growth);
    return thread && isSure(thread) ? thread.speeches.map(({ role, message }) => `${role}: ${message.textContent.slice(0, 19)}`) : null;
  };

  test('messages at two sides are a conversation, not a header and a list', () => {
    expect(grown(true)).toEqual([
      'user: What is it?',
      'assistant: It is a lighthouse.',
      'user: Who lives there?',
      'assistant: Gulls live there, n',
    ]);
  });

  test('without sides it takes more', () => {
    expect(grown(false)).toBeNull();
  });

  test('a message that is saved again a few times has not grown', () => {
    show('<p>Let us start early</p>');
    const text = document.querySelector('p')!.firstChild as Text;
    const growth = new Growth();
    for (const [at, more] of [
      ' and',
      ' and not be late',
      ', for the van must be back at two',
      ' and they charge for every hour',
    ].entries()) {
      const oldValue = text.data;
      text.data += more;
      growth.feed([{ type: 'characterData', target: text, oldValue } as unknown as MutationRecord], at * 400);
    }
    expect(growth.grew(document.querySelector('p')!)).toBe(false);
  });
});
