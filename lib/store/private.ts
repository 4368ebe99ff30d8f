/** Reviews of private windows: kept in memory alone, as long as one is open. The same acts, and nothing else of the store: no list, record, index or outbox. */
import type { Answer } from '../model/answer.ts';
import type { Preference } from '../model/preference.ts';
import { Refusal } from '../model/result.ts';
import type { Review } from '../model/review.ts';
import { alike } from './alike.ts';
import { sameEnough } from './answers.ts';
import { nextOf, type Changed, type ChangeRequest } from './next.ts';
import { bare } from './passages.ts';
import type { PreferenceRequest } from './preferences.ts';
import { keepPrivate, privatePrefix, type PrivateArea } from './privateArea.ts';
import { comparePrivate, findPrivate } from './privatePairs.ts';

export interface PrivateStore {
  /** As `changeReview`. Refusals: `answer-missing`, `revision-unknown`, `private-full`, those of `obey`. */
  change(request: ChangeRequest): Promise<Changed>;
  /** As `findReviews`. */
  find(origin: string, sightings: { id: string }[]): Promise<Record<string, Review>>;
  /** As `passagesAt`. */
  passages(origin: string, url: string): Promise<string[]>;
  /** As `changePreference`. Refusal beside its own: `private-full`. */
  compare(request: PreferenceRequest): Promise<Preference>;
  /** As `findPreferences`. */
  preferences(answerIds: string[]): Promise<Preference[]>;
  /** Forgets everything, and whatever else is kept under `privatePrefix`. */
  clear(): Promise<void>;
}

const prefix = `${privatePrefix}review:`;

interface Row {
  answer: Answer;
  /** Oldest first, from 1 on. */
  revisions: Review[];
  draft: Review | null;
}

export function openPrivate(area: PrivateArea): PrivateStore {
  // One act at a time: each reads what the one before wrote.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  }

  async function rows(): Promise<Row[]> {
    return Object.entries(await area.all()).flatMap(([key, row]) => (key.startsWith(prefix) ? [row as Row] : []));
  }

  async function change(request: ChangeRequest): Promise<Changed> {
    const row = placed(await rows(), request);
    if (!row) {
      if (request.change.kind === 'finish') return { answerId: request.answerId, review: null };
      throw new Refusal('answer-missing');
    }
    const { answer, draft, revisions } = row;
    const newest = revisions.at(-1) ?? null;
    const earlier = earlierOf(request, revisions);
    const { review } = nextOf(request, { answer, draft, newest, highest: revisions.length, earlier });
    const key = prefix + answer.id;
    if (!review && !newest) await area.remove(key);
    else {
      const next: Row = !review
        ? { ...row, draft: null }
        : request.final
          ? { answer, revisions: [...revisions, review], draft: null }
          : { ...row, draft: review };
      await keepPrivate(area, key, next);
    }
    return { answerId: answer.id, review: review ?? newest };
  }

  return {
    change: (request) => inTurn(() => change(request)),
    find: (origin, sightings) =>
      inTurn(async () => {
        const own = (await rows()).filter(({ answer }) => answer.origin === origin);
        return Object.fromEntries(
          sightings.flatMap(({ id }) => {
            const row = own.find(({ answer }) => answer.id === id || answer.aliases.includes(id));
            const review = row?.draft ?? row?.revisions.at(-1);
            return review ? [[id, review]] : [];
          }),
        );
      }),
    passages: (origin, url) =>
      inTurn(async () =>
        (await rows()).flatMap(({ answer, draft, revisions }) => {
          const shown = answer.site === 'page' && answer.detectedBy.kind === 'selection' && answer.origin === origin;
          const said = draft ?? revisions.at(-1);
          return shown && bare(answer.url) === bare(url) && said?.status !== 'withdrawn' ? [answer.text] : [];
        }),
      ),
    compare: (request) =>
      inTurn(async () =>
        comparePrivate(
          area,
          request,
          (await rows()).map(({ answer }) => answer),
        ),
      ),
    preferences: (answerIds) => inTurn(() => findPrivate(area, answerIds)),
    clear: () =>
      inTurn(async () => {
        for (const key of Object.keys(await area.all())) if (key.startsWith(privatePrefix)) await area.remove(key);
      }),
  };
}

/** The row of the answer that an act is about, a fresh one where it is new; null: unknown, and none was given. */
function placed(rows: Row[], { answerId, answer }: ChangeRequest): Row | null {
  const known = rows.find((row) => row.answer.id === answerId || row.answer.aliases.includes(answerId));
  if (known || !answer) return known ?? null;
  const twin = rows.find(
    (row) =>
      row.answer.origin === answer.origin &&
      answer.message.id !== null &&
      row.answer.message.id === answer.message.id &&
      alike(row.answer.text, answer.text) >= sameEnough,
  );
  if (!twin) return { answer, revisions: [], draft: null };
  return { ...twin, answer: { ...twin.answer, aliases: [...twin.answer.aliases, answer.id] } };
}

function earlierOf({ change }: ChangeRequest, revisions: Review[]): Review | null {
  if (change.kind !== 'undo' || change.toRevision === 0) return null;
  const earlier = revisions[change.toRevision - 1];
  if (!earlier) throw new Refusal('revision-unknown', { revision: change.toRevision });
  return earlier;
}
