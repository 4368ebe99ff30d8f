/** What the controls cost in a long conversation: the built extension in a real browser, on 1,000 turns and, as the baseline, on 20. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from 'puppeteer-core';
import { answersOf, demand, inFrames } from '../extension/ask.ts';
import { launch, type Driven } from '../extension/launch.ts';
import { until } from '../setup/until.ts';
import type { Result } from './result.ts';

const turns = { few: 20, many: 1000 };
/** Each step is done so often; the middle one counts. */
const rounds = 5;

/** What a step took of the page's main thread, ms. */
type Costs = Record<string, number>;

/** The side panel is closed: what it asks for is its own cost. Needs `npm run build:test`. */
export async function benchControls(): Promise<Result[]> {
  const server = await serve();
  const driven = await launch('chromium');
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await demand(driven, 'site.enable', { origin });
    const few = await costs(driven, `${origin}/${turns.few}`, turns.few);
    const many = await costs(driven, `${origin}/${turns.many}`, turns.many);
    return Object.entries(many).map(([name, value]) => {
      const baseline = few[name]!;
      return { name: `${turns.many} turns: ${name}`, value, unit: 'ms', baseline, ratio: value / baseline };
    });
  } finally {
    await driven.close();
    server.close();
  }
}

async function costs(driven: Driven, url: string, count: number): Promise<Costs> {
  const page = await driven.open(url);
  await until('the controls are there', async () => {
    const all = await answersOf(driven, url);
    return all.length === count / 2 && all.every(({ state }) => state === 'final') && all.some(({ controls }) => controls);
  });
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable');
  // The frames that are waited for cost something themselves.
  const idle = await middle(page, cdp, async () => {});
  const scroll = await middle(page, cdp, () => page.evaluate(() => document.scrollingElement!.scrollBy(0, -120)));
  const focus = () => inFrames(driven, url, 'page.focusNext');
  await focus();
  await until('the mark has the focus', () => page.evaluate(() => document.activeElement === document.documentElement.lastElementChild));
  const fold = await middle(page, cdp, async () => {
    await page.keyboard.press('Escape');
    await focus();
  });
  const act = await middle(page, cdp, () => page.keyboard.press('u'));
  await page.close();
  const above = (taken: number): number => Math.max(0, taken - idle);
  return { 'one scroll': above(scroll), 'fold and unfold': above(fold), 'one act until it is saved': above(act) };
}

/** The middle of what a step takes, with all that follows from it until the page has nothing to do any more. */
async function middle(page: Page, cdp: CDPSession, step: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await quiet(page);
    const before = await mainThread(cdp);
    await step();
    await quiet(page);
    taken.push((await mainThread(cdp)) - before);
  }
  return taken.toSorted((a, b) => a - b)[rounds >> 1]!;
}

/** Waits so many frames as a mark is followed after the last move, and for the news of it. */
const quiet = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let frames = 0;
        const next = (): unknown => (++frames < 60 ? requestAnimationFrame(next) : resolve(null));
        next();
      }),
  );

async function mainThread(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** `/1000` is a conversation of so many turns. */
function serve(): Promise<Server> {
  const server = createServer(({ url }, response) =>
    response.setHeader('content-type', 'text/html').end(conversation(Number(url?.slice(1)) || 0)),
  );
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function conversation(count: number): string {
  const message = (at: number): string => {
    const words = `<p>Turn ${at}: ${'some words of an ordinary answer '.repeat(12)}</p>`;
    return `<div class="message ${at % 2 ? 'assistant-message' : 'user-message'}">${at % 2 ? `${words.repeat(3)}<ul><li>One</li><li>Two</li></ul>` : words}</div>`;
  };
  const all = Array.from({ length: count }, (_, at) => message(at)).join('');
  return `<!doctype html><title>Help bot</title><main style="max-width: 40rem; margin: auto">${all}</main><textarea></textarea><script>scrollTo(0, 1e9)</script>`;
}
