/** What Google and Amazon publish about their files: keys, roles, parts and scores. */
import { z } from 'zod';
import { asked, brokenMessages, content, conversation, inside, told } from './parts.ts';
import type { Validator } from './parts.ts';

const part = z.tuple([z.strictObject({ text: content })]);
const inTurn = (assistant: string, turns: { role: string }[], last: string): boolean =>
  turns.every(({ role }, at) => role === (at % 2 === 0 ? 'user' : assistant)) && turns.at(-1)?.role === last;
const google = z.strictObject({ role: z.enum(['user', 'model']), parts: part });
const said = (role: string, text: string) => ({ role, parts: [{ text }] });
const [user, model, worse] = [said('user', 'Is it?'), said('model', 'It is not.'), said('model', 'It is.')];

const supervised = { systemInstruction: said('system', 'Be brief.'), contents: [user, model] };
export const geminiSupervised: Validator = {
  row: z.strictObject({
    systemInstruction: z.strictObject({ role: z.string(), parts: part }).optional(),
    contents: z.array(google).refine((turns) => inTurn('model', turns, 'model')),
  }),
  good: supervised,
  broken: {
    'the role assistant': { contents: [user, said('assistant', 'It is.')] },
    'no answer': { contents: [user] },
    'model first': { contents: [model, user, model] },
    'the system in the contents': { contents: [said('system', 'Be brief.'), user, model] },
    'empty part': { contents: [user, said('model', ' ')] },
    'no parts': { contents: [user, { role: 'model', parts: [] }] },
    'a string for parts': { contents: [user, { role: 'model', parts: 'It is.' }] },
    'a file part': { contents: [{ role: 'user', parts: [{ fileData: {} }] }, model] },
    'snake case': { system_instruction: supervised.systemInstruction, contents: [user, model] },
    'another key': { ...supervised, id: 1 },
    messages: { messages: [asked, told] },
  },
};

const scored = {
  system_instruction: { parts: [{ text: 'Be brief.' }] },
  contents: [user],
  completions: [
    { score: 1, completion: model },
    { score: 0, completion: worse },
  ],
};
const completion = (score: 0 | 1) =>
  z.strictObject({ score: z.literal(score), completion: z.strictObject({ role: z.literal('model'), parts: part }) });
export const geminiPreferences: Validator = {
  row: z
    .strictObject({
      system_instruction: z.strictObject({ parts: part }).optional(),
      contents: z.array(google).refine((turns) => inTurn('model', turns, 'user')),
      completions: z.tuple([completion(1), completion(0)]),
    })
    .refine(({ completions: [one, two] }) => one.completion.parts[0].text.trim() !== two.completion.parts[0].text.trim()),
  good: scored,
  broken: {
    'camel case': { systemInstruction: scored.system_instruction, contents: scored.contents, completions: scored.completions },
    'contents end with the model': { ...scored, contents: [user, model] },
    'one completion': { ...scored, completions: scored.completions.slice(0, 1) },
    'three completions': { ...scored, completions: [...scored.completions, { score: 0, completion: worse }] },
    'other scores': {
      ...scored,
      completions: [
        { score: 0.9, completion: model },
        { score: 0.1, completion: worse },
      ],
    },
    'equal scores': {
      ...scored,
      completions: [
        { score: 1, completion: model },
        { score: 1, completion: worse },
      ],
    },
    'equal answers': {
      ...scored,
      completions: [
        { score: 1, completion: model },
        { score: 0, completion: said('model', ' It is not.') },
      ],
    },
    'a completion of the user': {
      ...scored,
      completions: [
        { score: 1, completion: user },
        { score: 0, completion: worse },
      ],
    },
    'an empty completion': {
      ...scored,
      completions: [
        { score: 1, completion: said('model', '') },
        { score: 0, completion: worse },
      ],
    },
  },
};

const claude = { system: 'Be brief.', messages: [asked, told] };
const { 'two systems': _1, 'system in the middle': _2, 'system only': _3, ...turnsOnly } = brokenMessages(told);
export const bedrockMessages: Validator = {
  row: z.strictObject({ system: content.optional(), messages: conversation('assistant').refine(([first]) => first?.role !== 'system') }),
  good: claude,
  broken: {
    ...inside(turnsOnly, 'messages', (messages) => ({ ...claude, messages })),
    'the system among the messages': { messages: [{ role: 'system', content: 'Be brief.' }, asked, told] },
    'an empty system': { ...claude, system: '' },
    'another key': { ...claude, id: 1 },
  },
};

const amazon = (role: string, text: string) => ({ role, content: [{ text }] });
const nova = {
  schemaVersion: 'bedrock-conversation-2024',
  system: [{ text: 'Be brief.' }],
  messages: [amazon('user', 'Is it?'), amazon('assistant', 'It is.')],
};
export const bedrockConverse: Validator = {
  row: z.strictObject({
    schemaVersion: z.literal('bedrock-conversation-2024'),
    system: part.optional(),
    messages: z
      .array(z.strictObject({ role: z.enum(['user', 'assistant']), content: part }))
      .refine((turns) => inTurn('assistant', turns, 'assistant')),
  }),
  good: nova,
  broken: {
    'no version': { system: nova.system, messages: nova.messages },
    'another version': { ...nova, schemaVersion: 'bedrock-conversation-2025' },
    'a string for the system': { ...nova, system: 'Be brief.' },
    'a string for content': { ...nova, messages: [asked, told] },
    'no answer': { ...nova, messages: nova.messages.slice(0, 1) },
    'an empty part': { ...nova, messages: [amazon('user', ''), amazon('assistant', 'It is.')] },
    'the role model': { ...nova, messages: [amazon('user', 'Is it?'), amazon('model', 'It is.')] },
    'an unknown part': { ...nova, messages: [{ role: 'user', content: [{ image: {} }] }, amazon('assistant', 'It is.')] },
  },
};

export const promptText: Validator = {
  row: z.strictObject({ prompt: content, completion: content }),
  good: { prompt: 'Is it?', completion: 'It is.' },
  broken: {
    messages: { prompt: [asked], completion: [told] },
    'an empty prompt': { prompt: '', completion: 'It is.' },
    'an empty completion': { prompt: 'Is it?', completion: ' ' },
    'half a character': { prompt: 'Is it?', completion: '\ud83d' },
    'another key': { prompt: 'Is it?', completion: 'It is.', id: 1 },
  },
};
