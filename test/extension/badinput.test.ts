/** What nobody hopes for: huge rubrics, strange characters, very many flags, answers with no words. */
import { writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { editor } from '../../lib/i18n/locales/en/editor.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { panels } from '../../lib/i18n/locales/en/panels.ts';
import type { Answer } from '../../lib/model/answer.ts';
import { defaultPolicy } from '../../lib/model/policy.ts';
import type { Review } from '../../lib/model/review.ts';
import { open, stage, type Stage, type Tab } from '../life/tab.ts';
import { until } from '../setup/until.ts';
import { call, demand, inFrames, records, spoil } from './ask.ts';
import { controls, press, pressBeside, shownText } from './controls.ts';
import type { Kind } from './launch.ts';
import { named } from './names.ts';
import { becomes } from './stored.ts';

/** Half a character, no width, a turn of the direction, a joiner on its own, and letters that compose. */
const strange = 'a\uD800b\uDC00 \u200B\uFEFF\u2060 \u202Eesrever\u202C \u2066x\u2069 \u200D 👩‍👩‍👧 é e\u0301 नि \u0000 \u001B[31m';
const isStrange = 'a\uFFFDb\uFFFD \u200B\uFEFF\u2060 \u202Eesrever\u202C \u2066x\u2069 \u200D 👩‍👩‍👧 é e\u0301 नि \u0000 \u001B[31m';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let current: Stage;
  let tab: Tab;
  beforeAll(async () => void (current = await stage(kind)));
  afterAll(() => current?.[Symbol.asyncDispose]());
  afterEach(async () => {
    await tab.page.close();
    await demand(current.driven, 'policy.set', { policy: null });
  });

  const pictured = async (name: string) => {
    if (process.env.PICTURES) await writeFile(`${process.env.PICTURES}/${kind}-${name}.png`, await tab.page.screenshot());
  };
  const menu = async () => (await controls(tab)).filter(({ role }) => role === 'menuitem');
  /** Everything of ours lies on the screen. */
  const onScreen = async () => {
    const { width, height } = await tab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    return (await controls(tab)).filter(
      ({ role, x, y, width: w, height: h }) => role === 'menu' && (x < 0 || y < 0 || x + w > width || y + h > height),
    );
  };
  const setCategories = (categories: { id: string; label?: string }[]) =>
    demand(current.driven, 'policy.set', {
      policy: { ...defaultPolicy, version: '1', rubric: { ...defaultPolicy.rubric, version: '2', categories } },
    });

  test('five hundred categories: the menu is on the screen, digits choose the first ten, words find the others', async () => {
    await setCategories(
      Array.from({ length: 500 }, (_, at) => ({
        id: `c${at}`,
        label: `Category number ${at}${at === 437 ? ' with a name that goes on and on to the end of it' : ''}`,
      })),
    );
    tab = await open(current, '/b/many', () => life.turn(0));
    const [first] = await tab.finals(1);
    await pressBeside(tab, first!.id, named(overlay['rail.flag']));
    await until('all are there', async () => (await menu()).length === 500);
    expect(await onScreen()).toEqual([]);
    await pictured('many');
    // Digits choose: words find.
    await tab.page.keyboard.type('goes');
    await until('one is left', async () => (await menu()).length === 1);
    await tab.page.keyboard.press('Enter');
    await becomes(current.driven, 'it is flagged', first!.id, ({ flags }) => flags[0]?.category === 'c437');
    await pressBeside(tab, first!.id, named(overlay['rail.flag']));
    await until('the menu is open', async () => (await menu()).length === 500);
    await tab.page.keyboard.press('0');
    await becomes(current.driven, 'the tenth is flagged', first!.id, ({ flags }) => flags[1]?.category === 'c9');
  });

  test('a category that the rubric has no more is called by its id, changed, and never dropped', async () => {
    await setCategories([{ id: 'dosage', label: 'Wrong dose' }]);
    tab = await open(current, '/b/unknown', () => life.turn(1));
    const [first] = await tab.finals(1);
    await pressBeside(tab, first!.id, named(overlay['rail.flag']));
    await press(tab, named('Wrong dose'));
    await becomes(current.driven, 'it is flagged', first!.id, ({ flags }) => flags[0]?.category === 'dosage');
    const dashboard = await current.driven.openOurs('dashboard.html');
    await until('the dashboard calls it by its name', () =>
      dashboard.evaluate(() => document.querySelector('.filters')?.textContent?.includes('Wrong dose')),
    );
    await dashboard.close();
    await setCategories([{ id: 'other' }]);
    await tab.page.bringToFront();
    await pressBeside(tab, first!.id, named(overlay['rail.flag']));
    await until('the menu follows the rubric', async () => (await menu()).length === 1);
    expect(await shownText(tab)).toContain('dosage');
    await press(tab, /^dosage/);
    await until('the flag is opened', async () => (await controls(tab)).some(({ name }) => name.startsWith(panels['menu.removeShort'])));
    await press(tab, named(overlay['severity.critical']));
    await becomes(
      current.driven,
      'its severity is changed',
      first!.id,
      ({ flags }) => flags[0]?.category === 'dosage' && flags[0].severity === 'critical',
    );
  });

  test('strange characters in an answer, a flag, a note and a correction are kept, and break nothing', async () => {
    tab = await open(current, '/b/strange', () => {
      life.message('user', life.question(2));
      life.done(life.message('assistant', `${life.answer(2)} a\uD800b \u200B\uFEFF \u202Eesrever\u202C \u2066x\u2069 👩‍👩‍👧 e\u0301 end`));
    });
    const [first] = await tab.finals(1);
    await tab.rate(first!.id);
    const say = (change: object) => call(current.driven, 'review.change', { answerId: first!.id, change, final: true } as never);
    for (const change of [
      { kind: 'note', note: strange },
      { kind: 'correct', markdown: strange },
      { kind: 'flag', flag: { id: 'f1', category: 'wrong', severity: 'major', note: strange } },
      { kind: 'finish' },
    ])
      expect(await say(change)).toMatchObject({ ok: true });
    const kept = await becomes(
      current.driven,
      'it is kept',
      first!.id,
      ({ status, correction }) => status === 'final' && correction !== null,
    );
    expect([kept.note, kept.correction?.markdown, kept.flags[0]?.note]).toEqual([isStrange, isStrange, isStrange]);
    const dashboard = await current.driven.openOurs(`dashboard.html#review/${kept.id}`);
    await until('the dashboard shows it', () => dashboard.evaluate(() => document.body.textContent?.includes('esrever')));
    expect(await dashboard.evaluate(() => document.querySelectorAll('[role=alert]').length)).toBe(0);
    await dashboard.close();
    expect((await records<Answer>(current.driven, 'answers')).find(({ id }) => id === first!.id)?.text.isWellFormed()).toBe(true);
  });

  test('three hundred flags on one answer of 100 kB: the list scrolls, and one more is there at once', async () => {
    const fill = () => {
      life.message('user', life.question(3));
      const message = life.message('assistant', 'Line of the answer.');
      for (let at = 0; at < 2000; at++)
        life
          .words(message)
          .parentElement!.append(
            Object.assign(document.createElement('p'), { textContent: `Line ${at} of a long answer, with words in it.` }),
          );
      life.done(message);
      scrollTo(0, 0);
    };
    tab = await open(current, '/b/flags', fill);
    const [first] = await tab.finals(1);
    await tab.rate(first!.id);
    await tab.page.close();
    const flags = Array.from({ length: 300 }, (_, at) => {
      const start = first!.text.indexOf(`Line ${at * 6} of`);
      const quote = {
        exact: first!.text.slice(start, start + 20),
        prefix: first!.text.slice(Math.max(0, start - 32), start),
        suffix: first!.text.slice(start + 20, start + 52),
      };
      return { id: `f${at}`, category: 'wrong', severity: 'major', span: { quote, position: { start, end: start + 20 } } };
    });
    // Into the stored review at once: three hundred acts one after the other are not what this is about.
    const stored = (await records<Review>(current.driven, 'reviews')).findLast(({ answerId }) => answerId === first!.id)!;
    await spoil(current.driven, 'reviews', stored.id, { ...stored, flags });
    tab = await open(current, '/b/flags', fill);

    await tab.finals(1);
    await tab.page.evaluate(() => scrollTo(0, 0));
    await pressBeside(tab, first!.id, named(overlay['rail.flag']));
    await until('all are listed', async () => (await controls(tab)).filter(({ name }) => name === panels['menu.remove']).length === 300);
    expect(await onScreen()).toEqual([]);
    await pictured('flags');
    await tab.page.keyboard.press('2');
    await becomes(current.driven, 'one more', first!.id, ({ flags }) => flags.length === 301);
  });

  test('a note of 10,000 characters is saved; with one more it says by how much, and nothing is lost', async () => {
    tab = await open(current, '/b/note', () => life.turn(10));
    const [first] = await tab.finals(1);
    await inFrames(current.driven, tab.page.url(), 'page.focusNext');
    await until('the mark has the focus', () =>
      tab.page.evaluate(() => document.activeElement === document.documentElement.lastElementChild),
    );
    await tab.page.keyboard.press('n');
    const frame = await until('the editor is open', () => tab.page.frames().find((one) => one.parentFrame() === tab.frame));
    await until('it has the focus', () => frame.evaluate(() => document.activeElement?.localName === 'textarea' && document.hasFocus()));
    const write = (words: string) => frame.evaluate((more) => document.execCommand('insertText', false, more), words);
    const most = strange.toWellFormed() + 'x'.repeat(10_000 - strange.length);
    await write(most);
    const draft = async () => (await records<Review>(current.driven, 'drafts')).find(({ answerId }) => answerId === first!.id)?.note;
    await until('all of it is saved', async () => (await draft())?.length === 10_000);
    await write('y');
    const sentence = editor['editor.tooLong'].replace('{n}', '10,001').replace('{most}', '10,000');
    await until('it is said', () => frame.evaluate((said) => document.querySelector('#state')?.textContent === said, sentence));
    expect(await draft()).toBe(most);
    await tab.page.keyboard.press('Backspace');
    await tab.page.keyboard.press('Escape');
    await becomes(current.driven, 'it is kept', first!.id, ({ note, status }) => status === 'final' && note === most);
  });

  test('a column of a table and a block of code with its own button are flagged by their words', async () => {
    tab = await open(current, '/b/table', () => {
      life.message('user', life.question(11));
      const message = life.message('assistant', 'Answer 11: the rivers are these, longest first, and below them how to count them.');
      const table = life.words(message).parentElement!.appendChild(document.createElement('table'));
      for (const [river, long] of [
        ['River', 'Length'],
        ['Nile', '6650 km'],
        ['Amazon', '6400 km'],
        ['Yangtze', '6300 km'],
      ]) {
        const row = table.insertRow();
        row.insertCell().textContent = river!;
        row.insertCell().textContent = long!;
      }
      const block = life.words(message).parentElement!.appendChild(document.createElement('div'));
      const copy = Object.assign(document.createElement('button'), { textContent: 'Copy code' });
      const code = document.createElement('code');
      code.textContent = 'for river in rivers:\n    count(river)\n';
      const pre = document.createElement('pre');
      pre.append(copy, code);
      block.append(pre);
      life.done(message);
    });
    const [first] = await tab.finals(1);
    const flagged = async (count: number) => {
      await until('it may be flagged', async () => (await controls(tab)).some(({ name }) => name.startsWith(panels['flag.selection'])));
      await tab.page.keyboard.press('1');
      const { flags } = await becomes(current.driven, `${count} are flagged`, first!.id, (review) => review.flags.length === count);
      const { quote, position } = flags.at(-1)!.span!;
      expect(first!.text.slice(position.start, position.end)).toBe(quote.exact);
      return quote.exact;
    };
    await tab.page.evaluate(() => {
      const cell = (row: number) => document.querySelector('table')!.rows[row]!.cells[1]!.firstChild!;
      getSelection()!.setBaseAndExtent(cell(1), 0, cell(3), 4);
    });
    const column = await flagged(1);
    expect(column).toMatch(/^6650 km[^]*Amazon[^]*6300$/);
    // From before the button to the end: a person drags over it.
    await tab.page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('pre')!));
    const code = await flagged(2);
    expect(code).toContain('for river in rivers:\n    count(river)');
    expect(code).not.toContain('Copy');
    await pictured('table');
  });

  test('an answer of spaces, and one of a picture, are no answers to judge; those beside them are', async () => {
    tab = await open(current, '/b/blank', () => {
      life.turn(4);
      life.message('user', life.question(5));
      life.done(life.message('assistant', ' \u00A0\n \u200B '));
      life.message('user', life.question(6));
      const picture = life.message('assistant', '');
      life.words(picture).append(Object.assign(new Image(40, 40), { alt: '' }));
      life.done(picture);
      life.turn(7);
    });
    await until('the last is found', async () => (await tab.answers()).some(({ text }) => text.startsWith('Answer 7')));
    const found = await until('all are final', async () => {
      const answers = await tab.answers();
      return answers.every(({ state }) => state === 'final') && answers;
    });
    const said = found.filter(({ text }) => text.trim() !== '');
    expect(said.map(({ text }) => text.slice(0, 8))).toEqual(['Answer 4', 'Answer 7']);
    for (const { id } of said) await tab.rate(id);
  });

  test('a selection over two answers, or over a prompt too, flags what it holds of the first answer', async () => {
    tab = await open(current, '/b/over', () => {
      life.turn(8);
      life.turn(9);
    });
    const [first, second] = await tab.finals(2);
    for (const [from, to, of] of [
      ['assistant:0', 'assistant:1', first],
      ['user:1', 'assistant:1', second],
    ] as const) {
      await tab.page.evaluate(
        (begin, end) => {
          const node = (name: string) => {
            const [role, at] = name.split(':') as ['user' | 'assistant', string];
            return life.words(life.all(role)[Number(at)]!).firstChild!;
          };
          getSelection()!.setBaseAndExtent(node(begin), 10, node(end), 30);
        },
        from,
        to,
      );
      await until('it may be flagged', async () => (await controls(tab)).some(({ name }) => name.startsWith(panels['flag.selection'])));
      await tab.page.keyboard.press('1');
      const { flags } = await becomes(current.driven, `it is flagged, from ${from}`, of!.id, (review: Review) => review.flags.length === 1);
      const { exact } = flags[0]!.span!.quote;
      expect(of!.text).toContain(exact);
      expect(exact).toBe(of === first ? of!.text.slice(10) : of!.text.slice(0, 30));
    }
  });
});
