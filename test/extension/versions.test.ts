/** Two versions of one answer: flags are brought over, and one says which is better, in the page itself, by keys alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, stage, type Stage } from '../life/tab.ts';
import type { Preference } from '../../lib/model/preference.ts';
import type { Review } from '../../lib/model/review.ts';
import { until } from '../setup/until.ts';
import { inFrames, records } from './ask.ts';
import { controls } from './controls.ts';
import type { Kind } from './launch.ts';
import { violationsIn } from './overlayStates.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let current: Stage;
  beforeAll(async () => void (current = await stage(kind)));
  afterAll(() => current?.[Symbol.asyncDispose]());

  test('made again: its flag comes along, the better one is kept with an undo', async () => {
    const tab = await open(current, '/c/versions', () => life.turn(0));
    const [first] = await tab.finals(1);
    const { page } = tab;
    const shown = (role: string, name: RegExp) =>
      until(`${name} is shown`, async () =>
        (await controls({ kind, frame: page.mainFrame() })).find((one) => one.role === role && one.shown && name.test(one.name)),
      );
    const focused = () =>
      until('the mark has the focus', () => page.evaluate(() => document.activeElement === document.documentElement.lastElementChild));
    /** Goes down the open menu to a row and takes it. */
    const choose = async (name: RegExp): Promise<void> => {
      const row = async () =>
        (await controls({ kind, frame: page.mainFrame() })).find(({ focused: here, role }) => here && role === 'menuitem');
      for (let now = await until('a row has the keyboard', row); !name.test(now.name);) {
        const { name: before } = now;
        await page.keyboard.press('ArrowDown');
        now = await until('the next row has it', async () => {
          const next = await row();
          return next && next.name !== before && next;
        });
      }
      await page.keyboard.press('Enter');
    };
    const newest = async (answerId: string) =>
      (await records<Review>(current.driven, 'reviews'))
        .filter((one) => one.answerId === answerId)
        .toSorted((a, b) => b.revision - a.revision)[0];

    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      const node = document.createTreeWalker(life.words(life.all('assistant')[0]!), NodeFilter.SHOW_TEXT).nextNode() as Text;
      const at = node.data.indexOf('lakes');
      getSelection()!.setBaseAndExtent(node, at, node, at + 5);
    });
    await shown('button', /^Flag this/);
    await page.keyboard.press('1');
    await until('the flag is stored', async () => (await newest(first!.id))?.flags.length === 1);

    await page.evaluate(() => {
      const message = life.all('assistant')[0]!;
      life.words(message).textContent =
        'Let me start again, and it flows through 2 lakes before it reaches the sea. Nobody has measured how long it is, as far as I know.';
      life.done(message, '2/2');
    });
    const again = await until('the other version is final', async () => {
      const [found] = await tab.finals(1);
      return found!.id !== first!.id && found!.controls && found;
    });
    await inFrames(current.driven, page.url(), 'page.focusNext');
    await focused();
    await page.keyboard.press('m');
    await shown('menuitem', /^Bring over 1 flag/);
    await choose(/^Bring over 1 flag/);
    const carried = await until('the flag is carried over', async () => (await newest(again.id))?.flags[0]);
    expect(carried).toMatchObject({ category: 'wrong', span: { quote: { exact: 'lakes' } } });
    expect((await newest(first!.id))?.flags).toHaveLength(1);

    await focused();
    await page.keyboard.press('m');
    await choose(/^Which version is better/);
    await shown('button', /^The other one/);
    if (kind === 'chromium') expect(await violationsIn(tab, 'light')).toEqual([]);
    const preferred = async () => (await records<Preference>(current.driven, 'preferences')).toSorted((a, b) => b.revision - a.revision)[0];
    await page.keyboard.press('2');
    await until('the other one is preferred', async () => (await preferred())?.better === first!.id);
    expect((await preferred())?.answerIds.toSorted()).toEqual([first!.id, again.id].toSorted());
    await until('it is shown as chosen', async () => (await shown('button', /^The other one/)).pressed);
    await page.keyboard.press('n');
    const editor = await until('the editor is open', () => page.frames().find((frame) => frame.parentFrame() === page.mainFrame()));
    await until('it has the focus', () => editor.evaluate(() => document.activeElement?.localName === 'textarea' && document.hasFocus()));
    await page.keyboard.type('It says how long.');
    await page.keyboard.press('Escape');
    await until('the reason is kept', async () => (await preferred())?.reason === 'It says how long.');
    await until('the editor is closed', () => editor.detached);
    await focused();
    await page.keyboard.press('z');
    await until('the reason is taken back', async () => (await preferred())?.reason === '');
    await page.keyboard.press('m');
    await choose(/^Which version is better/);
    await until('it is still shown as chosen', async () => (await shown('button', /^The other one/)).pressed);
    await page.keyboard.press('3');
    await until('they are as good as each other', async () => (await preferred())?.better === null);
    await page.keyboard.press('z');
    await until('that is taken back', async () => (await preferred())?.better === first!.id);
    await page.keyboard.press('Escape');
    await focused();
    await page.close();
  });
});
