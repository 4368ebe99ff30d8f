/** Conversations, pairs and prompts as OpenAI shaped them: its guides and schemas, and the stricter validators of Azure and Together. */
import { z } from 'zod';
import { asked, better, brokenCompletions, brokenMessages, completion, content, conversation, inside, told } from './parts.ts';
import type { Validator } from './parts.ts';

/** `messages` and no other column: Together refuses any. */
export const chat: Validator = {
  row: z.strictObject({ messages: conversation('assistant') }),
  good: { messages: [asked, told] },
  broken: {
    ...inside(brokenMessages(told), 'messages', (messages) => ({ messages })),
    'a weight': { messages: [asked, { ...told, weight: 1 }] },
    'another column': { messages: [asked, told], id: 1 },
  },
};

const pair = { input: { messages: [asked] }, preferred_output: [better], non_preferred_output: [told] };

/** One message of the assistant a side; the input ends with the user. */
export const inputPair: Validator = {
  row: z
    .strictObject({
      input: z.strictObject({ messages: conversation('user') }),
      preferred_output: completion,
      non_preferred_output: completion,
    })
    .refine((row) => row.preferred_output[0].content.trim() !== row.non_preferred_output[0].content.trim()),
  good: pair,
  broken: {
    ...inside(brokenMessages(null), 'input', (messages) => ({ ...pair, input: { messages } })),
    ...inside(brokenCompletions, 'preferred', (preferred_output) => ({ ...pair, preferred_output })),
    ...inside(brokenCompletions, 'non-preferred', (non_preferred_output) => ({ ...pair, non_preferred_output })),
    'an equal pair': { ...pair, non_preferred_output: [{ ...better, content: ' It is not.\n' }] },
    'another column': { ...pair, id: 1 },
    'no input': { ...pair, input: null },
    'old names': { input: pair.input, preferred_completion: [better], non_preferred_completion: [told] },
  },
};

/** Prompts that end with the user, and one field for graders. OpenAI's schema knows no role `system` here, but `developer`. */
export const reference = (systemRole: 'system' | 'developer'): Validator => {
  const [first, second] = [{ role: systemRole, content: 'Be brief.' }, asked];
  const other = systemRole === 'system' ? 'developer' : 'system';
  const named = z
    .array(z.looseObject({ role: z.string().refine((role) => role !== other) }))
    .transform((messages) => messages.map((one) => (one.role === systemRole ? { ...one, role: 'system' } : one)));
  const good = { messages: [first, second], reference_answer: 'It is not.' };
  const { 'two systems': _1, 'system in the middle': _2, 'system only': _3, ...rest } = brokenMessages(null);
  return {
    row: z.strictObject({ messages: named.pipe(conversation('user')), reference_answer: content }),
    good,
    broken: {
      ...inside(rest, 'messages', (messages) => ({ ...good, messages })),
      'system only': { ...good, messages: [first] },
      'the other name of the system': { ...good, messages: [{ ...first, role: other }, second] },
      'an empty reference': { ...good, reference_answer: '' },
      'no reference': { messages: good.messages },
    },
  };
};
