/** The main job in real chat UIs: exactly the answers are found, rated with one click, kept, sent once, and exported whole. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import type { Answer } from '../../lib/model/answer.ts';
import type { Review } from '../../lib/model/review.ts';
import { key } from '../chat-uis/shown.ts';
import { truthOf, uis } from '../chat-uis/uis.ts';
import { until } from '../setup/until.ts';
import { inspect, records } from './ask.ts';
import { pressBeside, shownText } from './controls.ts';
import { drained, openChat, setUp, type ChatPage, type Desk } from './desk.ts';
import { exported } from './exported.ts';
import { named } from './names.ts';

let desk: Desk;
let people: ChatPage;
beforeAll(async () => {
  desk = await setUp('chromium');
  people = await openChat(desk, 'people');
});
afterAll(() => desk?.[Symbol.asyncDispose]());

const assistants = uis.filter(({ people }) => !people);
const rated: { id: string; text: string }[] = [];

describe.each(assistants)('$id ($package, $framework)', (ui) => {
  const truth = truthOf(ui);
  const which = (text: string) => truth.answers.findIndex(({ keys }) => keys.includes(key(text)));
  const greeting = (text: string) => ui.greetings.some((words) => key(words) === key(text));

  test('lists exactly the answers, each final only when it is complete, and keeps a thumb on the last one', async () => {
    const chat = await openChat(desk, ui.id, 'delay=300&stream=3000');
    let grew = false;
    const final = await until(`all answers of ${ui.id} are final`, async () => {
      const answers = (await chat.answers()).filter(({ text }) => !greeting(text));
      for (const { state, text } of answers) {
        expect(
          truth.prompts.some(({ keys }) => keys.includes(key(text))),
          `a prompt is taken for an answer: ${text}`,
        ).toBe(false);
        if (state === 'final') expect(which(text), `final, but no whole answer: ${text}`).toBeGreaterThanOrEqual(0);
        grew ||=
          state === 'streaming' &&
          truth.answers.some(({ keys }) => keys.some((whole) => whole.startsWith(key(text)) && whole !== key(text)));
      }
      return answers.length === truth.answers.length && answers.every(({ state }) => state === 'final') && answers;
    });
    expect(final.map(({ text }) => which(text))).toEqual(truth.answers.map((_, at) => at));
    expect(final.map(({ prompt }) => key(prompt ?? ''))).toEqual(truth.prompts.map(({ text }) => key(text)));
    expect(grew, 'the last answer was seen while it grew').toBe(true);

    const last = final.at(-1)!;
    await pressBeside(chat, last.id, named(overlay['rail.up']));
    await until('"Saved" is shown', async () => (await shownText(chat)).includes(overlay.saved));

    const review = (await records<Review>(desk.driven, 'reviews')).find(({ answerId }) => answerId === last.id);
    expect(review).toMatchObject({ rating: 1, status: 'final' });
    const answer = (await records<Answer>(desk.driven, 'answers')).find(({ id }) => id === last.id);
    expect(truth.answers.at(-1)!.keys).toContain(key(answer!.text));
    rated.push({ id: last.id, text: answer!.text });
    await chat.page.close();
  });
});

test('two people who chat are left alone', async () => {
  // The page has been open for as long as all the others took.
  expect(await people.page.evaluate(() => document.body.textContent)).toContain('Mirjam');
  expect(await inspect(desk.driven, people.url)).toMatchObject([{ answers: [] }]);
});

test('every thumb is at the endpoint exactly once, with the whole answer', async () => {
  await drained(desk);
  const stored = await desk.endpoint.stored();
  expect(stored.map(({ answer }) => answer.id).toSorted()).toEqual(rated.map(({ id }) => id).toSorted());
  for (const { id, text } of rated) expect(stored.find(({ answer }) => answer.id === id)?.answer.text).toBe(text);
});

test('every thumb is in the export, with the whole answer', async () => {
  const lines = await exported(desk, 'native');
  for (const { text } of rated) expect(lines.some((line) => line.includes(JSON.stringify(text).slice(1, -1)))).toBe(true);
});
