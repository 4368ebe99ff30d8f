/** What a streaming answer costs: 800 tokens in a conversation of 60 turns, with our watcher and with an observer that does nothing. */
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { bundle, openChromium } from './browser.ts';
import type { Result } from './result.ts';

const tokens = 800;
/** Between two tokens, ms: a fast model. */
const pace = 8;
const rounds = 3;

type Way = 'none' | 'empty' | 'ours';

/** Medians over the rounds, the ways taking turns. */
export async function benchStream(): Promise<Result[]> {
  const script = await bundle(`
    import { watch } from ${JSON.stringify(join(import.meta.dirname, '../../lib/detect/watch.ts'))};
    globalThis.ours = () => {
      // As the overlay does with each view: the finished ones are named.
      const onChange = ({ answers }) => (globalThis.finished = answers.filter(({ state }) => state === 'final').map(({ id, blocks }) => [id, blocks]).length);
      watch({ window, adapters: [], onChange, signal: new AbortController().signal });
    };`);
  const browser = await openChromium();
  try {
    const taken: Record<Way, { script: number; task: number }[]> = { none: [], empty: [], ours: [] };
    for (let round = 0; round < rounds; round++)
      for (const way of ['none', 'empty', 'ours'] as const) taken[way].push(await streamed(browser, script, way));
    const median = (way: Way, what: 'script' | 'task'): number =>
      taken[way].map((one) => one[what]).toSorted((a, b) => a - b)[rounds >> 1]!;
    return [
      compared('streaming, 800 tokens: script', median('ours', 'script'), median('empty', 'script')),
      compared('streaming, 800 tokens: main thread', median('ours', 'task'), median('none', 'task')),
    ];
  } finally {
    await browser.close();
  }
}

const compared = (name: string, value: number, baseline: number): Result => ({
  name,
  value,
  unit: 'ms',
  baseline,
  ratio: value / baseline,
});

/** Milliseconds of one stream, from the first token to 2 s after the last: what follows its end, the finishing, is part of its cost. */
async function streamed(browser: Browser, script: string, way: Way): Promise<{ script: number; task: number }> {
  const page = await browser.newPage();
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable');
  await page.goto('about:blank');
  await page.evaluate(fill);
  await page.evaluate(script);
  await page.evaluate((kind) => {
    if (kind === 'ours') (globalThis as unknown as { ours(): void }).ours();
    if (kind === 'empty') new MutationObserver(() => {}).observe(document, { childList: true, subtree: true, characterData: true });
  }, way);
  // The conversation is found and its answers are finished before the stream begins.
  if (way === 'ours') await page.waitForFunction('globalThis.finished === 30');
  const read = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
    return { script: of('ScriptDuration'), task: of('TaskDuration') };
  };
  const before = await read();
  await page.evaluate(stream, tokens, pace);
  const after = await read();
  await page.close();
  return { script: after.script - before.script, task: after.task - before.task };
}

/** Runs in the page: 60 turns of ordinary answers. */
function fill(): void {
  document.title = 'Help bot';
  const list = document.body.appendChild(document.createElement('main'));
  for (let at = 0; at < 60; at++) {
    const message = list.appendChild(document.createElement('div'));
    message.className = at % 2 ? 'message assistant-message' : 'message user-message';
    for (let part = 0; part < (at % 2 ? 6 : 1); part++)
      message.appendChild(document.createElement('p')).textContent =
        `Turn ${at}, part ${part}: ${'some words of an ordinary answer '.repeat(12)}`;
  }
  document.body.appendChild(document.createElement('textarea'));
}

/** Runs in the page: writes as chat tools do, a text node that grows, and a new paragraph now and then. */
function stream(count: number, wait: number): Promise<void> {
  const message = document.querySelector('main')!.appendChild(document.createElement('div'));
  message.className = 'message assistant-message';
  return new Promise((resolve) => {
    let words = document.createTextNode('');
    let at = 0;
    const timer = setInterval(() => {
      if (at % 80 === 0) {
        words = document.createTextNode('');
        message.appendChild(document.createElement('p')).append(words);
      }
      words.data += ` token${at}`;
      if (++at < count) return;
      clearInterval(timer);
      setTimeout(resolve, 2000);
    }, wait);
  });
}
