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
  if (Object.keys(value[0] as Message).join() !== 'role,content') return ['the completion has other keys'];
  return role === 'assistant' ? checkText(content, 'the completion') : [`the completion's role is ${role}`];
}

/** What is wrong with a text that trains. */
export const checkText = (value: unknown, name: string): string[] =>
  typeof value === 'string' && value.trim() !== '' && value.isWellFormed() ? [] : [`${name} is empty or broken`];

/**
 * What is wrong with a line of JSONL with exactly these keys in this order (null: any); else what it holds. A key like `system?` may be absent. `value`:
 * what the line is the JSON of; absent: it is read.
 */
export function checkLine(
  data: string,
  keys: readonly string[] | null,
  value?: object,
): { problems: string[]; row: Record<string, unknown> } {
  const bad = (problem: string) => ({ problems: [problem], row: {} });
  // JSON breaks no line and begins with no mark.
  if (!value && (!data.endsWith('\n') || data.indexOf('\n') !== data.length - 1 || data.startsWith('\uFEFF'))) return bad('not one line');
  try {
    const row = (value ?? JSON.parse(data)) as Record<string, unknown>;
    if (keys === null) return { problems: [], row };
    return areKeys(Object.keys(row), keys) ? { problems: [], row } : bad(`keys are ${Object.keys(row).join()}`);
  } catch {
    return bad('not JSON');
  }
}

function areKeys(there: string[], wanted: readonly string[]): boolean {
  let at = 0;
  for (const key of wanted) {
    if (there[at] === key || there[at] === optional(key)) at++;
    else if (optional(key) === null) return false;
  }
  return at === there.length;
}

const optional = (key: string): string | null => (key.endsWith('?') ? key.slice(0, -1) : null);
