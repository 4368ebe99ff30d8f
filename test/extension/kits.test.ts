/** In the running extension a kit on an address that nobody knows is read by its adapter, which only its marks called; people by none. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { key } from '../chat-uis/shown.ts';
import { truthOf } from '../chat-uis/uis.ts';
import { until } from '../setup/until.ts';
import { inspect } from './ask.ts';
import { openChat, setUp, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => void (desk = await setUp('chromium')));
afterAll(() => desk?.[Symbol.asyncDispose]());

test.each([
  ['assistant-ui', 'assistant-ui/classes'],
  ['deep-chat', 'deep-chat/bubbles'],
  ['flowise', 'flowise/bubbles'],
])('%s is read by %s', async (id, by) => {
  const chat = await openChat(desk, id, 'delay=300&stream=3000');
  const truth = truthOf(chat.ui);
  // A page that comes to a stop while it writes is taken for finished until it goes on.
  const read = await until(`all answers of ${id} are final, and whole`, async () => {
    const answers = (await chat.answers()).filter(({ text }) => !chat.ui.greetings.some((words) => key(words) === key(text)));
    const isWhole = ({ text }: { text: string }, at: number): boolean => truth.answers[at]?.keys.includes(key(text)) ?? false;
    if (answers.length === truth.answers.length && answers.every(isWhole) && answers.every(({ state }) => state === 'final'))
      return answers;
    throw new Error(JSON.stringify(answers.map((one, at) => [one.state, isWhole(one, at), one.text.slice(-60)])));
  });
  expect(read.map(({ detectedBy: { kind, id } }) => `${kind} ${id}`)).toEqual(truth.answers.map(() => `adapter ${by}`));
  expect(await inspect(desk.driven, chat.url)).toMatchObject([{ site: by.split('/')[0] }]);
  await chat.page.close();
});

test('two people in a kit for both are no tool', async () => {
  const { url } = await openChat(desk, 'people');
  expect(
    await until('the page is looked at', async () => (await inspect(desk.driven, url)).length > 0 && inspect(desk.driven, url)),
  ).toMatchObject([{ answers: [] }]);
});
