/** Rules that every training file keeps (the union of the strictest trainers), and what is done so that a conversation keeps them. */
import type { Turn } from '../model/answer.ts';
import type { RefusalReason } from './format.ts';

/** One message as trainers read it, with these two keys in this order. */
export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** What was done to a conversation; noted in the sidecar. */
export type Mended = 'merged-turns' | 'dropped-leading-assistant';

/**
 * The turns before an answer as messages: at most one system message first, then user and assistant in turn, user first and last.
 * Neighbours of the same role are merged with an empty line; a greeting before the first user turn is left out. What cannot be
 * mended without inventing is refused.
 */
export function promptMessages(turns: Turn[]): { messages: Message[]; mended: Mended[] } | RefusalReason {
  const mended = new Set<Mended>();
  const messages: Message[] = [];
  for (const { role, text } of turns) {
    const last = messages.at(-1);
    if (text.trim() === '') return 'empty-content';
    if (role === 'system' && last && last.role !== 'system') return 'system-in-middle';
    if (role === 'assistant' && (!last || last.role === 'system')) {
      mended.add('dropped-leading-assistant');
    } else if (last?.role === role) {
      last.content += `\n\n${text.toWellFormed()}`;
      mended.add('merged-turns');
    } else messages.push({ role, content: text.toWellFormed() });
  }
  const last = messages.at(-1);
  if (!last) return 'no-prompt';
  if (last.role === 'system') return 'system-only-prompt';
  return last.role === 'user' ? { messages, mended: [...mended] } : 'prompt-not-user';
}

/** What is wrong with a list of messages that ends in the given role; empty: nothing. */
export function checkMessages(value: unknown, lastRole: 'user' | 'assistant'): string[] {
  if (!Array.isArray(value) || value.length === 0) return ['no messages'];
  const problems: string[] = [];
  let previous = 'start';
  for (const [index, message] of (value as Partial<Message>[]).entries()) {
    if (Object.keys(message).join() !== 'role,content') problems.push(`message ${index}: keys are ${Object.keys(message).join()}`);
    if (typeof message.content !== 'string' || message.content.trim() === '') problems.push(`message ${index}: no content`);
    else if (!message.content.isWellFormed()) problems.push(`message ${index}: half a character`);
    const before = { system: ['start'], user: ['start', 'system', 'assistant'], assistant: ['user'] }[message.role as Message['role']];
    if (!before?.includes(previous)) problems.push(`message ${index}: ${message.role} after ${previous}`);
    previous = message.role ?? '';
  }
  if (previous !== lastRole) problems.push(`the last message is ${previous}`);
  return problems;
}

/** What is wrong with a completion: one assistant message. */
export function checkCompletion(value: unknown): string[] {
  if (!Array.isArray(value) || value.length !== 1) return ['not one message'];
  const { role, content } = value[0] as Partial<Message>;
  if (role !== 'assistant') return [`the completion's role is ${role}`];
  return typeof content === 'string' && content.trim() !== '' && content.isWellFormed() ? [] : ['the completion is empty or broken'];
}

/** What is wrong with a line of JSONL with exactly these keys in this order; else what it holds. */
export function checkLine(data: string, keys: readonly string[]): { problems: string[]; row: Record<string, unknown> } {
  const bad = (problem: string) => ({ problems: [problem], row: {} });
  if (!data.endsWith('\n') || data.indexOf('\n') !== data.length - 1 || data.startsWith('\uFEFF')) return bad('not one line');
  try {
    const row = JSON.parse(data) as Record<string, unknown>;
    return Object.keys(row).join() === keys.join() ? { problems: [], row } : bad(`keys are ${Object.keys(row).join()}`);
  } catch {
    return bad('not JSON');
  }
}
