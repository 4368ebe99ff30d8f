/** Turns as lists of parts, as Google (`{ role, parts: [{ text }] }`) and Amazon (`{ role, content: [{ text }] }`) take them. */
import { apart } from './learned.ts';
import type { Message } from './rules.ts';

/** The parts of a text: one. */
export const parts = (text: string): [{ text: string }] => [{ text }];

/** Google's turns: the assistant is the model, and the system stands elsewhere. */
export const contents = (messages: Message[]): { role: string; parts: [{ text: string }] }[] =>
  apart(messages).turns.map(({ role, content }) => ({ role: role === 'assistant' ? 'model' : role, parts: parts(content) }));

/** Messages again, for the rules of all of them; what has another shape comes out as something that no rule takes. */
export function asMessages(system: unknown, turns: unknown, key: 'parts' | 'content'): unknown {
  if (!Array.isArray(turns)) return turns;
  const known: Record<string, string> = { user: 'user', ...(key === 'parts' ? { model: 'assistant' } : { assistant: 'assistant' }) };
  const messages = (turns as Record<string, unknown>[]).map(({ role, [key]: inside, ...more }) => ({
    ...more,
    role: known[String(role)] ?? `not ${String(role)}`,
    content: textOf(inside),
  }));
  return system === undefined ? messages : [{ role: 'system', content: textOf(system) }, ...messages];
}

/** The text of one part that holds nothing else. */
function textOf(value: unknown): unknown {
  const [part, ...more] = (Array.isArray(value) ? value : []) as ({ text?: unknown } | null)[];
  return part && more.length === 0 && Object.keys(part).join() === 'text' ? part.text : null;
}
