/**
 * Saved pages of real chat tools, and what of them is found. They are others' data and not part of this project: they are read from
 * beside the checkout, where they may be absent.
 */
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { bundle, openAt } from '../bench/browser.ts';

const folder = join(import.meta.dirname, '../../../shared/pages');
export const present = existsSync(folder);

export interface Turn {
  role: 'user' | 'assistant';
  /** First and last 60 characters of the visible text. */
  starts: string;
  ends: string;
  empty?: boolean;
}

export interface SavedPage {
  tool: string;
  name: string;
  html: string;
  url: string;
  turns: Turn[];
}

/** An answer that was found on a page. */
export interface Found {
  text: string;
  /** The adapter and layout, or the generic detector's way. */
  by: string;
  /** Of the turn that it answers. */
  prompt: string | null;
  id: string | null;
  thinking: string | null;
}

/** What is wrong on one page, each by the first words of its turn. */
export interface Mistakes {
  missed: string[];
  /** Found, but no answer. */
  extra: string[];
  /** One end of the text is missing. */
  cut: string[];
  /** Another prompt, or none. */
  asked: string[];
}

/** The tools that there are pages of, by their folders. */
export const tools = (): string[] =>
  present
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted()
    : [];

export const pagesOf = (tool: string): SavedPage[] =>
  globSync(join(folder, tool, '*.json'))
    .toSorted()
    .map((file) => {
      const { url, turns } = JSON.parse(readFileSync(file, 'utf8')) as Pick<SavedPage, 'url' | 'turns'>;
      return { tool, name: file.slice(folder.length + 1, -5), html: readFileSync(`${file.slice(0, -5)}.html`, 'utf8'), url, turns };
    });

const entry = `
  import { watch } from '${join(import.meta.dirname, '../../lib/detect/watch.ts')}';
  import { adapters } from '${join(import.meta.dirname, '../../lib/sites/index.ts')}';
  import { adaptersFor } from '${join(import.meta.dirname, '../../lib/sites/match.ts')}';
  globalThis.answersOf = (own) => {
    const all = own ? adaptersFor(new URL(location.href), adapters) : [];
    const view = watch({ window, adapters: all, signal: new AbortController().signal, onChange() {} }).view();
    return view.answers.map(({ text, detectedBy, prompt, message, thinking }) => ({
      text, thinking, id: message.id, by: detectedBy.id, prompt: prompt.findLast(({ role }) => role === 'user')?.text ?? null,
    }));
  };
`;

/** What finds the answers of pages in this browser: at their own address with the adapters, or at an unknown one without. */
export async function finder(browser: Browser): Promise<(page: Pick<SavedPage, 'html' | 'url'>, own: boolean) => Promise<Found[]>> {
  const detector = await bundle(entry);
  return async ({ html, url }, own) => {
    const page = await openAt(browser, own ? url : 'https://unknown.example/', html);
    try {
      await page.evaluate(detector);
      return (await page.evaluate(`answersOf(${own})`)) as Found[];
    } finally {
      await page.close();
    }
  };
}

const key = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const holdsStart = (text: string, turn: Turn): boolean => key(text).includes(key(turn.starts).slice(0, 25));
const holdsEnd = (text: string, turn: Turn): boolean => key(text).includes(key(turn.ends).slice(-25));
/** One word may be followed by the pill of its source, which is no text of ours. */
const isAll = (text: string, turn: Turn): boolean => key(text) !== '' && key(turn.starts).startsWith(key(text));
const isEither = (text: string, turn: Turn): boolean => holdsStart(text, turn) || holdsEnd(text, turn) || isAll(text, turn);

/** The turns that are answers with words. */
export const answersIn = (turns: Turn[]): Turn[] => turns.filter(({ role, empty }) => role === 'assistant' && !empty);

/** Compares what was found with what is there, in order. */
export function mistakes(turns: Turn[], answers: Found[]): Mistakes {
  const wrong: Mistakes = { missed: [], extra: [], cut: [], asked: [] };
  const left = [...answers];
  let asked: Turn | null = null;
  for (const turn of turns) {
    if (turn.role === 'user') asked = turn;
    else if (!turn.empty) {
      const at = left.findIndex(({ text }) => isEither(text, turn));
      const [answer] = at < 0 ? [] : left.splice(at, 1);
      if (!answer) wrong.missed.push(turn.starts);
      else {
        if (!holdsStart(answer.text, turn) || !holdsEnd(answer.text, turn)) wrong.cut.push(turn.starts);
        if (asked && !isEither(answer.prompt ?? '', asked)) wrong.asked.push(turn.starts);
      }
    }
  }
  wrong.extra = left.map(({ text }) => text.slice(0, 60));
  return wrong;
}

/** Counts over the pages of one tool. */
export interface Score {
  tool: string;
  answers: number;
  found: number;
  whole: number;
  extra: number;
  prompts: number;
}

/** Adds up what was right. `wrong` has the mistakes of pages that have any, by their names. */
export async function scoreOf(
  tool: string,
  own: boolean,
  find: Awaited<ReturnType<typeof finder>>,
): Promise<{ score: Score; wrong: Record<string, Mistakes>; by: Set<string> }> {
  const score: Score = { tool, answers: 0, found: 0, whole: 0, extra: 0, prompts: 0 };
  const wrong: Record<string, Mistakes> = {};
  const by = new Set<string>();
  for (const page of pagesOf(tool)) {
    const answers = await find(page, own);
    const found = mistakes(page.turns, answers);
    const there = answersIn(page.turns).length;
    score.answers += there;
    score.found += there - found.missed.length;
    score.whole += there - found.missed.length - found.cut.length;
    score.extra += found.extra.length;
    score.prompts += there - found.missed.length - found.asked.length;
    if (Object.values(found).some(({ length }) => length > 0)) wrong[page.name] = found;
    for (const answer of answers) by.add(answer.by.split('/')[0]!);
  }
  return { score, wrong, by };
}
