/** What leaves is masked: the same at each try, the same thing by the same placeholder, as the person chose. */
import 'fake-indexeddb/auto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import type { ReviewChange } from '../../../lib/model/review.ts';
import { defaultPrivacy, type ConversationKey, type Privacy } from '../../../lib/model/privacy.ts';
import type { PreferenceEvent, ReviewEvent, SyncEvent } from '../../../lib/model/sync.ts';
import type { ParsePhone } from '../../../lib/privacy/phones.ts';
import { changeReview } from '../../../lib/store/changes.ts';
import { changePreference } from '../../../lib/store/preferences.ts';
import { erase } from '../../../lib/store/erase.ts';
import { readSettings } from '../../../lib/store/settings.ts';
import { act, answer, compare, flag, hashOf, named } from '../sample.ts';
import { status, World } from './world.ts';

const mail = 'jane.miller@mail.example';
const iban = 'DE89 3704 0044 0532 0130 00';
const phone = '+49 30 901820';
const raw = /jane|miller|DE89|3704|901820/i;
const chat: ConversationKey = ['https://chat.example', 'c1', ''];

async function connected(privacy: () => Privacy = () => defaultPrivacy): Promise<World> {
  const world = new World({ privacy: async () => privacy(), parsePhone: parsePhoneNumberFromString as ParsePhone });
  await world.connect();
  return world;
}

const about = (number: number, text: string, prompt = `Who is ${mail}?`) =>
  answer({
    text,
    message: { id: `m${number}`, ordinal: number, variant: null },
    prompt: [{ role: 'user', text: prompt }],
    conversation: { id: 'c1' },
    url: `https://chat.example/c/c1?for=${encodeURIComponent(mail)}`,
  });

/** One act on an answer, old enough to leave. */
async function say(world: World, number: number, text: string, change: ReviewChange = { kind: 'rate', rating: -1 }): Promise<void> {
  const { destinations } = await readSettings(world.store);
  await changeReview(
    world.store,
    act({ answer: about(number, text), change, now: world.now - 20_000, destinationIds: destinations.map(({ id }) => id) }),
  );
}
const sent = (world: World): SyncEvent[] => world.endpoint.requests.flatMap(({ events }) => events);
const reviews = (world: World): ReviewEvent[] => sent(world).filter((event): event is ReviewEvent => 'review' in event);
const choose = (world: World, act: 'show' | 'mask' | 'hide', value: string) => world.sync.choose({ conversations: [chat], act, value });

describe('what is sent', () => {
  test('holds nothing of what is masked, and the same thing has the same placeholder in every event', async () => {
    const world = await connected();
    await say(world, 1, `Write to ${mail} or call ${phone}.`, { kind: 'note', note: `${phone} is wrong, and so is ${iban}` });
    await say(world, 2, `Pay to ${iban}.`, { kind: 'correct', markdown: `Ask ${mail} first.` });
    await world.sync.run();
    expect(world.endpoint.requests.map(({ body }) => body).join('')).not.toMatch(raw);
    const [one, other] = reviews(world);
    expect(one?.answer.text).toBe('Write to [EMAIL_1] or call [PHONE_1].');
    expect(one?.review.note).toBe('[PHONE_1] is wrong, and so is [IBAN_1]');
    expect(other?.answer.text).toBe('Pay to [IBAN_1].');
    expect(other?.review.correction?.markdown).toBe('Ask [EMAIL_1] first.');
    expect(one?.answer.url).toBe('https://chat.example/c/c1?for=[EMAIL_1]');
  });

  test('a preference and both its answers are masked too', async () => {
    const world = await connected();
    const { destinations } = await readSettings(world.store);
    const pair = [named(about(1, `${mail} is right`)), named(about(2, 'Nobody is'))] as [
      ReturnType<typeof named>,
      ReturnType<typeof named>,
    ];
    await changePreference(
      world.store,
      compare({ pair, reason: `${mail} says so` }, { now: world.now - 20_000, destinationIds: destinations.map(({ id }) => id) }),
    );
    await world.sync.run();
    const [event] = sent(world) as PreferenceEvent[];
    expect(JSON.stringify(event)).not.toMatch(raw);
    expect(event?.preference.reason).toBe('[EMAIL_1] says so');
    expect(event?.preference.answerIds).toEqual(event?.answers.map(({ id }) => id));
  });

  test('passages quote the masked text, and the hash is of that text: it gives nothing to guess by', async () => {
    const world = await connected();
    const text = `Write to ${mail}, soon.`;
    const start = text.indexOf('soon');
    const span = { quote: { exact: 'soon', prefix: '', suffix: '' }, position: { start, end: start + 4 } };
    await say(world, 1, text, { kind: 'flag', flag: flag({ span }) });
    await world.sync.run();
    const [{ answer: left, review } = { answer: about(1, '') }] = reviews(world);
    const moved = review?.flags[0]?.span;
    expect(left.text.slice(moved?.position.start, moved?.position.end)).toBe('soon');
    expect(left.textHash).toBe(hashOf(left.text));
    expect(left.id).toBe(about(1, text).id);
  });

  test('what is stored stays as it is', async () => {
    const world = await connected();
    await say(world, 1, `Write to ${mail}.`);
    await world.sync.run();
    const [stored] = await world.store.read(['answers'], (tx) => tx.objectStore('answers').getAll());
    expect(stored?.text).toBe(`Write to ${mail}.`);
  });

  test('it leaves as it is where masking is off', async () => {
    const world = await connected(() => ({ ...defaultPrivacy, send: 'whole' }));
    await say(world, 1, `Write to ${mail}.`);
    await world.sync.run();
    expect(reviews(world)[0]?.answer.text).toBe(`Write to ${mail}.`);
    expect((await world.preview()).masks).toEqual([]);
  });

  test('a rule that is wrong lets nothing out', async () => {
    const world = await connected(() => ({ ...defaultPrivacy, own: [{ label: 'x', pattern: '(' }] }));
    await say(world, 1, 'Anything');
    await expect(world.sync.run()).rejects.toThrow();
    expect(world.endpoint.requests).toHaveLength(0);
    expect(await world.status()).toMatchObject({ waiting: 1 });
  });
});

describe('a retry', () => {
  test('is the same request byte for byte, also after a restart and though more was said meanwhile', async () => {
    const world = await connected();
    await say(world, 1, `Write to ${mail}.`);
    await say(world, 2, `Pay to ${iban}.`);
    world.endpoint.script = [status(503)];
    await world.sync.run();
    await say(world, 3, `Not to ${mail}, but to other@mail.example.`);
    world.now += 3_600_000;
    await world.start().run();
    const [first, second] = world.endpoint.requests;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'));
  });

  test('placeholders are the same over restarts, for what comes later too', async () => {
    const world = await connected();
    await say(world, 1, `Write to ${mail}.`);
    await world.sync.run();
    await say(world, 2, 'Write to other@mail.example.', { kind: 'note', note: `not ${mail}` });
    await world.start().run();
    expect(reviews(world)[1]).toMatchObject({ answer: { text: 'Write to [EMAIL_2].' }, review: { note: 'not [EMAIL_1]' } });
  });

  test('other rules make the request anew, under another key: what was made ready before does not slip out', async () => {
    let privacy: Privacy = { ...defaultPrivacy, send: 'whole' };
    const world = await connected(() => privacy);
    await say(world, 1, `Write to ${mail}.`);
    world.endpoint.script = [status(503)];
    await world.sync.run();
    privacy = defaultPrivacy;
    await world.untilIdle();
    const [before, after] = world.endpoint.requests;
    expect(after?.body).not.toMatch(raw);
    expect(after?.headers.get('idempotency-key')).not.toBe(before?.headers.get('idempotency-key'));
    expect(after?.events.map(({ id }) => id)).toEqual(before?.events.map(({ id }) => id));
    expect(world.endpoint.stored).toHaveLength(1);
    expect(await world.status()).toMatchObject({ waiting: 0, rejected: 0 });
  });
});

describe('what a person chooses', () => {
  test('the preview is what leaves, and says what each placeholder stands for', async () => {
    const world = await connected();
    await say(world, 1, `Write to ${mail}.`);
    const { body, masks } = await world.preview();
    expect(masks).toEqual([{ conversation: chat, ledger: { '[EMAIL_1]': mail }, shown: [], hidden: [] }]);
    await world.sync.run();
    expect(world.endpoint.requests[0]?.body).toBe(body);
  });

  test('a mask that was taken off stays off, one that was added stays on, at sending and later', async () => {
    const world = await connected();
    await say(world, 1, `Ask Acme, not ${mail}. ACME knows.`);
    await choose(world, 'show', mail);
    await choose(world, 'hide', ' Acme ');
    await world.start().run();
    await say(world, 2, `Ask acme or ${mail}.`);
    await world.start().run();
    expect(reviews(world).map((event) => event.answer.text)).toEqual([
      `Ask [MASKED_1], not ${mail}. [MASKED_1] knows.`,
      `Ask [MASKED_1] or ${mail}.`,
    ]);
  });

  test('both can be taken back', async () => {
    const world = await connected();
    await say(world, 1, `Ask Acme, not ${mail}.`);
    await choose(world, 'show', mail);
    await choose(world, 'mask', mail);
    await choose(world, 'hide', 'Acme');
    await choose(world, 'show', 'acme');
    await world.sync.run();
    expect(reviews(world)[0]?.answer.text).toBe('Ask Acme, not [EMAIL_1].');
  });

  test('a choice counts for what was made ready before it', async () => {
    const world = await connected();
    await say(world, 1, 'Ask Acme.');
    world.endpoint.script = [status(503)];
    await world.sync.run();
    await choose(world, 'hide', 'Acme');
    await world.untilIdle();
    expect(world.endpoint.requests[1]?.events).toMatchObject([{ answer: { text: 'Ask [MASKED_1].' } }]);
  });

  test('words that could never be found are refused', async () => {
    const world = await connected();
    await expect(choose(world, 'hide', ' ')).rejects.toMatchObject({ code: 'mask-words' });
    await expect(choose(world, 'hide', 'x'.repeat(201))).rejects.toMatchObject({ code: 'mask-words' });
  });
});

describe('what was erased', () => {
  const kept = (world: World) => world.store.read(['masks'], (tx) => tx.objectStore('masks').getAll());

  test('is in no placeholder’s place any more, once the conversation is gone', async () => {
    const world = await connected();
    await say(world, 1, `Write to ${mail}.`);
    await choose(world, 'hide', 'Acme');
    await world.sync.run();
    expect(JSON.stringify(await kept(world))).toMatch(/jane.*acme/i);
    await erase(world.store, { scope: { kind: 'conversation', origin: chat[0], id: chat[1] }, holds: [], now: world.now });
    expect(await kept(world)).toEqual([]);
  });

  test('of a part, its placeholders never come to mean somebody else', async () => {
    const world = await connected();
    await say(world, 1, `Write to ${mail}.`);
    await say(world, 2, 'Write to nobody.');
    await world.sync.run();
    const [first] = reviews(world);
    await erase(world.store, { scope: { kind: 'review', id: first?.review.id ?? '' }, holds: [], now: world.now });
    expect(JSON.stringify(await kept(world))).not.toMatch(raw);
    await say(world, 3, 'Write to other@other.example.');
    await world.sync.run();
    // Who asked is somebody anew: whom the first placeholder stood for, nobody knows any more.
    expect(reviews(world).at(-1)?.answer).toMatchObject({ prompt: [{ text: 'Who is [EMAIL_2]?' }], text: 'Write to [EMAIL_3].' });
  });
});
