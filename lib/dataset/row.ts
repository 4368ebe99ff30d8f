/** What one row of somebody's data set says: a conversation, and the answers to it that are to be reviewed. The shapes are those of the exports. */
import type { Role, Turn } from '../model/answer.ts';
import { Refusal } from '../model/result.ts';

/** One row, read. */
export interface DatasetRow {
  prompt: Turn[];
  /** As they are written, which is Markdown for most models. Never empty. */
  answers: string[];
  /** The row's own id, where it has one. */
  id: string | null;
  model: string | null;
}

type Fields = Record<string, unknown>;

/** Where answers stand: alone, or as the better and the worse one. */
const answerFields = ['completion', 'response', 'output', 'answer', 'chosen', 'rejected', 'preferred_output', 'non_preferred_output'];
const talkFields = ['messages', 'conversations', 'conversation', 'contents'];
const promptFields = ['prompt', 'instruction', 'question', 'query'];
const idFields = ['id', 'row_id', 'uuid', 'prompt_id', 'answer_id'];
const systemFields = ['system', 'systemInstruction', 'system_prompt'];
const modelFields = ['model', 'model_name'];

/** The fields by which a table is known to be one. */
export const knownFields = [...answerFields, 'completions', ...talkFields];

/** Every field that is read. */
export const allFields = [...knownFields, ...promptFields, 'input', 'history', ...systemFields, ...idFields, ...modelFields];

/** Reads a row. `row` is its number, from 1. Throws `dataset-field` or `dataset-answer`, which name it. */
export function readRow(value: unknown, row: number): DatasetRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(row, '*', '{ … }');
  const fields = value as Fields;
  const inside = typeof fields.input === 'object' && fields.input !== null ? (fields.input as Fields) : {};
  const turns = (field: string, said: unknown): Turn[] => turnsOf(said, field, row);
  const talk = talkFields.map((field) => [field, fields[field] ?? inside[field]] as const).find(([, said]) => isThere(said));
  const prompt = [...systemOf(fields, row), ...(talk ? turns(...talk) : promptOf(fields, row))];
  const answers: string[] = [];
  for (const field of answerFields) {
    if (!isThere(fields[field])) continue;
    const said = typeof fields[field] === 'string' ? spoken(fields[field]) : turns(field, asList(fields[field]));
    const last = said.pop();
    if (last && last.role !== 'assistant') throw wrong(row, field, 'assistant');
    // Pairs without a prompt of their own begin alike: what the first says is what both answer.
    if (answers.length === 0 && prompt.length === 0) prompt.push(...said);
    if (last && last.text.trim() !== '') answers.push(last.text);
  }
  for (const [at, one] of (Array.isArray(fields.completions) ? (fields.completions as unknown[]) : []).entries()) {
    const { completion, response, text } = (one ?? {}) as Fields;
    const said = textOf(completion ?? response ?? text, `completions[${at + 1}]`, row);
    if (said.trim() !== '') answers.push(said);
  }
  if (answers.length === 0 && prompt.at(-1)?.role === 'assistant') answers.push(prompt.pop()?.text ?? '');
  if (answers.length === 0) throw new Refusal('dataset-answer', { row, fields: knownFields.join(', ') });
  return { prompt, answers: [...new Set(answers)], id: wordOf(fields, idFields), model: wordOf(fields, modelFields) };
}

const isThere = (said: unknown): boolean =>
  said !== undefined && said !== null && said !== '' && !(Array.isArray(said) && said.length === 0);
const asList = (said: unknown): unknown => (Array.isArray(said) ? said : [said]);
const wrong = (row: number, field: string, expected: string): Refusal => new Refusal('dataset-field', { row, field, expected });

function wordOf(fields: Fields, names: string[]): string | null {
  for (const name of names) {
    const said = fields[name];
    if ((typeof said === 'string' && said !== '') || typeof said === 'number' || typeof said === 'bigint')
      return String(said).slice(0, 200).toWellFormed();
  }
  return null;
}

function systemOf(fields: Fields, row: number): Turn[] {
  const field = systemFields.find((name) => isThere(fields[name]));
  return field ? [{ role: 'system', text: textOf(fields[field], field, row) }] : [];
}

/** Alpaca's `input` belongs to its instruction, its `history` stands before it: `[[question, answer], …]`. */
function promptOf(fields: Fields, row: number): Turn[] {
  const field = promptFields.find((name) => isThere(fields[name]));
  if (!field) return [];
  const said = fields[field];
  if (typeof said !== 'string') return turnsOf(said, field, row);
  const past = Array.isArray(fields.history) ? (fields.history as unknown[]) : [];
  const before = past.flatMap((pair, at): Turn[] => {
    const [asked, replied] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (typeof asked !== 'string' || typeof replied !== 'string') throw wrong(row, `history[${at + 1}]`, '[" … ", " … "]');
    return [
      { role: 'user', text: asked.toWellFormed() },
      { role: 'assistant', text: replied.toWellFormed() },
    ];
  });
  const more = typeof fields.input === 'string' && fields.input !== '' ? `\n\n${fields.input}` : '';
  return [...before, { role: 'user', text: (said + more).toWellFormed() }];
}

/** As trainers name who speaks. */
const roles: Record<string, Role> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  prompter: 'user',
  assistant: 'assistant',
  gpt: 'assistant',
  model: 'assistant',
  bot: 'assistant',
  chatgpt: 'assistant',
};

function turnsOf(said: unknown, field: string, row: number): Turn[] {
  if (!Array.isArray(said)) throw wrong(row, field, '[ … ]');
  return (said as unknown[]).map((turn, at) => {
    const name = `${field}[${at + 1}]`;
    if (typeof turn !== 'object' || turn === null) throw wrong(row, name, '{ … }');
    const { role, from, content, value, parts, text } = turn as Fields;
    const speaker = String(role ?? from).toLowerCase();
    if (!Object.hasOwn(roles, speaker)) throw wrong(row, `${name}.${role === undefined ? 'from' : 'role'}`, 'system, user, assistant');
    return { role: roles[speaker] as Role, text: textOf(content ?? value ?? parts ?? text, name, row) };
  });
}

/** A text, or the texts of its parts. */
function textOf(said: unknown, field: string, row: number): string {
  if (typeof said === 'string') return said.toWellFormed();
  if (Array.isArray(said)) return (said as unknown[]).map((part) => textOf(part, field, row)).join('');
  const { text, parts } = (said ?? {}) as Fields;
  if (text === undefined && parts === undefined) throw wrong(row, field, '" … "');
  return textOf(text ?? parts, field, row);
}

/** A string is an answer, or, as Anthropic wrote its pairs, a whole talk: `\n\nHuman: …\n\nAssistant: …`. */
function spoken(said: string): Turn[] {
  if (!/^\s*Human: /.test(said)) return [{ role: 'assistant', text: said.toWellFormed() }];
  const turns = said
    .toWellFormed()
    .split(/(?:^|\n\n)(Human|Assistant): ?/)
    .slice(1);
  return turns.flatMap((who, at): Turn[] =>
    at % 2 === 0 ? [{ role: who === 'Human' ? 'user' : 'assistant', text: turns[at + 1]?.trim() ?? '' }] : [],
  );
}
