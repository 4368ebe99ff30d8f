/**
 * Real chat UIs with a scripted back end, generic only: each page is opened as a person opens it, and its answers must be found, each
 * final only when it is whole. The folder is named by `BLUEPENCIL_CHAT_UIS`, or stands beside the project; its pages must be built.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame } from 'puppeteer-core';
import { until } from '../setup/until.ts';
import { bundle, openChromium } from './browser.ts';
import type { Result } from './result.ts';

const folder = process.env.BLUEPENCIL_CHAT_UIS ?? join(import.meta.dirname, '../../../shared/chat-uis');
const port = 41_730;

interface Message {
  /** Letters and digits of the text, in the ways that it may be shown. */
  keys: string[];
}
interface Truth {
  id: string;
  negative: boolean;
  answers: Message[];
  prompts: Message[];
}
interface Seen {
  text: string;
  state: 'streaming' | 'final';
  prompt: string | null;
}

export async function benchUis(): Promise<Result[]> {
  if (!existsSync(join(folder, 'dist'))) {
    console.log('Chat UIs: left out, for there are none built; name their folder in BLUEPENCIL_CHAT_UIS.');
    return [];
  }
  const server = spawn(process.execPath, [join(folder, 'serve.mjs'), String(port), '--no-build'], { stdio: 'ignore' });
  const browser = await openChromium();
  try {
    const origin = `http://localhost:${port}`;
    const index = await until('the chat UIs are served', () =>
      fetch(`${origin}/index.json`).then((reply) => reply.json() as Promise<unknown>),
    );
    const pages = (Array.isArray(index) ? index : (index as { pages: unknown[] }).pages) as { id: string }[];
    const script = await bundle(`
      import { watch } from ${JSON.stringify(join(import.meta.dirname, '../../lib/detect/watch.ts'))};
      const watcher = watch({ window, adapters: [], onChange() {}, signal: new AbortController().signal });
      globalThis.seen = () => watcher.view().answers.map(({ text, state, prompt }) => ({
        text, state, prompt: prompt.findLast(({ role }) => role === 'user')?.text ?? null,
      }));`);
    const results: Result[] = [];
    for (const { id } of pages) {
      if (!existsSync(join(folder, 'dist', id, 'truth.json'))) continue;
      const truth = (await (await fetch(`${origin}/${id}/truth.json`)).json()) as Truth;
      const right = await tried(browser, `${origin}/${id}/?delay=1500&stream=2000`, script, truth);
      results.push({
        name: `${id}, generic only: right`,
        value: right,
        unit: 'answers',
        baseline: truth.negative ? 1 : truth.answers.length,
        ratio: right / (truth.negative ? 1 : truth.answers.length),
      });
    }
    const whole = results.filter(({ ratio }) => ratio === 1).length;
    results.push({
      name: 'chat UIs, generic only: all right',
      value: whole,
      unit: 'UIs',
      baseline: results.length,
      ratio: whole / results.length,
    });
    return results;
  } finally {
    await browser.close();
    server.kill();
  }
}

/**
 * How many answers were right in the end: whole, final, with their prompt. 0 as soon as a prompt is taken for an answer or something is
 * final that is no whole answer. Of people's chats: 1 if nothing is found.
 */
async function tried(browser: Browser, url: string, script: string, truth: Truth): Promise<number> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(`addEventListener('DOMContentLoaded', () => { ${script} })`);
  try {
    await page.goto(url, { waitUntil: 'load' });
    const seen = async (): Promise<Seen[]> => {
      const of = (frame: Frame) => frame.evaluate(() => (globalThis as unknown as { seen?: () => Seen[] }).seen?.() ?? []).catch(() => []);
      return (await Promise.all(page.frames().map(of))).flat();
    };
    const is = (messages: Message[], text: string) => messages.some(({ keys }) => keys.includes(key(text)));
    let best = 0;
    const ended = until(
      'the page shows how it ends',
      async () => {
        const answers = await seen();
        // A greeting may be one or not; a piece of an answer may not be final.
        const wrong = truth.negative
          ? answers.length > 0
          : answers.some(({ text, state }) => is(truth.prompts, text) || (state === 'final' && isPiece(truth.answers, text)));
        if (wrong) return { right: 0 };
        const whole = answers.filter(
          ({ text, state, prompt }) =>
            state === 'final' &&
            truth.answers.some(({ keys }, at) => keys.includes(key(text)) && truth.prompts[at]!.keys.includes(key(prompt ?? ''))),
        );
        best = Math.max(best, new Set(whole.map(({ text }) => key(text))).size);
        return !truth.negative && best === truth.answers.length && { right: best };
      },
      20_000,
    );
    // A page of people has no end: that nothing was found until then is right.
    return (await ended.catch(() => ({ right: truth.negative ? 1 : best }))).right;
  } finally {
    await page.close();
  }
}

const key = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const isPiece = (messages: Message[], text: string): boolean =>
  key(text) !== '' &&
  !messages.some(({ keys }) => keys.includes(key(text))) &&
  messages.some(({ keys }) => keys.some((whole) => whole.includes(key(text))));
