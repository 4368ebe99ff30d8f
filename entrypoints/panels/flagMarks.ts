/** Flagged passages: shown in the text, numbered, and what is said about them while they are pointed at. */
import type { FlagNumber, Peek } from '../../components/panels/state.ts';
import type { Flag } from '../../lib/model/review.ts';
import { createHighlights, type FlagRef } from '../../lib/overlay/highlights.ts';
import type { Board } from '../controls/board.ts';

export interface FlagMarks {
  /** The answers or their flags have changed. */
  show(): void;
  /** What stands where now. */
  numbers(): FlagNumber[];
  peeked(): Peek | null;
  /** Shows what is said about one flag; null: about none. */
  peek(flag: FlagRef | null): void;
  /** Flags of an answer whose passage is not in its text any more. */
  orphaned(answerId: string): string[];
}

/** A pointer that rests so long, ms, points at something. */
const restMs = 120;
/** The box of a number, px; what is seen of it is smaller. */
const size = 24;

interface FlagMarkOptions {
  window: Window & typeof globalThis;
  /** Ours in the page: what points at it points at no text. */
  host: Element;
  board: Board;
  draw: () => void;
  signal: AbortSignal;
}

export function createFlagMarks({ window, host, board, draw, signal }: FlagMarkOptions): FlagMarks {
  const highlights = createHighlights(window, signal);
  let peeked: FlagRef | null = null;
  let frame = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const any = (): boolean => board.answers.some(({ id }) => spans(id).length > 0);

  const moved = (): void => {
    if (any()) frame ||= window.requestAnimationFrame(() => ((frame = 0), draw()));
  };
  for (const name of ['scroll', 'resize'] as const) window.addEventListener(name, moved, { capture: true, passive: true, signal });
  window.addEventListener('pointermove', ({ target, clientX, clientY }) => rest(target, clientX, clientY), { passive: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(resting);
    window.cancelAnimationFrame(frame);
  });

  function flags(answerId: string): Flag[] {
    const review = board.review(answerId);
    return review && review.status !== 'withdrawn' ? review.flags : [];
  }
  const spans = (answerId: string): Flag[] => flags(answerId).filter(({ span }) => span);

  /** On our own card the pointer may do what it likes. */
  function rest(target: EventTarget | null, x: number, y: number): void {
    clearTimeout(resting);
    if (target === host || !any()) return;
    resting = setTimeout(() => peek(highlights.flagsAt(x, y)[0] ?? null), restMs);
  }

  function peek(flag: FlagRef | null): void {
    if (peeked?.flagId === flag?.flagId && peeked?.answerId === flag?.answerId) return;
    peeked = flag;
    highlights.light(flag);
    draw();
  }

  return {
    show() {
      highlights.show(
        board.answers.flatMap((answer) => {
          const own = flags(answer.id);
          return own.length > 0 ? [{ answer, flags: own }] : [];
        }),
      );
    },
    numbers() {
      if (!any()) return [];
      return highlights.marks().flatMap(({ rect, isRtl, ...mark }) => {
        const answer = board.answer(mark.answerId);
        const flag = flags(mark.answerId).find(({ id }) => id === mark.flagId);
        if (!answer || !flag) return [];
        const x = Math.round(rect.x + (isRtl ? -1 : 1) * 5 - size / 2);
        const y = Math.round(rect.y - size / 2);
        return [{ ...mark, category: flag.category, x, y, dark: board.isDark(answer) }];
      });
    },
    peeked() {
      const flag = peeked && flags(peeked.answerId).find(({ id }) => id === peeked?.flagId);
      const review = peeked && board.review(peeked.answerId);
      const answer = peeked && board.answer(peeked.answerId);
      if (!peeked || !flag || !review || !answer) return null;
      const ref = peeked;
      const anchor = () =>
        highlights.marks().find(({ answerId, flagId }) => answerId === ref.answerId && flagId === ref.flagId)?.rect ?? null;
      return { answerId: ref.answerId, flag, review, anchor, dark: board.isDark(answer) };
    },
    peek,
    orphaned: (answerId) => highlights.orphaned().flatMap((one) => (one.answerId === answerId ? [one.flagId] : [])),
  };
}
