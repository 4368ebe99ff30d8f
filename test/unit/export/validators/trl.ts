/** TRL's dataset types, from its `dataset_formats` and what its trainers do with them: columns, and their kinds in every row. */
import { z } from 'zod';
import { asked, better, brokenCompletions, brokenMessages, completion, content, conversation, inside, told } from './parts.ts';
import type { Validator } from './parts.ts';

const prompt = [asked];
const differ = (one: { content: string } | undefined, other: { content: string } | undefined): boolean =>
  one?.content.trim() !== other?.content.trim();

const sft = { prompt, completion: [told] };
export const promptCompletion: Validator = {
  row: z.strictObject({ prompt: conversation('user'), completion }),
  good: sft,
  broken: {
    ...inside(brokenMessages(null), 'prompt', (part) => ({ ...sft, prompt: part })),
    ...inside(brokenCompletions, 'completion', (part) => ({ ...sft, completion: part })),
    'another order of keys': { completion: [told], prompt },
    'another column': { ...sft, id: 1 },
  },
};

const pair = { prompt, chosen: [better], rejected: [told] };
export const explicit: Validator = {
  row: z
    .strictObject({ prompt: conversation('user'), chosen: completion, rejected: completion })
    .refine(({ chosen, rejected }) => differ(chosen[0], rejected[0])),
  good: pair,
  broken: {
    ...inside(brokenMessages(null), 'prompt', (part) => ({ ...pair, prompt: part })),
    ...inside(brokenCompletions, 'chosen', (chosen) => ({ ...pair, chosen })),
    ...inside(brokenCompletions, 'rejected', (rejected) => ({ ...pair, rejected })),
    'an equal pair': { ...pair, rejected: [{ ...better, content: ' It is not.' }] },
  },
};

const whole = { chosen: [asked, better], rejected: [asked, told] };
export const implicit: Validator = {
  row: z
    .strictObject({ chosen: conversation('assistant'), rejected: conversation('assistant') })
    .refine(({ chosen, rejected }) => JSON.stringify(chosen.slice(0, -1)) === JSON.stringify(rejected.slice(0, -1)))
    .refine(({ chosen, rejected }) => differ(chosen.at(-1), rejected.at(-1))),
  good: whole,
  broken: {
    ...inside(brokenMessages(told), 'chosen', (chosen) => ({ ...whole, chosen })),
    ...inside(brokenMessages(told), 'rejected', (rejected) => ({ ...whole, rejected })),
    'other prompts': { ...whole, rejected: [{ ...asked, content: 'Was it?' }, told] },
    'an equal pair': { ...whole, rejected: whole.chosen },
  },
};

const judgement = { prompt, completion: [told], label: true };
export const unpaired: Validator = {
  row: z.strictObject({ prompt: conversation('user'), completion, label: z.boolean() }),
  good: judgement,
  broken: {
    ...inside(brokenMessages(null), 'prompt', (part) => ({ ...judgement, prompt: part })),
    ...inside(brokenCompletions, 'completion', (part) => ({ ...judgement, completion: part })),
    'a label in words': { ...judgement, label: 'true' },
    'a label in numbers': { ...judgement, label: 1 },
  },
};

const steps = { prompt: 'Is it?', completions: ['It is.', '\nIt was.'], labels: [true, false] };
export const stepwise: Validator = {
  row: z
    .strictObject({ prompt: content, completions: z.array(content).min(1), labels: z.array(z.boolean()) })
    .refine(({ completions, labels }) => completions.length === labels.length),
  good: steps,
  broken: {
    'messages for a prompt': { ...steps, prompt },
    'no steps': { ...steps, completions: [], labels: [] },
    'a label too few': { ...steps, labels: [true] },
    'an empty step': { ...steps, completions: ['It is.', ''] },
    'a label in words': { ...steps, labels: [true, 'no'] },
    'one label': { ...steps, labels: true },
  },
};
