/** What Axolotl's `chat_template` takes where parts of an answer do not train, from its documents and its code. */
import { z } from 'zod';
import { asked, brokenMessages, content, conversation, inside, system, told, type Validator } from './parts.ts';

type Message = { role: string; content: unknown };
const one = (text: unknown, train: unknown = false) => [{ type: 'text', text, train }];
const part = z.strictObject({ type: z.literal('text'), text: z.string().min(1), train: z.boolean() });

/** Its text is that of its parts, and somewhere it trains; nothing else does. */
const inParts = z
  .array(z.strictObject({ role: z.string(), content: z.array(part).min(1) }))
  .refine((messages) => messages.slice(0, -1).every((message) => message.content.every(({ train }) => !train)))
  .refine((messages) => messages.at(-1)?.content.some(({ text, train }) => train && text.trim() !== ''))
  .refine((messages) => messages.at(-1)?.content.every(({ train }, at, all) => train !== all[at - 1]?.train))
  .refine(
    (messages) =>
      conversation('assistant').safeParse(
        messages.map(({ role, content: parts }) => ({ role, content: parts.map(({ text }) => text).join('') })),
      ).success && messages.every(({ content: parts }) => parts.every(({ text }) => text.isWellFormed())),
  );

const before = [{ role: 'user', content: one('Is it?') }];
const answered = (parts: unknown) => ({ messages: [...before, { role: 'assistant', content: parts }] });
const good = [...one('It is.', true), ...one(' Wrong.'), ...one(' Right.', true)];

/** A broken list of messages, with contents of parts where they are texts; the last one trains. */
const asParts = (messages: unknown): unknown =>
  Array.isArray(messages)
    ? (messages as Message[]).map((message, at) =>
        'content' in message ? { ...message, content: one(message.content, at === messages.length - 1) } : message,
      )
    : messages;

export const axolotlInParts: Validator = {
  row: z.strictObject({ messages: inParts }),
  good: answered(good),
  broken: {
    ...inside(brokenMessages(told), 'messages', (messages) => ({ messages: asParts(messages) })),
    'content of text': { messages: [asked, told] },
    'a part of an image': answered([{ type: 'image', text: 'x', train: true }]),
    'a part without train': answered([{ type: 'text', text: 'It is.' }]),
    'train in words': answered(one('It is.', 'yes')),
    'an empty part': answered([...one('It is.', true), ...one('')]),
    'two parts that are one': answered([...one('It is.', true), ...one(' Right.', true)]),
    'nothing trains': answered(one('It is.')),
    'space alone trains': answered([...one(' ', true), ...one('It is.')]),
    'the question trains': {
      messages: [
        { role: 'user', content: one('Is it?', true) },
        { role: 'assistant', content: good },
      ],
    },
    'half a character at a cut': answered([...one('x\ud83d', true), ...one('\ude00')]),
    'metadata in the row': { ...answered(good), id: 1 },
  },
};

const range = z.strictObject({ begin_offset: z.int().min(0), end_offset: z.int(), train: z.boolean() });
/** Tokens that no range names are masked, so that ranges go through the whole text; their ends are inclusive, and Python counts code points. */
const inRanges = z
  .array(z.strictObject({ role: z.string(), content, train_detail: z.array(range) }))
  .refine((messages) => messages.slice(0, -1).every(({ train_detail: ranges }) => ranges.length === 0))
  .refine((messages) => conversation('assistant').safeParse(messages.map(({ role, content: text }) => ({ role, content: text }))).success)
  .refine((messages) => {
    const { content: text = '', train_detail: ranges = [] } = messages.at(-1) ?? {};
    const letters = Array.from(text);
    const marks = letters.map((_, at) => ranges.filter((one) => one.begin_offset <= at && at <= one.end_offset).length);
    const trains = ranges.some(
      (one) =>
        one.train &&
        letters
          .slice(one.begin_offset, one.end_offset + 1)
          .join('')
          .trim() !== '',
    );
    return marks.every((n) => n === 1) && trains && ranges.at(-1)?.end_offset === letters.length - 1;
  })
  .refine((messages) => messages.at(-1)?.train_detail.every(({ train }, at, all) => train !== all[at - 1]?.train));

const detailed = (text: string, ranges: unknown) => ({
  messages: [
    { ...asked, train_detail: [] },
    { role: 'assistant', content: text, train_detail: ranges },
  ],
});
const at = (begin: number, end: number, train: unknown = true) => ({ begin_offset: begin, end_offset: end, train });
const asRanges = (messages: unknown): unknown =>
  Array.isArray(messages)
    ? (messages as Message[]).map((message, index) => ({
        ...message,
        train_detail: index === messages.length - 1 ? [at(0, Array.from(String(message.content)).length - 1)] : [],
      }))
    : messages;

export const axolotlInRanges: Validator = {
  row: z.strictObject({ messages: inRanges }),
  good: { messages: [{ ...system, train_detail: [] }, ...detailed('😀 is. No.', [at(0, 4), at(5, 8, false)]).messages] },
  broken: {
    ...inside(brokenMessages(told), 'messages', (messages) => ({ messages: asRanges(messages) })),
    'no ranges': { messages: [asked, told] },
    'an end that is exclusive': detailed('It is.', [at(0, 6)]),
    'offsets in UTF-16 units': detailed('😀 is.', [at(0, 5)]),
    'a gap': detailed('It is. No.', [at(0, 4), at(6, 9, false)]),
    'ranges that share a character': detailed('It is. No.', [at(0, 5), at(5, 9, false)]),
    'a rest without a range': detailed('It is. No.', [at(0, 5)]),
    'two ranges that are one': detailed('It is. No.', [at(0, 5), at(6, 9)]),
    'nothing trains': detailed('It is.', [at(0, 5, false)]),
    'train in words': detailed('It is.', [at(0, 5, 'yes')]),
    'the question trains': { messages: [{ ...asked, train_detail: [at(0, 5)] }, ...detailed('It is.', [at(0, 5)]).messages.slice(1)] },
  },
};
