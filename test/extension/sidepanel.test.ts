/** The side panel beside a real chat: answers are opened, judged, taken back and approved together, and page and panel go along with each other. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { panel as words } from '../../lib/i18n/locales/en/panel.ts';
import { defaultPolicy, type Policy } from '../../lib/model/policy.ts';
import type { Review } from '../../lib/model/review.ts';
import { until } from '../setup/until.ts';
import { demand, inFrames, records, tabOf } from './ask.ts';
import { allFinal, openChat, setUp, type ChatPage, type Desk } from './desk.ts';
import type { Kind } from './launch.ts';
import { startingWith } from './names.ts';
import { pressIn } from './ours.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  let desk: Desk;
  let chat: ChatPage;
  let panel: Page;
  let ids: string[];
  beforeAll(async () => {
    desk = await setUp(kind);
    chat = await openChat(desk, 'assistant-ui');
    ids = (await allFinal(chat, 2)).map(({ id }) => id);
    panel = await desk.driven.openOurs(`sidepanel.html?tab=${await tabOf(desk.driven, chat.url)}`, { width: 320, height: 760 });
    await until('the panel shows the answers', async () => (await rows()).length === ids.length);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const rows = () => panel.$$eval('[data-answer]', (all) => all.map((row) => (row as HTMLElement).dataset.answer));
  /** In Firefox the promise of a reload never settles for a page of an extension. */
  const reload = async () => {
    await panel.evaluate(() => {
      Object.assign(globalThis, { before: true });
      location.reload();
    });
    await until('the panel is loaded anew', () => panel.evaluate(() => !('before' in globalThis)).catch(() => false));
    await until('the panel shows the answers', async () => (await rows().catch(() => [])).length === ids.length);
  };
  const press = (name: string) => pressIn(panel, startingWith(name));
  const openRow = async (id: string) => {
    if ((await panel.$eval(`[data-answer="${id}"]`, (row) => row.getAttribute('aria-expanded'))) === 'false')
      await panel.click(`[data-answer="${id}"]`);
    await until('the answer is open', () => panel.$('.said'));
  };
  const newest = async (answerId: string): Promise<Review | undefined> =>
    (await records<Review>(desk.driven, 'reviews'))
      .filter((review) => review.answerId === answerId)
      .toSorted((one, other) => one.revision - other.revision)
      .at(-1);
  const becomes = (what: string, answerId: string, holds: (review: Review) => boolean) =>
    until(what, async () => {
      const review = await newest(answerId);
      return review && holds(review) ? review : null;
    });
  const shown = (what: string) => until(`"${what}" is shown`, () => panel.evaluate((part) => document.body.innerText.includes(part), what));

  test('an answer is judged in the panel, in the words and with the text of its page', async () => {
    const [id] = ids as [string];
    await openRow(id);
    await press(pages['dashboard.up']);
    const review = await becomes('the thumb is stored', id, ({ rating }) => rating === 1);
    const answers = await records<{ id: string; text: string; markdown: string }>(desk.driven, 'answers');
    const answer = (await chat.answers()).find((one) => one.id === id);
    expect(answers.find((one) => one.id === review.answerId)).toMatchObject({ text: answer!.text, markdown: answer!.markdown });

    await press(overlay['rail.escalate']);
    await panel.keyboard.type('Dr Lang');
    await panel.keyboard.press('Tab');
    await panel.keyboard.type('The dose looks too high.');
    await panel.keyboard.down('Control');
    await panel.keyboard.press('Enter');
    await panel.keyboard.up('Control');
    await becomes('it is escalated', id, ({ decision, escalation }) => decision === 'escalate' && escalation?.to === 'Dr Lang');
    await shown('The dose looks too high.');

    await panel.click('.said summary');
    await panel.click('[data-criterion="correct"] button:nth-of-type(4)');
    await becomes('the score is stored', id, ({ scores }) => scores.correct === 4);
    // Until then the undo that stands there is that of the act before.
    await shown(words['panel.did.score']);
    await press(pages['dashboard.undo']);
    await becomes('the score is taken back, all else stays', id, ({ scores, rating, decision }) => {
      return Object.keys(scores).length === 0 && rating === 1 && decision === 'escalate';
    });

    await panel.type('.tag-field input', 'for the weekly');
    await panel.keyboard.press('Enter');
    await becomes('the tag is stored', id, ({ tags }) => tags?.join() === 'for the weekly');
    await press(pages['tags.remove'].replace('{tag}', 'for the weekly'));
    await becomes('the tag is taken off', id, ({ tags }) => tags === undefined);
  });

  test('a flag from the page has its note and severity changed, is removed, and comes back', async () => {
    const [id] = ids as [string];
    const flag = { id: 'flag-1', category: 'wrong', severity: 'minor' as const };
    await openRow(id);
    await press(pages['dashboard.down']);
    await shown(words['panel.did.rate']);
    await demand(desk.driven, 'review.change', { answerId: id, change: { kind: 'flag', flag }, final: true });
    await shown(overlay['category.wrong']);
    const toast = () => panel.$eval('.toast', (bar) => bar.textContent);
    await until('an undo that would take the flag back too is not offered any more', async () => (await toast()) === '');
    await press(words['panel.editFlagNamed'].replace('{name}', overlay['category.wrong']));
    await press(overlay['severity.critical']);
    await becomes('the severity is stored', id, ({ flags }) => flags[0]?.severity === 'critical');
    await panel.focus('.said textarea');
    await panel.keyboard.type('Twice the dose.');
    await press(pages['dashboard.done']);
    await becomes('the note is stored', id, ({ flags, status }) => status === 'final' && flags[0]?.note === 'Twice the dose.');
    await press(pages['dashboard.removeFlagNamed'].replace('{name}', overlay['category.wrong']));
    await becomes('the flag is gone', id, ({ flags }) => flags.length === 0);
    await shown(words['panel.did.unflag']);
    await press(pages['dashboard.undo']);
    await becomes('the flag is back', id, ({ flags }) => flags[0]?.note === 'Twice the dose.');
  });

  test('by keyboard: arrows move, a key judges, and goes to the page and back', async () => {
    const [first, second] = ids as [string, string];
    const focused = () => panel.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.answer ?? null);
    await panel.bringToFront();
    await panel.focus(`[data-answer="${first}"]`);
    await panel.keyboard.press('ArrowDown');
    expect(await focused()).toBe(second);
    await panel.keyboard.press('d');
    await becomes('the thumb is stored', second, ({ rating }) => rating === -1);
    await panel.keyboard.press('z');
    await becomes('it is taken back', second, ({ status }) => status === 'withdrawn');
    await panel.keyboard.press('Home');
    expect(await focused()).toBe(first);
    await panel.keyboard.press('n');
    await until('the note has the focus', () => panel.evaluate(() => document.activeElement?.localName === 'textarea'));
    await panel.keyboard.type('Read by us.');
    await panel.keyboard.press('Escape');
    await becomes('the note is stored', first, ({ note, status }) => status === 'final' && note === 'Read by us.');
  });

  test('page and panel go along: what opens here has the focus there, what is focused there opens here', async () => {
    const [first, second] = ids as [string, string];
    const expanded = (id: string) => panel.$eval(`[data-answer="${id}"]`, (row) => row.getAttribute('aria-expanded'));
    if ((await expanded(first)) === 'true') await panel.click(`[data-answer="${first}"]`);
    await chat.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await panel.click(`[data-answer="${first}"]`);
    await until('the mark has the focus', () =>
      chat.page.evaluate(() => document.activeElement === document.documentElement.lastElementChild),
    );
    await inFrames(desk.driven, chat.url, 'page.reveal', { answerId: second });
    await until('the second is open', async () => (await expanded(second)) === 'true' && (await expanded(first)) === 'false');
  });

  test('what remains is approved with one press, and taken back with one', async () => {
    const [, second] = ids as [string, string];
    // One alone is approved where it stands: the first has its review taken away.
    const judged = await newest(ids[0]!);
    await demand(desk.driven, 'review.change', { answerId: ids[0]!, change: { kind: 'undo', toRevision: 0 }, final: true });
    await press(words['panel.approveRest'].other.replace('{n}', String(ids.length)));
    for (const id of ids) await becomes('it is approved', id, ({ decision }) => decision === 'approve');
    await shown(words['panel.approved'].other.replace('{n}', String(ids.length)));
    await press(pages['dashboard.undo']);
    for (const id of ids) await becomes('it is taken back', id, ({ status }) => status === 'withdrawn');
    await demand(desk.driven, 'review.change', { answerId: ids[0]!, change: { kind: 'undo', toRevision: judged!.revision }, final: true });
    await press(words['panel.filter.flagged']);
    await until('the flagged one is listed', async () => (await rows()).join() === ids[0]);
    await press(words['panel.filter.unreviewed']);
    await until('the other one is listed', async () => (await rows()).join() === second);
    await press(words['panel.filter.all']);
  });

  test('what a role may not decide is locked, and says why', async () => {
    const policy: Policy = {
      ...defaultPolicy,
      version: '1',
      roles: [{ id: 'reader', label: 'Reader', may: [] }],
      required: { hosts: ['*'] },
    };
    await demand(desk.driven, 'policy.set', { policy });
    await reload();
    await shown(words['panel.due']);
    await openRow(ids[0]!);
    const reason = await panel.$eval('.decision.approve', (button) => [button.getAttribute('aria-disabled'), button.getAttribute('title')]);
    expect(reason[0]).toBe('true');
    expect(reason[1]).toContain('Reader');
    const before = await newest(ids[0]!);
    await panel.click('.decision.approve');
    await panel.focus(`[data-answer="${ids[0]}"]`);
    await panel.keyboard.press('a');
    await panel.keyboard.press('u');
    const after = await becomes('the thumb is stored', ids[0]!, ({ revision }) => revision > before!.revision);
    expect(after.decision).toBe(before!.decision);
    await demand(desk.driven, 'policy.set', { policy: null });
    await reload();
    await until('it is not locked any more', () => panel.evaluate(() => !document.body.innerText.includes('Reader')));
  });

  test.runIf(kind === 'chromium')('open, it holds the accessibility rules, by day and by night, at 320 px', async () => {
    await openRow(ids[0]!);
    for (const value of ['light', 'dark']) {
      await panel.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await panel.evaluate(axe.source);
      const { violations } = await panel.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => `${value} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
    expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is cut off at the side').toBe(true);
    const small = await panel.$$eval('button, summary, select, a', (all) =>
      all
        .map((one) => one.getBoundingClientRect())
        .filter(({ width, height }) => width > 0 && (width < 24 || height < 24))
        .map(({ width, height }) => [width, height]),
    );
    expect(small).toEqual([]);
  });
});
