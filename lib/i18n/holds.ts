/** Legal holds in words. */
import type { Hold } from '../model/erase.ts';
import { text } from './text.ts';

/** "everything", "chatgpt.com", "a conversation on chatgpt.com". */
export function holdWords(hold: Hold): string {
  if (hold.kind === 'everything') return text('hold.everything');
  const { host } = new URL(hold.origin);
  return hold.kind === 'site' ? host : text('hold.conversation', { site: host });
}
