/** Reviews of private windows: the same acts as in the store, in memory alone. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { emptyJudgement } from '../../../lib/model/review.ts';
import type { Refusal } from '../../../lib/model/result.ts';
import { openPrivate } from '../../../lib/store/private.ts';
import type { PrivateArea } from '../../../lib/store/privateArea.ts';
import { changePreference, findPreferences, type PreferenceRequest } from '../../../lib/store/preferences.ts';
import { act, answer, compare, flag, freshStore, named, noon, preferring, variants } from '../sample.ts';

/** As the browser's session area: values are copied, and there is room for so many characters. */
function area(room = Infinity): PrivateArea & { kept: Map<string, string> } {
  const kept = new Map<string, string>([['editor:other', '{}']]);
  return {
    kept,
    all: async () => Object.fromEntries([...kept].map(([key, value]) => [key, JSON.parse(value)])),
    async set(key, value) {
      if (JSON.stringify(value).length > room) throw new Error('Session storage quota bytes exceeded');
      kept.set(key, JSON.stringify(value));
    },
    remove: async (key) => void kept.delete(key),
  };
}
const { origin, id } = answer();
const later = { answer: undefined, answerId: id };

describe('openPrivate', () => {
  test('acts make drafts and revisions as in the store; undo goes back', async () => {
    const reviews = openPrivate(area());
    const draft = await reviews.change(act({ change: { kind: 'correct', markdown: 'better' }, final: false }));
    expect(draft.review).toMatchObject({ status: 'draft', revision: 1 });
    const thumb = await reviews.change(act(later));
    expect(thumb.review).toMatchObject({
      id: draft.review?.id,
      status: 'final',
      revision: 1,
      rating: 1,
      correction: { markdown: 'better' },
    });
    await reviews.change(act({ ...later, change: { kind: 'flag', flag: flag() } }));
    await reviews.change(act({ ...later, change: { kind: 'undo', toRevision: 1 } }));
    expect((await reviews.find(origin, [{ id }]))[id]).toMatchObject({ revision: 3, flags: [], rating: 1 });
    expect(await reviews.find('https://other.example', [{ id }])).toEqual({});
  });

  test('acts of two private tabs at once are both kept, and what both changed is to be chosen from', async () => {
    const reviews = openPrivate(area());
    await Promise.all([
      reviews.change(act({ seen: null })),
      reviews.change(act({ seen: null, change: { kind: 'flag', flag: flag() } })),
      reviews.change(act({ seen: null, change: { kind: 'rate', rating: -1 } })),
    ]);
    const found = (await reviews.find(origin, [{ id }]))[id];
    expect(found).toMatchObject({ rating: -1, flags: [{ id: 'f1' }], others: [{ change: { kind: 'rate', rating: 1 } }] });
  });

  test('what comes to nothing leaves nothing', async () => {
    const session = area();
    const reviews = openPrivate(session);
    await reviews.change(act({ change: { kind: 'correct', markdown: 'better' }, final: false }));
    const gone = await reviews.change(act({ ...later, change: { kind: 'correct', markdown: null }, final: false }));
    expect(gone.review).toBeNull();
    expect([...session.kept.keys()]).toEqual(['editor:other']);
  });

  test('is full with a clear refusal; what was there stays', async () => {
    const session = area(3000);
    const reviews = openPrivate(session);
    await reviews.change(act());
    const before = [...session.kept];
    const long = act({ ...later, change: { kind: 'note', note: 'x'.repeat(3000) } });
    await expect(reviews.change(long)).rejects.toMatchObject({ code: 'private-full' } satisfies Partial<Refusal>);
    expect([...session.kept]).toEqual(before);
  });

  test('what cannot be done is refused as in the store', async () => {
    const reviews = openPrivate(area());
    await expect(reviews.change(act(later))).rejects.toMatchObject({ code: 'answer-missing' });
    expect((await reviews.change(act({ ...later, change: { kind: 'finish' } }))).review).toBeNull();
    await reviews.change(act());
    await expect(reviews.change(act({ ...later, change: { kind: 'undo', toRevision: 4 } }))).rejects.toMatchObject({
      code: 'revision-unknown',
    });
  });

  test('a text that comes back slightly changed keeps its review', async () => {
    const reviews = openPrivate(area());
    const message = { id: 'm1', ordinal: 0, variant: null };
    const whole = 'The capital of Australia is Canberra, and it has been that since nineteen twenty-seven.';
    await reviews.change(act({ answer: answer({ message, text: whole }) }));
    const cited = answer({ message, text: `${whole} [1]` });
    const again = await reviews.change(act({ answer: cited, change: { kind: 'flag', flag: flag() } }));
    expect(again.review).toMatchObject({ rating: 1, flags: [{ id: 'f1' }], revision: 2 });
    expect(Object.keys(await reviews.find(origin, [{ id: cited.id }]))).toEqual([cited.id]);
  });

  test('passages that were selected are found again in their page', async () => {
    const reviews = openPrivate(area());
    const passage = answer({
      site: 'page',
      url: 'https://chat.example/a#b',
      detectedBy: { kind: 'selection', id: 'selection', score: 0, reasons: [] },
    });
    await reviews.change(act({ answer: passage }));
    expect(await reviews.passages(origin, 'https://chat.example/a')).toEqual([passage.text]);
    expect(await reviews.passages(origin, 'https://chat.example/c')).toEqual([]);
    const { review } = await reviews.change(act({ ...later, answerId: passage.id, change: { kind: 'withdraw' } }));
    expect(review).toMatchObject({ ...emptyJudgement(), status: 'withdrawn' });
    expect(await reviews.passages(origin, 'https://chat.example/a')).toEqual([]);
  });

  test('clearing takes all of it, and nothing else of the session', async () => {
    const session = area();
    const reviews = openPrivate(session);
    await reviews.change(act());
    session.kept.set('private:editor:1', '{}');
    await reviews.clear();
    expect([...session.kept.keys()]).toEqual(['editor:other']);
    expect(await reviews.find(origin, [{ id }])).toEqual({});
  });
});

describe('comparisons', () => {
  const [one, other] = variants();

  test('say and refuse what the store does, act by act', async () => {
    const store = freshStore();
    const apart = openPrivate(area());
    const both = async (make: (id: string) => PreferenceRequest): Promise<unknown[]> => {
      const said = (made: Promise<unknown>, id: string) =>
        made.then(
          (preference) => JSON.parse(JSON.stringify(preference).replaceAll(id || '-', 'its id')),
          (error: Refusal) => error.code,
        );
      const [here] = await findPreferences(store, [one.id]);
      const [there] = await apart.preferences([one.id]);
      ids = { here: here?.id ?? ids.here, there: there?.id ?? ids.there };
      const results = await Promise.all([
        said(changePreference(store, make(ids.here)), ids.here),
        said(apart.compare(make(ids.there)), ids.there),
      ]);
      return results.map((one) => (typeof one === 'object' ? { ...one, id: '' } : one));
    };
    let ids = { here: '', there: '' };
    const acts: ((id: string) => PreferenceRequest)[] = [
      () => preferring({ kind: 'withdraw', id: 'unknown' }),
      () => compare({ pair: [{ answerId: 'unknown' }, named(other)] }),
      () => compare({ pair: [named(one), named(one)] }),
      () => compare(),
      () => compare({}, { now: noon + 1 }),
      () => compare({ pair: [{ answerId: other.id }, { answerId: one.id }], reason: 'otherwise' }, { now: noon + 2 }),
      (id) => preferring({ kind: 'undo', id, toRevision: 1 }, { now: noon + 3 }),
      (id) => preferring({ kind: 'undo', id, toRevision: 9 }),
      () => compare({ better: 'same' }, { now: noon + 4 }),
      (id) => preferring({ kind: 'withdraw', id }, { now: noon + 5, reviewer: { id: 'another', role: 'reviewer' } }),
      (id) => preferring({ kind: 'withdraw', id }, { now: noon + 6 }),
      () => compare({}, { now: noon + 7 }),
    ];
    const outcomes: unknown[] = [];
    for (const make of acts) {
      const [here, there] = await both(make);
      expect(there).toEqual(here);
      outcomes.push(here);
    }
    expect(outcomes.filter((one) => typeof one === 'string')).toEqual([
      'preference-unknown',
      'answer-missing',
      'same-answer',
      'revision-unknown',
      'preference-unknown',
    ]);
  });

  test('are found under the id that was asked for, are refused when there is no room, and go with the rest', async () => {
    const session = area();
    const apart = openPrivate(session);
    const alias = { ...other, aliases: ['seen-as'] };
    const made = await apart.compare(compare({ pair: [named(one), named(alias)], better: 'second' }));
    expect(await apart.preferences(['seen-as'])).toEqual([{ ...made, answerIds: [one.id, 'seen-as'], better: 'seen-as' }]);
    expect(await apart.preferences(['elsewhere'])).toEqual([]);
    expect([...session.kept.keys()].filter((key) => !key.startsWith('private:'))).toEqual(['editor:other']);
    await apart.clear();
    expect([...session.kept.keys()]).toEqual(['editor:other']);
    await expect(openPrivate(area(100)).compare(compare())).rejects.toMatchObject({ code: 'private-full' });
  });
});
