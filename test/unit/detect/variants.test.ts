// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Root } from 'hast';
import { othersOf } from '../../../lib/detect/others.ts';
import { createVariants } from '../../../lib/detect/variants.ts';
import { watch } from '../../../lib/detect/watch.ts';
import type { CapturedAnswer } from '../../../lib/model/answer.ts';
import type { FoundAnswer } from '../../../lib/model/view.ts';
import { answer } from '../sample.ts';
import { show, turns } from './page.ts';

const { id: _id, markdown: _markdown, textHash: _hash, aliases: _aliases, ...rest } = answer();
const treeOf = (text: string): Root => ({ type: 'root', children: [{ type: 'text', value: text }] });

interface Parts {
  text: string;
  asked?: string | null;
  id?: string;
  messageId?: string | null;
  conversation?: string | null;
  /** Left, right: it stands in a column. */
  column?: [number, number];
  /** What is read now, if it has moved on since the view. */
  now?: string;
}

/** A mounted answer, as detection gives it. */
function found(parts: Parts): FoundAnswer {
  const { text, asked = 'What is the capital of Australia?', messageId = null, conversation = 'c1', column, now = text } = parts;
  const [left, right] = column ?? [0, 600];
  const rect = { left, right, top: 0, bottom: 100, height: 100 };
  return {
    ...rest,
    id: parts.id ?? `${asked}|${messageId}|${text}`,
    state: 'final',
    blocks: [],
    element: { getBoundingClientRect: () => rect } as Element,
    text,
    read: () => ({ text: now, hast: treeOf(now), map: { range: () => null, offset: () => null } }),
    asked,
    prompt: asked === null ? [] : [{ role: 'user', text: asked }],
    conversation: { id: conversation },
    message: { id: messageId, ordinal: 0, variant: null },
  };
}

const capture = (one: FoundAnswer): CapturedAnswer => ({
  ...rest,
  prompt: one.prompt,
  conversation: one.conversation,
  message: one.message,
  text: one.read().text,
  hast: one.read().hast,
});
const textsOf = (variants: ReturnType<typeof createVariants>, one: FoundAnswer): string[] =>
  othersOf(variants, one.id).map(({ captured }) => captured.text);

const sydney = { text: 'Sydney, of course.', messageId: 'a' };
const canberra = { text: 'It is Canberra: it was founded for that purpose.', messageId: 'b' };
const before = { text: 'Hello! How can I help?', asked: 'Hi', messageId: '0' };

describe('versions that take each other’s place', () => {
  test('the one that was regenerated is known to the new one, whole and with its prompt', () => {
    const variants = createVariants(capture);
    variants.see([found(before), found(sydney)]);
    // While the new one is written it is no finished answer.
    variants.see([found(before)]);
    const now = found(canberra);
    variants.see([found(before), now]);
    expect(othersOf(variants, now.id)).toEqual([
      {
        id: found(sydney).id,
        text: sydney.text,
        captured: {
          ...rest,
          text: sydney.text,
          hast: treeOf(sydney.text),
          message: { id: 'a', ordinal: 0, variant: null },
          conversation: { id: 'c1' },
          capturedAt: expect.any(String),
        },
      },
    ]);
    expect(textsOf(variants, found(before))).toEqual([]);
  });

  test('switched back and forth, each has the other once, the last seen first', () => {
    const variants = createVariants(capture);
    const third = { text: 'Ask me something else.', messageId: 'c' };
    for (const shown of [sydney, canberra, sydney, third, canberra]) variants.see([found(shown)]);
    expect(textsOf(variants, found(canberra))).toEqual([third.text, sydney.text]);
  });

  test('with an id of the place and no other, the text tells them apart', () => {
    const variants = createVariants(capture);
    for (const { text } of [sydney, canberra]) variants.see([found({ text, messageId: 'same' })]);
    expect(textsOf(variants, found({ text: canberra.text, messageId: 'same' }))).toEqual([sydney.text]);
  });

  test('a long one is cut for choosing only', () => {
    const variants = createVariants(capture);
    const text = '😀'.repeat(200);
    for (const shown of [{ ...sydney, text: `a${text}` }, canberra]) variants.see([found(shown)]);
    const [one] = othersOf(variants, found(canberra).id);
    expect(one?.text).toHaveLength(280);
    expect(one?.text.isWellFormed()).toBe(true);
    expect(one?.captured.text).toBe(`a${text}`);
  });
});

describe('what is no version', () => {
  test.each<[string, Parts, Parts]>([
    ['the same answer, mounted again', sydney, { ...sydney }],
    ['one that was stopped and went on', { text: 'It is Canb' }, { text: canberra.text }],
    ['one that got its citations', { text: canberra.text }, { text: `${canberra.text} [1]` }],
    ['the answer to something else', sydney, { ...canberra, asked: 'And of New Zealand?' }],
    ['the answer in another conversation', sydney, { ...canberra, conversation: 'c2' }],
    ['an answer to nothing that is known', { ...sydney, asked: null }, { ...canberra, asked: null }],
  ])('%s', (_, first, then) => {
    const variants = createVariants(capture);
    for (const shown of [first, then]) variants.see([found(shown)]);
    expect(textsOf(variants, found(then))).toEqual([]);
  });

  test('the same words asked twice, in the same conversation', () => {
    const variants = createVariants(capture);
    const again = { ...canberra, asked: 'Go on' };
    const once = { ...sydney, asked: 'Go on' };
    variants.see([found(before), found(once), found(again)]);
    expect(textsOf(variants, found(once))).toEqual([]);
    // A list that mounts few shows the second one first, and only then what stands before it.
    const few = createVariants(capture);
    few.see([found(before), found(once)]);
    few.see([found(again)]);
    few.see([found(once), found(again)]);
    expect(textsOf(few, found(again))).toEqual([]);
  });

  test('a text that has moved on is taken when it is finished', () => {
    const variants = createVariants(capture);
    variants.see([found({ ...sydney, now: `${sydney.text} And` })]);
    variants.see([found(sydney)]);
    variants.see([found(canberra)]);
    expect(textsOf(variants, found(canberra))).toEqual([sydney.text]);
  });

  test('an answer whose address came late is one in the same conversation', () => {
    const variants = createVariants(capture);
    variants.see([found({ ...sydney, conversation: null })]);
    variants.see([found(canberra)]);
    expect(textsOf(variants, found(canberra))).toEqual([sydney.text]);
  });
});

describe('side by side', () => {
  const [left, right] = [found({ ...sydney, column: [0, 290] }), found({ ...canberra, column: [310, 600] })];

  test('two columns after one prompt are versions of each other, with that prompt', () => {
    const variants = createVariants(capture);
    // The second is found after the first, as if that had been said before it.
    const second = { ...right, prompt: [...right.prompt, { role: 'assistant' as const, text: sydney.text }] };
    variants.see([left, second]);
    expect(textsOf(variants, left)).toEqual([canberra.text]);
    expect(textsOf(variants, second)).toEqual([sydney.text]);
    expect(othersOf(variants, left.id)[0]?.captured.prompt).toEqual(left.prompt);
  });

  test('two parts of an answer, one below the other, and columns of two chats are not', () => {
    const below = { ...right, element: { getBoundingClientRect: () => ({ left: 0, right: 600, top: 110, bottom: 200, height: 90 }) } };
    const other = { ...right, asked: 'Something else' };
    for (const second of [below as unknown as FoundAnswer, other]) {
      const variants = createVariants(capture);
      variants.see([left, second]);
      expect(textsOf(variants, left)).toEqual([]);
    }
  });
});

describe('how much is kept', () => {
  const version = (at: number, length = 0): Parts => ({
    text: String.fromCodePoint(0x4e00 + at).repeat(60 + length),
    messageId: `v${at}`,
  });

  test('the last four versions of an answer', () => {
    const variants = createVariants(capture);
    for (let at = 0; at < 9; at++) variants.see([found(version(at))]);
    expect(textsOf(variants, found(version(8)))).toEqual([7, 6, 5].map((at) => version(at).text));
  });

  test('no more than 200,000 units in all; one that is longer is kept alone', () => {
    const variants = createVariants(capture);
    for (const shown of [version(0, 90_000), version(1, 90_000), version(2, 90_000)]) variants.see([found(shown)]);
    expect(textsOf(variants, found(version(2, 90_000)))).toEqual([version(1, 90_000).text]);
    variants.see([found(version(3, 300_000))]);
    expect(textsOf(variants, found(version(3, 300_000)))).toEqual([]);
    variants.see([found(version(4))]);
    expect(textsOf(variants, found(version(4)))).toEqual([]);
  });

  test('of a long conversation that opens at once, the end', () => {
    const reads: number[] = [];
    const long = Array.from({ length: 500 }, (_, at) => {
      const one = found({ ...version(at), asked: `Question ${at}` });
      return { ...one, read: () => (reads.push(at), one.read()) };
    });
    const variants = createVariants(capture);
    variants.see(long);
    variants.see(long);
    expect(reads).toEqual(Array.from({ length: 20 }, (_, at) => 480 + at));
  });
});

/** What a page may do with the answers to three prompts: finish another version, or show one that was there. */
test('whatever is shown in which order, an answer has each other version of its place once, and no other', () => {
  const looks = fc.array(fc.tuple(fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(looks, (steps) => {
      const variants = createVariants(capture);
      const place = (slot: number, version: number): FoundAnswer =>
        found({
          text: String.fromCodePoint(0x4e00 + slot * 10 + version).repeat(20),
          asked: `Question ${slot}`,
          messageId: `${slot}.${version}`,
        });
      // Each place has shown its first version before the next one was asked.
      const shown = [0, 0, 0];
      const seen = [new Set([0]), new Set([0]), new Set([0])];
      const mounted = () => shown.map((version, slot) => place(slot, version));
      for (let last = 1; last <= 3; last++) variants.see(mounted().slice(0, last));
      for (const [version, streams] of steps) {
        // The last one is made again: what stands before it stays.
        shown[2] = version;
        if (streams) variants.see(mounted().slice(0, 2));
        variants.see(mounted());
        seen[2]!.add(version);
      }
      mounted().forEach((one, slot) => {
        const others = [...seen[slot]!].filter((version) => version !== shown[slot]).map((version) => place(slot, version).id);
        expect(
          othersOf(variants, one.id)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(others.toSorted());
      });
    }),
    { numRuns: 300 },
  );
});

describe('in a page, as it is watched', () => {
  afterEach(() => void vi.useRealTimers());
  const talk = ['Hi', 'Hello! How can I help?', 'What is the capital of Australia?', sydney.text];
  const name = (role: 'user' | 'bot'): string => `chat-message chat-message-from-${role}`;

  test('made again in the same place, and mounted anew, the answer knows what stood there before', async () => {
    vi.useFakeTimers();
    const body = show(`<main>${turns(talk, name)}</main><textarea placeholder="Message"></textarea>`, 'Help bot');
    const variants = createVariants(capture);
    const end = new AbortController();
    let finals: FoundAnswer[] = [];
    const watcher = watch({
      window,
      adapters: [],
      signal: end.signal,
      now: () => Date.now(),
      onChange({ answers }) {
        finals = answers.filter(({ state }) => state === 'final');
        variants.see(finals);
      },
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(finals.map(({ asked }) => asked)).toEqual([talk[0], talk[2]]);

    const main = body.querySelector('main')!;
    main.lastElementChild!.remove();
    const again = main.appendChild(document.createElement('div'));
    again.className = name('bot');
    const words = again.appendChild(document.createElement('p'));
    for (let at = 4; at <= canberra.text.length; at += 4) {
      words.textContent = canberra.text.slice(0, at);
      await vi.advanceTimersByTimeAsync(200);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(finals.map(({ text }) => text)).toEqual([talk[1], canberra.text]);
    expect(othersOf(variants, finals[1]!.id).map(({ text }) => text)).toEqual([sydney.text]);

    const rows = [...main.children];
    main.replaceChildren();
    await vi.advanceTimersByTimeAsync(10_000);
    main.append(...rows.map((row) => row.cloneNode(true)));
    await vi.advanceTimersByTimeAsync(10_000);
    watcher.refresh();
    expect(finals).toHaveLength(2);
    expect(othersOf(variants, finals[1]!.id).map(({ text }) => text)).toEqual([sydney.text]);
    expect(othersOf(variants, finals[0]!.id)).toEqual([]);
    end.abort();
  });
});
