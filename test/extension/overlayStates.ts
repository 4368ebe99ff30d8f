/** Everything that opens beside an answer, one after the other, by keys alone: the same in every language. */
import axe from 'axe-core';
import type { KeyInput } from 'puppeteer-core';
import { until } from '../setup/until.ts';
import { controls, type Reviewed } from './controls.ts';
import { inRoots } from './closedRoots.ts';

type Where = Pick<Reviewed, 'kind' | 'page' | 'frame'>;

/** What is open, and the keys that lead there from the open rail. */
const states: { name: string; keys: KeyInput[]; shows: string }[] = [
  { name: 'rail', keys: [], shows: '[data-act=up]' },
  { name: 'flag menu', keys: ['f'], shows: '.menu .chip' },
  { name: 'flag menu, in which nothing fits', keys: ['f', 'x', 'x'], shows: '.menu .typed' },
  { name: 'flag menu, with a flag', keys: ['f', '2', 'f'], shows: '.menu .said-flag' },
  { name: 'a flag to change', keys: ['f', 'ArrowLeft', 'Tab', 'Enter'], shows: '.menu [role=menuitemradio]' },
  { name: 'more', keys: ['m'], shows: '.more .criterion' },
  { name: 'guidelines', keys: ['m', 'ArrowUp', 'ArrowUp', 'Enter'], shows: '.guide' },
  { name: 'keys', keys: ['?'], shows: '.help' },
  { name: 'correction', keys: ['c'], shows: '.card iframe' },
];

/** Opens each from the mark of the first answer, and lets `look` see it. */
export async function eachState(where: Where, look: (name: string) => Promise<void>): Promise<void> {
  const { keyboard } = where.page;
  const ask = (code: string) => inRoots<boolean>(where.kind, where.frame, code).then((replies) => replies.includes(true));
  const holds = (selector: string) => ask(`function () { return this.querySelector(${JSON.stringify(selector)}) !== null }`);
  const atRest = async () => (await holds('.mark:focus')) && !(await holds('.panel, .card'));
  for (const { name, keys, shows } of states) {
    await until('the mark is there', () => ask("function () { this.querySelector('.mark').focus(); return true }"));
    await keyboard.press('ArrowRight');
    await until('the rail is open', () => holds('.rail'));
    await keyboard.press('ArrowLeft');
    await until('the mark has the keyboard', atRest);
    for (const key of keys) {
      const before = await shape(where);
      await keyboard.press(key);
      await until(`${name}: ${key} does something`, async () => (await shape(where)) !== before);
    }
    await until(`${name} is open`, () => holds(shows));
    await look(name);
    // What is typed is taken back first, then the panel goes.
    await until(`${name} is closed`, async () => (await atRest()) || (await keyboard.press('Escape'), false));
  }
}

/** What is there and what has the keyboard, to see that a key has come to something. */
const shape = async (where: Where): Promise<string> =>
  JSON.stringify((await controls(where)).map(({ role, name, focused, pressed }) => [role, name, focused, pressed]));

type Scheme = 'light' | 'dark';

/** Turns the page and our marks to day or night, and with them what is open. Chromium only. */
export async function turn({ kind, page, frame }: Where, scheme: Scheme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await until(`it is ${scheme}`, async () =>
    (await inRoots<boolean>(kind, frame, `function () { return this.querySelector('.item.${scheme}') !== null }`)).includes(true),
  );
}

/** What breaks a rule of accessibility in our controls that a machine can check. All of them must be of that scheme. Chromium only. */
export async function violationsIn({ kind, page, frame }: Where, scheme: Scheme): Promise<string[]> {
  // For axe alone: it looks into a root that its host owns up to.
  const ofScheme = await inRoots<boolean>(
    kind,
    frame,
    `function () {
      Object.defineProperty(this.host, 'shadowRoot', { value: this, configurable: true });
      return [...this.querySelectorAll('.item, .panel, .card')].every((one) => one.classList.contains('${scheme}'));
    }`,
  );
  if (ofScheme.includes(false)) throw new Error(`Not all of it is ${scheme}.`);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document.documentElement.lastElementChild!, { iframes: false }),
  );
  if (!passes.some(({ id }) => id === 'button-name')) throw new Error('No button of ours was looked at.');
  return violations.map(({ id, nodes }) => `${scheme} ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What of our panels is outside the window at the side, CSS pixels. */
export async function outsideIn(where: Where): Promise<string[]> {
  const width = await where.page.evaluate(() => innerWidth);
  const outside = (await controls(where)).filter(
    ({ role, shown, x, width: own }) => shown && role !== 'status' && (x < 0 || x + own > width),
  );
  return outside.map(({ name, x, width: own }) => `${name}: ${x} to ${x + own} of ${width}`);
}

/** What of our controls is too small to hit, CSS pixels. */
export async function smallIn(where: Where): Promise<string[]> {
  const small = (await controls(where)).filter(
    ({ role, shown, width, height }) => shown && /^(button|menuitem|menuitemradio|radio|a)$/.test(role) && (width < 24 || height < 24),
  );
  return small.map(({ name, width, height }) => `${name}: ${width} x ${height}`);
}
