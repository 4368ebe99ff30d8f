/** Everything that a reviewer has on the desk: a browser with the extension, chat pages, and an endpoint that takes reviews. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InspectedAnswer } from '../../lib/model/inspection.ts';
import type { Review } from '../../lib/model/review.ts';
import type { DestinationStatus, SyncStatus } from '../../lib/model/sync.ts';
import { uis, type ChatUi } from '../chat-uis/uis.ts';
import { serveChat, type Served } from '../demo/server.ts';
import { endpointDraft } from '../endpoint/draft.ts';
import { serveEndpoint, type Endpoint } from '../endpoint/endpoint.ts';
import { until } from '../setup/until.ts';
import { answersOf, demand, records } from './ask.ts';
import type { Reviewed } from './controls.ts';
import { launch, type Driven, type Kind, type LaunchOptions } from './launch.ts';

export interface Desk extends AsyncDisposable {
  driven: Driven;
  chat: Served;
  endpoint: Endpoint;
  /** Removed at the end: for profiles, downloads and what the endpoint stores. */
  folder: string;
  /** The endpoint among the destinations. */
  destinationId: string;
}

/** A page of one chat UI. `frame` is where its conversation stands. */
export interface ChatPage extends Reviewed {
  ui: ChatUi;
  url: string;
}

export interface SetUpOptions extends LaunchOptions {
  /** False: the person has not yet seen the first payload, so nothing may leave. */
  approved?: boolean;
  /** Where the endpoint stores what it gets; a file that is removed at the end if absent. */
  endpointFile?: string;
}

export const token = 'a-token-for-tests';

/** Starts all three; review is on for the chat pages, and reviews go to the endpoint, whose first payload was let go. */
export async function setUp(kind: Kind, { approved = true, endpointFile, ...options }: SetUpOptions = {}): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-desk-'));
  const [chat, endpoint] = await Promise.all([serveChat(), serveEndpoint({ file: endpointFile ?? join(folder, 'endpoint.jsonl'), token })]);
  const driven = await launch(kind, { profile: join(folder, 'profile'), ...options });
  await demand(driven, 'site.enable', { origin: chat.origin });
  const { id } = await demand(driven, 'sync.configure', { destination: endpointDraft(endpoint.url, token) });
  if (approved) await demand(driven, 'sync.approve', { destinationId: id });
  const desk: Desk = {
    driven,
    chat,
    endpoint,
    folder,
    destinationId: id,
    async [Symbol.asyncDispose]() {
      // The one that runs now: a test may have killed the first.
      await desk.driven.close();
      await Promise.all([chat.close(), endpoint.close()]);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return desk;
}

/** Opens a chat page. `query` as the pages take it: `delay=0&stream=3000`, `csp`, `dark`. */
export async function openChat({ driven, chat }: Pick<Desk, 'driven' | 'chat'>, id: string, query = ''): Promise<ChatPage> {
  const ui = uis.find((candidate) => candidate.id === id);
  if (!ui) throw new Error(`There is no chat page ${id}`);
  const url = `${chat.origin}/${id}/${query && `?${query}`}`;
  const page = await driven.open(url);
  const frame = ui.framed ? await until('the frame is there', () => page.mainFrame().childFrames()[0]) : page.mainFrame();
  return { ui, kind: driven.kind, page, frame, url, answers: () => answersOf(driven, url) };
}

/** Waits until that many answers are final and their controls stand beside them. */
export function allFinal(chat: ChatPage, count: number): Promise<InspectedAnswer[]> {
  return until(`${count} answers of ${chat.ui.id} are final`, async () => {
    const answers = await chat.answers();
    if (answers.length >= count && answers.every(({ state }) => state === 'final')) return answers;
    throw new Error(JSON.stringify(answers.map(({ state, text }) => [state, text.slice(-60)])));
  });
}

/** The one destination that is set. */
export function firstOf({ status: { destinations } }: { status: SyncStatus }): DestinationStatus {
  const [first] = destinations;
  if (!first) throw new Error('no destination is set');
  return first;
}

/** Sends what waits, as "Sync now" does, until nothing waits any more. The undo time of a fresh review passes first. */
export async function drained({ driven }: Pick<Desk, 'driven'>): Promise<void> {
  await until('nothing waits any more', async () => firstOf(await demand(driven, 'sync.now', {})).waiting === 0, 60_000);
}

/** Opens the chat as nobody has reviewed it yet, with its controls; `id` is the first answer's. */
export async function openUnreviewed(desk: Desk): Promise<{ chat: ChatPage; id: string }> {
  for (const { answerId } of await records<Review>(desk.driven, 'reviews'))
    await demand(desk.driven, 'review.change', { answerId, change: { kind: 'withdraw' }, final: true });
  const chat = await openChat(desk, 'assistant-ui');
  const [first] = await allFinal(chat, 2);
  await until('the controls are there', async () => (await chat.answers()).every(({ controls }) => controls));
  return { chat, id: first!.id };
}
