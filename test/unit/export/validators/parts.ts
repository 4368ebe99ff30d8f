/** What the rules of several trainers share, written from what they publish and not from what we write. */
import { z } from 'zod';

/** How one format is tested. */
export interface Validator {
  /** What a row may be: JSON that the reader takes unchanged. */
  row: z.ZodType;
  /** A row that is taken. */
  good: unknown;
  /** Rule → a row that breaks it and no other. */
  broken: Record<string, unknown>;
}

/** Text that trains: something in it, and UTF-8 can say it. */
export const content = z.string().refine((value) => value.trim() !== '' && value.isWellFormed());

const message = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content });

/** At most one system message first, then user and assistant in turn, user first. */
export const conversation = (last: 'user' | 'assistant') =>
  z
    .array(message)
    .min(1)
    .refine((messages) => {
      const turns = messages[0]?.role === 'system' ? messages.slice(1) : messages;
      return (
        turns.length > 0 && turns.every(({ role }, at) => role === (at % 2 === 0 ? 'user' : 'assistant')) && turns.at(-1)?.role === last
      );
    });

/** One message of the assistant. */
export const completion = z.tuple([z.strictObject({ role: z.literal('assistant'), content })]);

export const system = { role: 'system', content: 'Be brief.' };
export const asked = { role: 'user', content: 'Is it?' };
export const told = { role: 'assistant', content: 'It is.' };
export const better = { role: 'assistant', content: 'It is not.' };

/** Rule → messages that break it; `last` is what a good list ends with. */
export const brokenMessages = (last: typeof told | null): Record<string, unknown> => {
  const end = last ? [last] : [];
  return {
    'no messages': [],
    'a string for messages': 'Is it?',
    'system only': [system],
    'two systems': [system, system, asked, ...end],
    'system in the middle': [asked, system, asked, ...end],
    'assistant first': [told, asked, ...end],
    'no turns': [asked, asked, ...end],
    'wrong end': last ? [asked] : [asked, told],
    'empty content': [{ role: 'user', content: ' \n' }, ...end],
    'no content': [{ role: 'user' }, ...end],
    'content of parts': [{ role: 'user', content: [{ type: 'text', text: 'Is it?' }] }, ...end],
    'half a character': [{ role: 'user', content: '\ud83d' }, ...end],
    'an unknown role': [{ role: 'human', content: 'Is it?' }, ...end],
    'another key': [{ ...asked, name: 'me' }, ...end],
  };
};

/** Rule → completions that break it. */
export const brokenCompletions: Record<string, unknown> = {
  'no completion': [],
  'two completions': [told, told],
  'a string': 'It is.',
  'of the user': [asked],
  'empty completion': [{ role: 'assistant', content: '' }],
  'half a character in the completion': [{ role: 'assistant', content: 'x\udc00' }],
  'another key in the completion': [{ ...told, weight: 1 }],
};

/** Each broken part inside the row that it belongs to. */
export const inside = (parts: Record<string, unknown>, place: string, row: (part: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parts).map(([rule, part]) => [`${place}: ${rule}`, row(part)]));
