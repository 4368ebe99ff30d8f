/** What the panel knows of the page: its answers, their reviews, and the terms that they are judged by. */
import { batch, signal } from '@preact/signals';
import { keyOf, type Filter, type PanelAnswer, type Progress, type Toast, type Writing } from '../../components/sidepanel/state.ts';
import { text } from '../../lib/i18n/text.ts';
import { inspectTab } from '../../lib/messaging/inspect.ts';
import type { Terms } from '../../lib/model/controls.ts';
import type { Review } from '../../lib/model/review.ts';
import { mustReview } from '../../lib/oversight/required.ts';
import { browser } from '../../lib/platform/browser.ts';
import type { Store } from '../../lib/store/open.ts';
import { explain } from '../background/explain.ts';
import { privateSource, storedSource, type Source } from './source.ts';

export const answers = signal<PanelAnswer[] | 'off' | null>(null);
export const terms = signal<Terms | null>(null);
export const filter = signal<Filter>('all');
export const open = signal<string | null>(null);
export const writing = signal<Writing | null>(null);
export const progress = signal<Progress | null>(null);
export const toast = signal<Toast | null>(null);
/** Tags in use, and how often. */
export const tags = signal<Record<string, number>>({});
/** How much colleagues ask of this person, or answered. */
export const waits = signal(0);
export const problem = signal<string | null>(null);

const pinned = Number(new URLSearchParams(location.search).get('tab')) || null;
/** False where `?tab=<id>` keeps the panel to one tab. */
export const followsTabs = pinned === null;
/** The tab that the panel is about; undefined where a window has none. */
export const tabId = async (): Promise<number | undefined> => pinned ?? (await inFront())?.id;

const inFront = async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0];

/** The tab is one of a private window: then its reviews are kept apart. */
export const isPrivate = signal(false);
const looksPrivate = async (): Promise<boolean> => (pinned === null ? await inFront() : await browser.tabs.get(pinned))?.incognito ?? false;

/** What the answers of a frame were asked under. */
const origins = new Map<number, string>();

/** What a page shows of a review: one that was withdrawn says nothing any more. */
const shownOf = (review: Review | null | undefined): Review | null => (review && review.status !== 'withdrawn' ? review : null);

/** True where two readings of a review say the same; a draft keeps its revision while it is written. */
const isSame = (one: Review | null, other: Review | null): boolean =>
  one?.revision === other?.revision && one?.status === other?.status && one?.updatedAt === other?.updatedAt;

/** Asks the page and the store again. */
export function createRefresh(store: Store): { look: () => Promise<void>; reread: () => Promise<void> } {
  const stored = storedSource(store);
  const source = (): Source => (isPrivate.value ? privateSource : stored);

  async function look(): Promise<void> {
    const id = await tabId();
    isPrivate.value = await looksPrivate();
    const from = source();
    const [frames, asked, counted, waiting] = await Promise.all([
      id === undefined ? [] : inspectTab(id),
      from.terms(),
      from.tags(),
      from.waits(),
    ]);
    origins.clear();
    const shown = await Promise.all(
      frames.map(async ({ frameId, page }) => {
        const { origin, hostname } = new URL(page.url);
        origins.set(frameId, origin);
        const reviews = await from.find(origin, page.answers);
        return page.answers.map((answer): PanelAnswer => {
          const required = mustReview(asked.policy, { host: hostname, text: answer.text });
          return { frameId, answer, review: shownOf(reviews[answer.id]), required };
        });
      }),
    );
    if ((await tabId()) !== id) return;
    batch(() => {
      terms.value = asked;
      tags.value = counted;
      waits.value = waiting;
      answers.value = frames.length === 0 ? 'off' : shown.flat();
      problem.value = null;
    });
  }

  /** What is stored alone: the page has not changed. */
  async function reread(): Promise<void> {
    await Promise.all([
      rereadReviews(),
      source()
        .waits()
        .then((count) => (waits.value = count)),
    ]);
  }

  async function rereadReviews(): Promise<void> {
    const before = answers.value;
    if (!Array.isArray(before)) return;
    const found = new Map(
      await Promise.all(
        [...origins].map(async ([frameId, origin]) => {
          const sightings = before.filter((one) => one.frameId === frameId).map(({ answer: { id } }) => ({ id }));
          return [frameId, await source().find(origin, sightings)] as const;
        }),
      ),
    );
    tags.value = await source().tags();
    const now = answers.value;
    if (!Array.isArray(now)) return;
    answers.value = now.map((one) => {
      const reviews = before.some((known) => keyOf(known) === keyOf(one)) ? found.get(one.frameId) : undefined;
      const review = reviews ? shownOf(reviews[one.answer.id]) : one.review;
      return isSame(review, one.review) ? one : { ...one, review };
    });
  }
  return { look: oneAtATime(look), reread: oneAtATime(reread) };
}

/** Shows what the background has just said about an answer. */
export function putReview(key: string, review: Review | null): void {
  if (!Array.isArray(answers.value)) return;
  answers.value = answers.value.map((one) => (keyOf(one) === key ? { ...one, review: shownOf(review) } : one));
}

/** What is shown of an answer's review; null: none. */
export function reviewOf(key: string): Review | null {
  return (Array.isArray(answers.value) && answers.value.find((one) => keyOf(one) === key)?.review) || null;
}

/** Runs at once, or once more after what runs: a page that changes fast is asked as often as it can answer, and the last change counts. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        problem.value = explain(error).message;
      }
    } while (again);
    running = null;
  }
  return () => {
    if (running) again = true;
    return (running ??= run());
  };
}

/** Says that an answer is not in the page, or what else a frame refused. */
export const refusal = ({ code, message }: { code: string; message: string }): string =>
  code === 'gone' ? text('panel.notShown') : message;
