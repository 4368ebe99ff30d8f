/** The shapes of published data sets, as their readers take them apart; and the items of OpenAI's Evals. */
import { z } from 'zod';
import { asked, brokenMessages, content, conversation, inside } from './parts.ts';
import type { Validator } from './parts.ts';

/** As TRL's converter splits it. */
const dialogue = content.refine((text) => {
  const turns = text.split(/(?=\n\n(?:Human|Assistant): )/);
  return (
    turns.length > 0 &&
    turns.length % 2 === 0 &&
    turns.every(
      (turn, at) => turn.startsWith(at % 2 === 0 ? '\n\nHuman: ' : '\n\nAssistant: ') && turn.replace(/^\n\n\w+: /, '').trim() !== '',
    )
  );
});
const pair = { chosen: '\n\nHuman: Is it?\n\nAssistant: It is not.', rejected: '\n\nHuman: Is it?\n\nAssistant: It is.' };
const prompt = (text: string): string => text.slice(0, text.lastIndexOf('\n\nAssistant: '));
export const dialogues: Validator = {
  row: z
    .strictObject({ chosen: dialogue, rejected: dialogue })
    .refine(({ chosen, rejected }) => prompt(chosen) === prompt(rejected) && chosen.trim() !== rejected.trim()),
  good: pair,
  broken: {
    'a turn inside a turn': { ...pair, chosen: '\n\nHuman: Is it?\n\nAssistant: It is.\n\nHuman: x' },
    'two turns of the assistant': { ...pair, chosen: '\n\nHuman: Is it?\n\nAssistant: It is.\n\nAssistant: x' },
    'no empty lines before': { ...pair, chosen: 'Human: Is it?\n\nAssistant: It is not.' },
    messages: { chosen: [asked], rejected: [asked] },
    'no answer': { ...pair, chosen: '\n\nHuman: Is it?' },
    'an empty answer': { ...pair, chosen: '\n\nHuman: Is it?\n\nAssistant: ' },
    'other prompts': { ...pair, rejected: '\n\nHuman: Was it?\n\nAssistant: It is.' },
    'an equal pair': { ...pair, rejected: `${pair.chosen} ` },
    'half a character': { ...pair, chosen: `${pair.chosen}\ud83d` },
  },
};

const attribute = z.int().min(0).max(4);
const steered = { prompt: 'Is it?', response: 'It is.', correctness: 4, complete: 0 };
/** A prompt, a response, and nothing but whole numbers from 0 to 4. */
export const attributes: Validator = {
  row: z
    .object({ prompt: content, response: content })
    .catchall(attribute)
    .refine((row) => Object.keys(row).length > 2),
  good: steered,
  broken: {
    'no attribute': { prompt: 'Is it?', response: 'It is.' },
    'a five': { ...steered, correctness: 5 },
    'half a point': { ...steered, correctness: 1.5 },
    'points in words': { ...steered, correctness: '4' },
    'nothing for a score': { ...steered, correctness: null },
    'an empty response': { ...steered, response: '' },
    'messages for a prompt': { ...steered, prompt: [asked] },
  },
};

const rated = {
  model: 'm',
  response: 'It is.',
  annotations: { helpfulness: { Rating: '5', Rationale: '' } },
  critique: '',
  'fine-grained_score': 5,
};
const feedback = { instruction: 'Is it?', models: ['m'], completions: [rated] };
/** As TRL's converter reads it: a rating in words for every aspect. */
export const aspects: Validator = {
  row: z
    .strictObject({
      instruction: content,
      models: z.array(z.string()),
      completions: z
        .array(
          z.strictObject({
            model: z.string(),
            response: content,
            annotations: z
              .record(z.string(), z.strictObject({ Rating: z.enum(['1', '2', '3', '4', '5']), Rationale: z.string() }))
              .refine((given) => Object.keys(given).length > 0),
            critique: z.string(),
            'fine-grained_score': z.number().min(1).max(5),
          }),
        )
        .min(1),
    })
    .refine(({ models, completions }) => models.join() === completions.map(({ model }) => model).join())
    .refine(({ completions }) => new Set(completions.map(({ response }) => response.trim())).size === completions.length),
  good: { ...feedback, models: ['m', 'm'], completions: [rated, { ...rated, response: 'It is not.' }] },
  broken: {
    'a model too many': { ...feedback, models: ['m', 'm'] },
    'a response twice': { ...feedback, models: ['m', 'm'], completions: [rated, rated] },
    'a bad second one': { ...feedback, models: ['m', 'm'], completions: [rated, { ...rated, response: 'x', annotations: {} }] },
    'no completion': { ...feedback, completions: [] },
    'another model': { ...feedback, models: ['n'] },
    'a rating in numbers': { ...feedback, completions: [{ ...rated, annotations: { helpfulness: { Rating: 5, Rationale: '' } } }] },
    'a six': { ...feedback, completions: [{ ...rated, annotations: { helpfulness: { Rating: '6', Rationale: '' } } }] },
    'no aspect': { ...feedback, completions: [{ ...rated, annotations: {} }] },
    'an empty response': { ...feedback, completions: [{ ...rated, response: '' }] },
    'an empty instruction': { ...feedback, instruction: '' },
  },
};

const evaluated = { item: { input: [asked], ideal: 'It is.' } };
/** `item` alone, as its own `item_schema` says. */
export const item: Validator = {
  row: z.strictObject({ item: z.strictObject({ input: conversation('user'), ideal: content }) }),
  good: evaluated,
  broken: {
    ...inside(brokenMessages(null), 'input', (input) => ({ item: { input, ideal: 'It is.' } })),
    'no item': evaluated.item,
    'an empty ideal': { item: { ...evaluated.item, ideal: '' } },
    'more in the item': { item: { ...evaluated.item, id: 1 } },
    'more beside the item': { ...evaluated, id: 1 },
  },
};
