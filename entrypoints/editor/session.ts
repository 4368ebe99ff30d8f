/** One opening of the editor: what it edits, and how what is typed becomes a change of the review. */
import { passageIn, type Place } from '../../components/editor/passage.ts';
import type { Problem } from '../../components/editor/saver.ts';
import { text } from '../../lib/i18n/text.ts';
import { when } from '../../lib/i18n/dates.ts';
import type { Calls } from '../../lib/messaging/protocol.ts';
import { emptyJudgement, type Other, type Review, type ReviewChange } from '../../lib/model/review.ts';
import { applyChange } from '../../lib/review/apply.ts';
import { fieldOf, standing } from '../../lib/review/meet.ts';
import { ask } from './ask.ts';
import { forget, keep, kept } from './unsaved.ts';

export type Begun = Calls['editor.begin']['reply'];

/** What is written in one field. */
export interface Subject {
  mode: 'answer' | 'passage' | 'note';
  value: string;
  /** What is saved; the value may be newer. */
  stored: string;
  original: string;
  notice: string | null;
  changeOf: (value: string) => Other['change'];
  /** What the field shows of a review; null where there is nothing any more that it could be about. */
  shown: (review: Review | null) => string | null;
}

/** What the field is about: the answer, a passage of it, or a note. A text that could not be saved last time comes back. */
export function subjectOf(begun: Begun): Subject {
  const subject = storedSubject(begun);
  const found = kept(keyOf(begun), isText);
  // What was saved after it, in another tab, is newer.
  if (!found || found.value === subject.value || Date.parse(begun.review?.updatedAt ?? '') > found.at)
    return { ...subject, stored: subject.value };
  return { ...subject, stored: subject.value, value: found.value, notice: text('editor.draft', { time: when(found.at) }) };
}

function storedSubject(begun: Begun): Omit<Subject, 'stored'> {
  const { answer, review, mode, flagId, span } = begun;
  const draftOf = (is: boolean): string | null =>
    is && review?.status === 'draft' ? text('editor.draft', { time: when(review.updatedAt) }) : null;
  if (mode !== 'correct') {
    const flag = review?.flags.find(({ id }) => id === flagId);
    const value = (flag ? flag.note : review?.note) ?? '';
    return {
      mode: 'note',
      value,
      original: '',
      notice: draftOf(value !== ''),
      changeOf: (note) => (flag ? { kind: 'flag', flag: { ...flag, note } } : { kind: 'note', note }),
      shown: (now) => {
        if (!flag) return now?.note ?? '';
        const known = now?.flags.find(({ id }) => id === flag.id);
        return known ? (known.note ?? '') : null;
      },
    };
  }
  const base = review?.correction?.markdown ?? answer.markdown;
  const place = span ? passageIn(base, span) : null;
  const shown = (now: Review | null): string => now?.correction?.markdown ?? answer.markdown;
  const changeOf = (markdown: string): Other['change'] => ({ kind: 'correct', markdown: markdown === answer.markdown ? null : markdown });
  if (!span || !place) {
    const lost = span ? text('editor.passageLost') : null;
    return {
      mode: 'answer',
      value: base,
      original: answer.markdown,
      notice: lost ?? draftOf(base !== answer.markdown),
      changeOf,
      shown,
    };
  }
  const first = passageIn(answer.markdown, span);
  const cut = (markdown: string, { start, end }: Place): string => markdown.slice(start, end);
  return {
    mode: 'passage',
    value: cut(base, place),
    original: first ? cut(answer.markdown, first) : cut(base, place),
    notice: null,
    changeOf: (words) => changeOf(base.slice(0, place.start) + words + base.slice(place.end)),
    shown,
  };
}

/** What another tab says of the field: what it has made of it since, or what waits to be chosen from. Null: nothing but what is here. */
export function otherOf({
  session,
  changeOf,
  shown,
}: {
  session: Pick<ReturnType<typeof createSession>, 'seen' | 'latest'>;
} & Pick<Subject, 'changeOf' | 'shown'>): { change: Other['change']; value: string | null; from?: Other['from'] } | null {
  const latest = session.latest();
  const field = fieldOf(changeOf(''));
  const theirs = shown(latest);
  if (theirs !== shown(session.seen())) {
    const change =
      theirs === null
        ? ({ kind: 'unflag', flagId: field.slice('flag:'.length) } as const)
        : standing(latest ?? emptyJudgement(), changeOf(theirs));
    return { change, value: theirs };
  }
  const other = latest?.others?.findLast(({ change }) => fieldOf(change) === field);
  return other && latest ? { ...other, value: shown({ ...latest, ...applyChange(latest, other.change) }) } : null;
}

/** Under which name a text is kept that could not be saved. */
export const keyOf = ({ answerId, mode, flagId, preferenceId, span }: Begun): string =>
  [mode, answerId, flagId ?? preferenceId ?? '', span ? `${span.position.start}-${span.position.end}` : ''].join(':');

export const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Sends changes of one answer's review; says in words what went wrong. `told` hears what the review has become, here or in another tab.
 */
export function createSession(begun: Begun, told: () => void = () => {}) {
  const { answer, answerId, review } = begun;
  const startedAt = new Date().toISOString();
  let stored = review !== null;
  /** The review that this field was last saved in: what is written here is written on that. */
  let seen = review;
  /** As it is stored now. */
  let latest = review;

  /** The answer travels only until it is stored; a draft that came to nothing takes it out again. */
  async function change(what: ReviewChange, final: boolean): Promise<Problem | null> {
    const timing = { shownAt: null, startedAt, activeMs: Date.now() - Date.parse(startedAt) };
    const request = { answerId, change: what, seen, final, timing };
    let reply = await ask('review.change', stored ? request : { ...request, answer });
    if (!reply.ok && reply.error.code === 'answer-missing') reply = await ask('review.change', { ...request, answer });
    if (!reply.ok) return { words: reply.error.message, gone: reply.error.code === 'unreachable' };
    seen = reply.value.review;
    latest = seen;
    stored = seen !== null;
    told();
    return null;
  }

  return {
    change,
    seen: () => seen,
    latest: () => latest,
    /** Reads what another tab has made of it. */
    async reread(): Promise<void> {
      const reply = await ask('reviews.find', { origin: answer.origin, answers: [{ id: answerId, messageId: answer.message.id }] });
      if (!reply.ok) return;
      latest = reply.value.reviews[answerId] ?? null;
      stored = latest !== null;
      told();
    },
    /** The person has both before their eyes, and says which counts; what is said otherwise on that field goes. */
    async choose(what: Other['change']): Promise<Problem | null> {
      seen = latest;
      return (await change(what, false)) ?? (await change({ kind: 'settle', field: fieldOf(what) }, false));
    },
    /** As `change`; what cannot be saved because we were updated is kept here for the next opening. */
    async draft(what: ReviewChange, value: unknown): Promise<Problem | null> {
      const problem = await change(what, false);
      if (!problem) forget(keyOf(begun));
      if (!problem?.gone) return problem;
      return keep(keyOf(begun), value) ? { words: text('editor.gone'), gone: true } : { words: text('editor.goneUnsaved'), gone: true };
    },
  };
}
