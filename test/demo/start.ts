/**
 * `npm start`: the main job, ready to try. With a display it opens a browser that has the extension, a chat page and an
 * endpoint; without one it does the whole job by itself and says each step. `npm start -- URL` opens that site instead.
 */
import { endpointDraft } from '../endpoint/draft.ts';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { browserPath } from '../setup/browsers.ts';
import { builds, runTool } from '../setup/tool.ts';
import { serveEndpoint } from '../endpoint/endpoint.ts';
import { demand } from '../extension/ask.ts';
import { setUp } from '../extension/desk.ts';
import { launch } from '../extension/launch.ts';
import { doTheJob } from './flow.ts';
import { serveChat } from './server.ts';

const root = join(import.meta.dirname, '../..');
const output = join(root, 'demo-output');
const site = process.argv[2] ?? null;
const display =
  process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

try {
  if (site && !URL.canParse(site)) throw new Error(`"${site}" is no address. Write it whole: npm start -- https://chatgpt.com`);
  if (site && !display)
    throw new Error(
      'There is no display here, so there is nobody who could use that site. "npm start" alone does the whole job by itself.',
    );
  prepare();
  await (display ? openForAPerson() : doItAlone());
} catch (error) {
  console.error(`\nIt did not work: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

/** The build for tests: it needs no permission dialog for the pages on this computer. */
function prepare(): void {
  for (const name of ['test build for Chromium', 'chat pages'] as const) {
    const build = builds[name];
    if (!build) continue;
    console.log(`Making the ${name} …`);
    const { worked, said } = runTool(build.tool, build.args, build.env);
    if (!worked) throw new Error(`the ${name} failed.\n${said}`);
  }
  console.log(`Chromium: ${browserPath('chromium')}`);
}

async function openForAPerson(): Promise<void> {
  const folder = join(root, '.output/demo');
  await mkdir(folder, { recursive: true });
  const [chat, endpoint] = await Promise.all([serveChat(), serveEndpoint({ file: join(folder, 'reviews.jsonl') })]);
  const driven = await launch('chromium', { profile: join(folder, 'profile'), headed: true });
  await demand(driven, 'site.enable', { origin: site ? new URL(site).origin : chat.origin });
  await demand(driven, 'sync.configure', { destination: endpointDraft(endpoint.url) });
  const page = await driven.open(site ?? `${chat.origin}/assistant-ui/`);
  await page.bringToFront();
  console.log(`
Bluepencil runs in the browser that has just opened, in a profile of its own.
  The page      ${site ?? `${chat.origin}/assistant-ui/ (a real chat UI with a scripted model: ask it anything)`}
  The endpoint  ${endpoint.url}, which writes to ${endpoint.file}
Move the mouse over an answer: the blue pencil beside it is yours. Close the browser to end.`);
  await new Promise((resolve) => driven.browser.once('disconnected', resolve));
  await Promise.all([chat.close(), endpoint.close()]);
}

async function doItAlone(): Promise<void> {
  console.log('There is no display: the whole job is done headless, step by step.\n');
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  let step = 0;
  const teller = {
    say: (words: string) => console.log(`${String(++step).padStart(2)}. ${words}`),
    picture: async (name: string, page: { screenshot(options: { path: `${string}.png` }): Promise<unknown> }) => {
      await page.screenshot({ path: `${join(output, name)}.png` });
    },
  };
  await using desk = await setUp('chromium', { approved: false, endpointFile: join(output, 'endpoint.jsonl') });
  const stored = await doTheJob(desk, output, teller);
  console.log(
    `\nDone: ${stored.length} events at the endpoint. Screenshots, exported files and what the endpoint stored are in demo-output/.`,
  );
}
