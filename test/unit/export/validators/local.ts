/** What trainers on one's own machines read, from their documents and their code: Axolotl and LLaMA-Factory. */
import { z } from 'zod';
import { asked, better, brokenCompletions, brokenMessages, content, conversation, inside, told } from './parts.ts';
import type { Validator } from './parts.ts';

const answer = z.strictObject({ role: z.literal('assistant'), content });
const brokenAnswers = Object.fromEntries(
  Object.entries(brokenCompletions).flatMap(([rule, list]) =>
    Array.isArray(list) && list.length === 1 ? [[rule, list[0] as unknown]] : [],
  ),
);

const pair = { messages: [asked], chosen: better, rejected: told };
/** `chat_template.default`: objects, not lists. */
export const axolotlPair: Validator = {
  row: z
    .strictObject({ messages: conversation('user'), chosen: answer, rejected: answer })
    .refine(({ chosen, rejected }) => chosen.content.trim() !== rejected.content.trim()),
  good: pair,
  broken: {
    ...inside(brokenMessages(null), 'messages', (messages) => ({ ...pair, messages })),
    ...inside({ ...brokenAnswers, 'a list': [better] }, 'chosen', (chosen) => ({ ...pair, chosen })),
    ...inside({ ...brokenAnswers, 'a list': [told] }, 'rejected', (rejected) => ({ ...pair, rejected })),
    'an equal pair': { ...pair, rejected: better },
  },
};

const judged = { system: '', prompt: 'Is it?', completion: 'It is.', label: true };
/** `chatml.ultra`, `llama3.ultra`. */
export const axolotlJudged: Validator = {
  row: z.strictObject({ system: z.string(), prompt: content, completion: content, label: z.boolean() }),
  good: judged,
  broken: {
    'messages for a prompt': { ...judged, prompt: [asked] },
    'an empty completion': { ...judged, completion: '' },
    'a label in words': { ...judged, label: 'true' },
    'no system': { prompt: 'Is it?', completion: 'It is.', label: true },
  },
};

/** The converter drops, with a warning, whatever does not begin with the human, take turns and end as it should. */
const turns = (last: 'human' | 'gpt') =>
  z
    .array(z.strictObject({ from: z.enum(['human', 'gpt']), value: content }))
    .min(1)
    .refine((list) => list.every(({ from }, at) => from === (at % 2 === 0 ? 'human' : 'gpt')) && list.at(-1)?.from === last);
const [human, gpt] = [
  { from: 'human', value: 'Is it?' },
  { from: 'gpt', value: 'It is.' },
];
const brokenTurns = (end: unknown[]): Record<string, unknown> => ({
  nothing: [],
  'role and content': [asked, ...end],
  'gpt first': [gpt, human, ...end],
  'no turns': [human, human, ...end],
  'the system among them': [{ from: 'system', value: 'Be brief.' }, human, ...end],
  'the wrong end': end.length > 0 ? [human] : [human, gpt],
  'an empty value': [{ from: 'human', value: '' }, ...end],
  'another key': [{ ...human, weight: 1 }, ...end],
});

const shared = { conversations: [human, gpt], system: '' };
export const sharegpt: Validator = {
  row: z.strictObject({ conversations: turns('gpt'), system: z.string() }),
  good: shared,
  broken: {
    ...inside(brokenTurns([gpt]), 'conversations', (conversations) => ({ ...shared, conversations })),
    'no system': { conversations: shared.conversations },
  },
};

const tagged = { ...shared, kto_tag: false };
export const sharegptJudged: Validator = {
  row: z.strictObject({ conversations: turns('gpt'), system: z.string(), kto_tag: z.boolean() }),
  good: tagged,
  broken: {
    ...inside(brokenTurns([gpt]), 'conversations', (conversations) => ({ ...tagged, conversations })),
    'a tag in words': { ...tagged, kto_tag: 'true' },
    'no tag': shared,
  },
};

const ranked = { conversations: [human], chosen: { from: 'gpt', value: 'It is not.' }, rejected: gpt, system: '' };
const side = z.strictObject({ from: z.literal('gpt'), value: content });
export const sharegptRanked: Validator = {
  row: z
    .strictObject({ conversations: turns('human'), chosen: side, rejected: side, system: z.string() })
    .refine(({ chosen, rejected }) => chosen.value.trim() !== rejected.value.trim()),
  good: ranked,
  broken: {
    ...inside(brokenTurns([]), 'conversations', (conversations) => ({ ...ranked, conversations })),
    'a list': { ...ranked, chosen: [gpt] },
    'chosen by the human': { ...ranked, chosen: human },
    'an empty answer': { ...ranked, rejected: { from: 'gpt', value: '' } },
    'an equal pair': { ...ranked, chosen: gpt },
  },
};

const told2 = { instruction: 'Is it?', input: '', output: 'It is.', system: '', history: [['Hi', 'Hello!']] };
export const alpaca: Validator = {
  row: z.strictObject({
    instruction: content,
    input: z.literal(''),
    output: content,
    system: z.string(),
    history: z.array(z.tuple([content, content])),
  }),
  good: told2,
  broken: {
    'an empty instruction': { ...told2, instruction: '' },
    'an empty output': { ...told2, output: '\n' },
    'a flat history': { ...told2, history: ['Hi', 'Hello!'] },
    'a history without an answer': { ...told2, history: [['Hi']] },
    'an empty turn in the history': { ...told2, history: [['Hi', '']] },
    'no history': { instruction: 'Is it?', input: '', output: 'It is.', system: '' },
    'half a character': { ...told2, output: '\ud83d' },
  },
};
