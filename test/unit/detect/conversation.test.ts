import { describe, expect, test } from 'vitest';
import { array, assert, boolean, integer, nat, property, record } from 'fast-check';
import { Conversation } from '../../../lib/detect/conversation.ts';
import type { MountedTurn, SeenTurn } from '../../../lib/detect/turns.ts';

const turn = (at: number, more: Partial<MountedTurn> = {}): MountedTurn => ({
  role: at % 2 ? 'assistant' : 'user',
  id: null,
  text: `${at % 2 ? 'The answer to' : 'A question about'} the thing number ${at}`,
  whole: true,
  position: null,
  was: null,
  ...more,
});
const turns = (from: number, to: number, more: Partial<MountedTurn> = {}): MountedTurn[] =>
  Array.from({ length: to - from }, (_, at) => turn(from + at, more));
const texts = (seen: readonly SeenTurn[]): (string | null)[] => seen.map(({ text }) => text);
/** Shows windows one after the other; `begins` where the window starts at 0. */
function shown(conversation: Conversation, ...windows: MountedTurn[][]): SeenTurn[] {
  let last: SeenTurn[] = [];
  for (const window of windows) last = conversation.see(window, () => window[0]?.text === turn(0).text);
  return last;
}

describe('windows of a virtual list', () => {
  test('three mounted of many, scrolled up and down: everything before is known', () => {
    const conversation = new Conversation();
    for (let at = 60; at >= 0; at -= 2) shown(conversation, turns(at, at + 3));
    let last: SeenTurn[] = [];
    for (let at = 0; at <= 60; at++) last = shown(conversation, turns(at, at + 3));
    const { turns: before, complete } = conversation.before(last[2]!);
    expect(texts(before)).toEqual(texts(turns(0, 62)));
    expect(complete).toBe(true);
  });

  test('a hole between two windows is no context and not complete, until it is filled', () => {
    const conversation = new Conversation();
    const [, , , last] = shown(conversation, turns(0, 4), turns(8, 12));
    expect(conversation.before(last!)).toMatchObject({ turns: { length: 3 }, complete: false });
    shown(conversation, turns(3, 9));
    expect(conversation.before(last!)).toMatchObject({ turns: { length: 11 }, complete: true });
  });

  test('without an overlap the counts of the tool join what is next to each other', () => {
    const conversation = new Conversation();
    const counted = (from: number, to: number) => turns(from, to).map((one, at) => ({ ...one, position: from + at }));
    const last = shown(conversation, counted(0, 3), counted(3, 6));
    expect(conversation.before(last[2]!)).toMatchObject({ turns: { length: 5 }, complete: true });
    // Counted anew after older ones came: the same numbers mean others now.
    shown(
      conversation,
      counted(3, 6).map((one) => ({ ...one, position: one.position + 10 })),
    );
    const far = shown(conversation, counted(6, 8));
    expect(conversation.before(far[1]!)).toMatchObject({ turns: { length: 1 }, complete: false });
  });

  test('the same words twice do not join two places', () => {
    const again = (at: number) => turn(at, { role: 'user', text: 'Go on' });
    const conversation = new Conversation();
    const last = shown(conversation, [turn(0), turn(1), again(2)], [again(8), turn(9), turn(10)]);
    expect(conversation.before(last[1]!)).toMatchObject({ turns: [{ text: 'Go on' }], complete: false });
  });

  test('a turn that was never read leaves a gap that is told', () => {
    const conversation = new Conversation();
    const last = shown(conversation, [turn(0), turn(1, { text: null, id: 'a', whole: false }), turn(2), turn(3)]);
    expect(conversation.before(last[3]!).complete).toBe(false);
  });

  test('any walk through a long list gives either the whole context, or says that it does not', () => {
    const step = record({ from: nat(40), size: integer({ min: 1, max: 5 }) });
    assert(
      property(array(step, { minLength: 1, maxLength: 60 }), boolean(), (steps, ids) => {
        const conversation = new Conversation();
        for (const { from, size } of steps) {
          const seen = conversation.see(
            turns(from, from + size).map((one, at) => ({ ...one, id: ids ? `m${from + at}` : null })),
            () => from === 0,
          );
          seen.forEach((one, at) => {
            const { turns: before, complete } = conversation.before(one);
            const all = texts(turns(0, from + at));
            expect(texts(before)).toEqual(all.slice(all.length - before.length));
            if (complete) expect(before).toHaveLength(all.length);
          });
        }
      }),
    );
  });
});

describe('what changes', () => {
  test('older turns that come later take back that it began here', () => {
    const conversation = new Conversation();
    const [, last] = conversation.see(turns(4, 6), () => true);
    expect(conversation.before(last!).complete).toBe(true);
    conversation.see(turns(2, 6), () => true);
    expect(conversation.before(last!)).toMatchObject({ turns: { length: 3 }, complete: false });
    expect(conversation.loadsOlder).toBe(true);
  });

  test('an edited prompt drops what came after it', () => {
    const conversation = new Conversation();
    shown(conversation, turns(0, 4), turns(2, 8));
    const edited = [
      turn(0),
      turn(1),
      turn(2, { text: 'Quite another question this time' }),
      turn(3, { text: 'And quite another answer to it' }),
    ];
    const last = shown(conversation, edited);
    expect(texts(conversation.before(last[3]!).turns)).toEqual(texts(edited.slice(0, 3)));
    expect(conversation.before(last[3]!).complete).toBe(true);
  });

  test('an answer that grows, gains a citation or is made again stays in its place', () => {
    const conversation = new Conversation();
    let seen = shown(conversation, [turn(0), turn(1, { text: null, whole: false })]);
    const next = (text: string) => [turn(0, { was: seen[0]! }), turn(1, { text, was: seen[1]! })];
    for (const text of [
      'The whole answer that was written now.',
      'The whole answer [1] that was written now.',
      'Something else altogether, made again.',
    ]) {
      seen = shown(conversation, next(text));
      const after = shown(conversation, [...next(text), turn(2)]);
      expect(texts(conversation.before(after[2]!).turns)).toEqual([turn(0).text, text]);
    }
  });

  test('a recycled element that shows another turn is that turn', () => {
    const conversation = new Conversation();
    const seen = shown(conversation, turns(0, 4));
    const moved = turns(2, 6).map((one, at) => ({ ...one, was: seen[at]! }));
    const last = shown(conversation, moved);
    expect(texts(conversation.before(last[3]!).turns)).toEqual(texts(turns(0, 5)));
  });

  test('far more text than a conversation has is let go, and said so', () => {
    const conversation = new Conversation();
    const long = (at: number) => turn(at, { text: `${at}${'x'.repeat(3_000_000)}` });
    shown(conversation, [turn(0), long(1), long(2)], [long(2), long(3), long(4)]);
    const last = shown(conversation, [long(4), long(5)]);
    const { turns: before, complete } = conversation.before(last[1]!);
    expect(before.filter(({ text }) => text !== null).length).toBeLessThan(before.length);
    expect(complete).toBe(false);
  });
});
