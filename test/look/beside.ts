/** The states of what stands beside answers: marks, rails, what they say, and flagged passages. */
import type { Page } from 'puppeteer-core';
import { text } from '../../lib/i18n/text.ts';
import { defaultPolicy, type Policy } from '../../lib/model/policy.ts';
import type { Flag, Span } from '../../lib/model/review.ts';
import { defaultRubric } from '../../lib/model/rubric.ts';
import { demand, records, spoil } from '../extension/ask.ts';
import { boxesOf, controls, hover, press } from '../extension/controls.ts';
import { startingWith } from '../extension/names.ts';
import { until } from '../setup/until.ts';
import type { Camera } from './camera.ts';
import { around, type Chat, type Scene } from './scene.ts';

export const wide = { width: 1280, height: 860 };

/** A policy that says who decides what, and names people. */
export const strict: Policy = {
  ...defaultPolicy,
  version: '1',
  roles: [
    { id: 'reviewer', may: ['reject', 'escalate'] },
    { id: 'lead', label: 'Lead', may: ['approve', 'edit', 'reject', 'escalate'] },
  ],
  escalateTo: ['Dr Lang', 'Legal', 'Mirjam Okafor, food safety'],
};

/** A mark in each state that it can be in. */
export async function marks({ driven }: Scene, chat: Chat, shoot: Camera): Promise<void> {
  const [, id] = chat.ids as [string, string];
  const shown = async (state: string) => shoot(`mark-${state}`, chat.page, () => chat.box(`[data-id="${id}"] .mark`), { text: false });
  /** The act is seen in the mark's name. */
  const after = async (...acts: Parameters<Chat['act']>[1][]) => {
    for (const act of acts) {
      const before = await nameOf();
      await chat.act(id, act);
      await until('the mark says it', async () => (await nameOf()) !== before);
    }
  };
  const nameOf = async () => (await controls(chat)).find(({ name }) => name.includes(text('mark.answer', { n: 2 })))?.name;

  await away(chat);
  await shown('rest');
  await hover(chat, id);
  await shown('pointed');
  await away(chat);
  await after({ kind: 'decide', decision: 'approve' });
  await shown('approved');
  await after({ kind: 'decide', decision: 'reject' });
  await shown('rejected');
  await after({ kind: 'escalate', to: 'Dr Lang', reason: '' });
  await shown('escalated');
  await after({ kind: 'withdraw' }, { kind: 'correct', markdown: 'Yes.' });
  await shown('corrected');
  await after({ kind: 'withdraw' }, { kind: 'flag', flag: flag(1) }, { kind: 'flag', flag: flag(2) });
  await shown('flagged');
  await after({ kind: 'withdraw' });
  await demand(driven, 'policy.set', { policy: { ...strict, required: { hosts: ['*'] } } });
  await chat.box(`[data-id="${id}"] .mark.required`);
  await shown('required');
  await demand(driven, 'policy.set', { policy: null });
  await until('nothing is required', async () => (await boxesOf(chat, '.mark.required')).length === 0);
}

/** The rail in each way that it opens here, its tips, and what is said after an act. */
export async function rails({ driven, scheme }: Scene, chat: Chat, shoot: Camera): Promise<void> {
  const [tall, short] = chat.ids as [string, string];
  const { page } = chat;
  const open = async (state: string, id: string, width: number, parts = '.rail') => {
    await away(chat);
    await page.setViewport({ ...wide, width });
    await chat.reveal(id);
    await shoot(`rail-${state}`, page, chat.around(parts, `[data-id="${id}"] .mark`), { text: false });
  };
  await open('narrow', short, 400);
  // From right to left this answer has no mark in the first view of 320 px.
  if (scheme !== 'rtl') await open('sheet', short, 320);
  await open('above', short, 1100);
  await open('down', tall, wide.width);
  const tip = async (state: string, act: string, id: string) => {
    const [at] = await boxesOf(chat, `[data-id="${id}"] .act.${act}`);
    await page.mouse.move(at!.x + 14, at!.y + 14);
    await shoot(`tip-${state}`, page, chat.around(`.act.${act} .tip`, '.rail'));
  };
  await tip('down', 'correct', tall);
  await open('end', short, wide.width);
  await tip('end', 'approve', short);
  await page.keyboard.press('Escape');
  await away(chat);
  await chat.reveal(short);
  for (const act of ['up', 'down', 'flag']) {
    await page.keyboard.press('ArrowDown');
    await chat.box(`.act.${act}:focus-visible`);
  }
  await shoot('tip-focus', page, chat.around('.act:focus-visible .tip', '.rail'));
  await page.keyboard.press('Escape');

  await demand(driven, 'policy.set', { policy: strict });
  await hover(chat, short);
  await chat.box('.act.approve[aria-disabled=true]');
  await tip('locked', 'approve', short);
  await away(chat);
  await hover(chat, tall);
  await chat.box('.act.approve[aria-disabled=true]');
  await tip('locked-down', 'approve', tall);
  await demand(driven, 'policy.set', { policy: null });
  await until('it is not locked', async () => (await boxesOf(chat, '.act[aria-disabled=true]')).length === 0);

  await chat.reveal(short);
  await page.keyboard.press('u');
  await shoot('said', page, chat.around('.said', '.rail', `[data-id="${short}"] .mark`));
  await page.keyboard.press('Escape');
  await away(chat);
  await shoot('said-folded', page, chat.around('.said', `[data-id="${short}"] .mark`));
  await chat.reveal(short);
  await page.keyboard.press('z');
  await chat.box('.mark.none');
  await page.keyboard.press('Escape');
  await away(chat);
  await chat.reveal(short);
  // Refused: what holds has changed, and this page was not told.
  const settings = (await records<{ key: string; value: object }>(driven, 'meta')).find(({ key }) => key === 'settings');
  await spoil(driven, 'meta', 'settings', { key: 'settings', value: { ...settings!.value, policy: strict } });
  await page.keyboard.press('a');
  await shoot('said-error', page, chat.around('.said.bad', `[data-id="${short}"] .mark`));
  await page.keyboard.press('Escape');
  await demand(driven, 'policy.set', { policy: null });
  await away(chat);
}

/** Flagged passages with their numbers, the card of one, and the menu in each of its states. */
export async function flags({ driven, talk }: Scene, chat: Chat, shoot: Camera): Promise<void> {
  const [tall, short] = chat.ids as [string, string];
  const { page } = chat;
  const menu = async (state: string) => {
    await chat.box(state === 'none-fits' ? '.panel.menu .filter:focus' : '.panel.menu .row:focus');
    await shoot(`menu-${state}`, page, () => chat.box('.panel.menu'), { margin: 12 });
  };
  const answer = (await chat.answers()).find(({ id }) => id === tall)!;
  const { one, over, alone } = talk.passages;

  await chat.frame.evaluate(selectWords, talk.selected);
  const pick = await chat.box('.pick');
  await shoot('pick', page, around([pick, { ...pick, x: pick.x - 180, y: pick.y - 26 }]));
  await press(chat, startingWith(text('flag.selection')));
  await menu('passage');
  await page.keyboard.press('Escape');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await until('nothing is selected', async () => (await boxesOf(chat, '.pick')).length === 0);

  await chat.reveal(short);
  await page.keyboard.press('f');
  await menu('answer');
  const letter = text('category.other').slice(0, 2);
  await typeKeys(page, letter);
  await menu('filtered');
  await typeKeys(page, 'qqq');
  await menu('none-fits');
  // The keyboard is still there: what was typed goes, then the menu.
  await page.keyboard.press('Escape');
  await chat.box('.panel.menu .row:focus');
  await page.keyboard.press('Escape');

  await chat.act(tall, { kind: 'flag', flag: flag(1, { span: spanOf(answer.text, one), severity: 'critical' }) });
  await chat.act(tall, { kind: 'flag', flag: flag(2, { span: spanOf(answer.text, over), category: 'outdated', severity: 'minor' }) });
  await chat.act(tall, {
    kind: 'flag',
    flag: flag(3, { span: spanOf(answer.text, alone), category: 'invented-source', note: talk.note }),
  });
  const gone = { quote: { exact: 'mould grows under the crust', prefix: '', suffix: '' }, position: { start: 4000, end: 4027 } };
  await chat.act(tall, { kind: 'flag', flag: flag(4, { span: gone, category: 'incomplete' }) });
  await until('three numbers hang', async () => (await boxesOf(chat, '.number')).length === 3);
  const numbers = await chat.box('.number');
  const around3 = { x: answer.rect.x, y: numbers.y, width: answer.rect.width, height: numbers.height };
  await shoot('numbers', page, around3, { margin: 14 });
  const [, , third] = await boxesOf(chat, '.number');
  await page.mouse.move(third!.x + 12, third!.y + 12);
  await shoot('flag-card', page, async () => around([await chat.box('.flag-card'), third!]), {
    margin: 16,
    without: () => chat.box('.flag-card .when'),
  });
  // The browser looks seldom at what is covered: at first a press may come too early.
  await until('the menu is open', async () => {
    await page.mouse.click(third!.x + 12, third!.y + 12);
    return (await boxesOf(chat, '.panel.menu')).length > 0;
  });
  await menu('editing');
  await page.keyboard.press('Escape');
  await away(chat);
  await chat.reveal(tall);
  await page.keyboard.press('f');
  await chat.box('.flags');
  await menu('flags');
  await page.keyboard.press('Escape');

  const categories = Array.from({ length: 500 }, (_, n) => ({
    id: `c${n}`,
    label: `Rule ${n + 1} of the house`,
    definition: `See page ${n + 1}.`,
  }));
  await demand(driven, 'policy.set', { policy: { ...strict, rubric: { ...defaultRubric, version: '3', categories } } });
  await chat.reveal(short);
  await page.keyboard.press('f');
  await until('all are there', async () => (await boxesOf(chat, '.panel.menu .row')).length === 500);
  await menu('many');
  await page.keyboard.press('Escape');
  await demand(driven, 'policy.set', { policy: null });
  await away(chat);
}

/** The pointer where nothing of ours is. */
export async function away(chat: Chat): Promise<void> {
  await chat.page.mouse.move(6, 400);
  await chat.page.mouse.move(8, 402);
  await until('no rail is open', async () => {
    await chat.page.mouse.move(8, 402);
    return (await boxesOf(chat, '.rail')).length === 0 || (await boxesOf(chat, '.act:focus-visible, .mark:focus-visible')).length > 0;
  });
}

const flag = (n: number, more: Partial<Flag> = {}): Flag => ({
  id: `00000000-0000-7000-8000-00000000000${n}`,
  category: 'wrong',
  severity: 'major',
  ...more,
});

/** Where words stand in an answer's text. */
export function spanOf(all: string, exact: string): Span {
  const start = all.indexOf(exact);
  if (start < 0) throw new Error(`"${exact}" is not in the answer.`);
  const end = start + exact.length;
  return {
    quote: { exact, prefix: all.slice(Math.max(0, start - 32), start), suffix: all.slice(end, end + 32) },
    position: { start, end },
  };
}

/** As a keyboard of any language does; the driver's own knows the keys of one, and inserts what others type. */
async function typeKeys(page: Page, keys: string): Promise<void> {
  const cdp = await page.createCDPSession();
  for (const key of keys) {
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
  }
  await cdp.detach();
}

/** Runs in the page: selects words without moving the focus. */
function selectWords(wanted: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(wanted);
    if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
  }
  throw new Error(`"${wanted}" is not on the page.`);
}
