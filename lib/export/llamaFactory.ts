/** What LLaMA-Factory needs beside a file: its entry in `dataset_info.json`, which lies in the same folder under exactly that name. */
import type { Message } from './rules.ts';
import type { TrainingFormat } from './training.ts';

/** ShareGPT's turns. */
export const humanTurns = (turns: Message[]): { from: string; value: string }[] =>
  turns.map(({ role, content }) => ({ from: role === 'assistant' ? 'gpt' : 'human', value: content }));

/** Messages again, for the rules of all of them. */
export function fromHumanTurns(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const roles: Record<string, string> = { human: 'user', gpt: 'assistant' };
  return (value as Record<string, unknown>[]).map(({ from, value: content, ...more }) => ({
    ...more,
    role: roles[String(from)] ?? `not ${String(from)}`,
    content,
  }));
}

/** What is wrong with the system's column: text or nothing, but never left out. */
export const checkSystem = (value: unknown): string[] =>
  typeof value === 'string' && value.isWellFormed() ? [] : ['the system is no text'];

/** Left out, a tag or column means "none" and not its default, so that all tags are there. */
const tags = {
  role_tag: 'from',
  content_tag: 'value',
  user_tag: 'human',
  assistant_tag: 'gpt',
  observation_tag: 'observation',
  function_tag: 'function_call',
  system_tag: 'system',
};

/** The entry of a file with these columns; rows with a better and a worse answer are ranking ones. */
export const datasetInfo =
  (formatting: 'alpaca' | 'sharegpt', columns: Record<string, string>, ranking = false): NonNullable<TrainingFormat['beside']> =>
  (file) => {
    const entry = { file_name: file, formatting, ranking, columns, ...(formatting === 'sharegpt' && { tags }) };
    return { file: 'dataset_info.json', data: `${JSON.stringify({ [file.replace(/\.jsonl$/, '')]: entry }, null, 2)}\n` };
  };
