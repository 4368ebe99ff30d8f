/** What is exported is masked, by the placeholders that stand for the same in what is sent. */
import { describe, expect, test } from 'vitest';
import type { Exported } from '../../../lib/export/format.ts';
import { maskExported } from '../../../lib/export/masked.ts';
import { noMasks, type Kind, type Masks } from '../../../lib/model/privacy.ts';
import { createFinder } from '../../../lib/privacy/find.ts';
import { all, compared, reviewed, variants } from '../sample.ts';

const mail = 'jane@mail.example';
const find = createFinder({}, null);

/** A store of masks in memory. */
function kept(first: Masks[] = []) {
  const rows = new Map(first.map((one) => [JSON.stringify(one.conversation), one]));
  return {
    rows,
    read: async (conversation: Masks['conversation']) => rows.get(JSON.stringify(conversation)) ?? noMasks(conversation),
    keep: async (many: Masks[]) => many.forEach((one) => rows.set(JSON.stringify(one.conversation), one)),
  };
}
async function* items(...some: Exported[]): AsyncGenerator<Exported> {
  yield* some;
}
const about = (text: string, conversation = 'c1') => ({ text, markdown: text, conversation: { id: conversation } });

describe('an export', () => {
  test('has every text masked, and counts what was by kind', async () => {
    const counts = new Map<Kind, number>();
    const one = reviewed({ note: `${mail} says so`, correction: { markdown: `Ask ${mail}` } }, about(`Write to ${mail} from 203.0.113.7`));
    const [masked] = (await all(maskExported(items(one), { find, ...kept(), counts }))) as [typeof one];
    expect(JSON.stringify(masked)).not.toContain('jane');
    expect(masked.answer.markdown).toBe('Write to [EMAIL_1] from [IP_1]');
    expect(masked.counts).toMatchObject({ note: '[EMAIL_1] says so', correction: { markdown: 'Ask [EMAIL_1]' } });
    expect(masked.reviews).toContain(masked.counts);
    // The text and its Markdown are the same here, and are masked once.
    expect(Object.fromEntries(counts)).toEqual({ email: 3, ip: 1 });
  });

  test('what each says of a pair is masked, and the one that counts is one of them', async () => {
    const { preference, answers } = compared('first', variants());
    const preferences = ['a', 'b'].map((id) => ({ ...preference, id, reason: `${id}: ${mail}` }));
    const item = { preference: preferences[1]!, preferences, answers };
    const [masked] = (await all(maskExported(items(item), { find, ...kept(), counts: new Map() }))) as [typeof item];
    expect(masked.preferences.map(({ reason }) => reason)).toEqual(['a: [EMAIL_1]', 'b: [EMAIL_1]']);
    expect(masked.preferences[1]).toBe(masked.preference);
  });

  test('goes on where the conversation was, obeys what a person chose, and keeps what it gave', async () => {
    const store = kept([
      {
        conversation: ['https://chat.example', 'c1', ''],
        ledger: { '[EMAIL_1]': 'first@mail.example' },
        shown: ['open@mail.example'],
        hidden: ['acme'],
      },
    ]);
    const texts = [`${mail}, open@mail.example, Acme, first@mail.example`, mail].map((text) => reviewed({}, about(text)));
    const masked = (await all(maskExported(items(...texts), { find, ...store, counts: new Map() }))) as typeof texts;
    expect(masked.map((one) => one.answer.text)).toEqual(['[EMAIL_2], open@mail.example, [MASKED_1], [EMAIL_1]', '[EMAIL_2]']);
    expect([...store.rows.values()][0]?.ledger).toMatchObject({ '[EMAIL_1]': 'first@mail.example', '[EMAIL_2]': mail });
  });

  test('each conversation has its own placeholders, however many there are', async () => {
    const many = Array.from({ length: 450 }, (_, n) => reviewed({}, about(`p${n}@mail.example`, `c${n}`)));
    const store = kept();
    const masked = (await all(maskExported(items(...many), { find, ...store, counts: new Map() }))) as typeof many;
    expect(new Set(masked.map((one) => one.answer.text))).toEqual(new Set(['[EMAIL_1]']));
    expect(store.rows.size).toBe(450);
  });

  test('masks both answers of a comparison, and its reason', async () => {
    const item = compared('first', variants([`Ask ${mail}.`, 'Ask nobody.']));
    item.preference.reason = `${mail} is right`;
    const [masked] = (await all(maskExported(items(item), { find, ...kept(), counts: new Map() }))) as [typeof item];
    expect(masked.answers[0].text).toBe('Ask [EMAIL_1].');
    expect(masked.preference.reason).toBe('[EMAIL_1] is right');
    expect(masked.preference.better).toBe(masked.answers[0].id);
  });
});
