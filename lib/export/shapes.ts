/** Shapes that several readers share; what differs is their name, who reads them and how many rows they ask for. */
import type { ExportFormat } from './format.ts';
import { imitating, preferring, said, same } from './learned.ts';
import type { Reader } from './readers.ts';
import { checkCompletion, checkMessages, checkText, type Message } from './rules.ts';
import { trainingFormat } from './training.ts';

/** Whose format it is. */
export interface Head {
  id: string;
  reader: Reader;
  minimum?: number;
}

/** Whole conversations, `{ messages: [{ role, content }, …] }`: OpenAI's shape, the one that most trainers read. */
export const chats = (head: Head): ExportFormat =>
  trainingFormat({
    ...head,
    label: 'chat',
    keys: ['messages'],
    row: imitating((completion, prompt) => ({ messages: [...prompt, ...said(completion)] })),
    check: ({ messages }) => checkMessages(messages, 'assistant'),
  });

/** OpenAI's pairs, `{ input: { messages }, preferred_output: [message], non_preferred_output: [message] }`. */
export const inputPairs = (head: Head): ExportFormat =>
  trainingFormat({
    ...head,
    label: 'preference',
    keys: ['input', 'preferred_output', 'non_preferred_output'],
    row: preferring(({ chosen, rejected }, messages) => ({
      input: { messages },
      preferred_output: said(chosen),
      non_preferred_output: said(rejected),
    })),
    check: ({ input, preferred_output: chosen, non_preferred_output: rejected }) => {
      const inside = Object.keys(input ?? {}).join() === 'messages' ? [] : ['input holds something else than messages'];
      return [...inside, ...checkMessages((input as { messages?: unknown } | null)?.messages, 'user'), ...checkPair(chosen, rejected)];
    },
  });

/**
 * Prompts for reinforcement fine-tuning, `{ messages: […], reference_answer }`: the last turn is the user's, and graders read the rest as
 * `{{item.reference_answer}}`. OpenAI names the system's role `developer` here.
 */
export const references = (head: Head, systemRole: 'system' | 'developer'): ExportFormat =>
  trainingFormat({
    ...head,
    label: 'reinforcement',
    keys: ['messages', 'reference_answer'],
    row: imitating((completion, prompt) => ({
      messages: prompt.map(({ role, content }) => ({ role: role === 'system' ? systemRole : role, content })),
      reference_answer: completion,
    })),
    check: ({ messages, reference_answer: reference }) => {
      const [first] = (Array.isArray(messages) ? messages : []) as { role?: string }[];
      const named = first?.role === systemRole ? [{ ...first, role: 'system' }, ...(messages as unknown[]).slice(1)] : messages;
      const wrongRole = first?.role === 'system' && systemRole !== 'system' ? ['the system has no role here'] : [];
      return [...wrongRole, ...checkMessages(named, 'user'), ...checkText(reference, 'the reference')];
    },
  });

/** What is wrong with two completions of which one is better. An equal pair is not refused by trainers: they learn nonsense from it. */
export function checkPair(chosen: unknown, rejected: unknown): string[] {
  const problems = [...checkCompletion(chosen), ...checkCompletion(rejected)];
  return problems.length === 0 && same(textOf(chosen), textOf(rejected)) ? ['both answers are equal'] : problems;
}

const textOf = (value: unknown): string => (value as [Message])[0].content;
