/** What the controls of one frame show right now, and drawing it. Others change its fields and call `draw`. */
import { render } from 'preact';
import { Overlay } from '../../components/overlay/Overlay.tsx';
import type { OverlayCalls, OverlayState } from '../../components/overlay/state.ts';
import type { Review } from '../../lib/model/review.ts';
import type { Category } from '../../lib/model/rubric.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';
import type { Highlights } from '../../lib/overlay/highlights.ts';
import type { Picked } from '../../lib/overlay/picked.ts';
import type { Place } from '../../lib/overlay/place.ts';
import { isDark } from '../../lib/overlay/surroundings.ts';

type Said = NonNullable<OverlayState['items'][number]['said']>;
/** `byMouse`: the keyboard was in the page when it was opened, and goes back there. */
type EditorState = NonNullable<OverlayState['editor']> & { answerId: string; byMouse: boolean };

/** How long "Saved" and its undo are offered, ms: as long as the review waits before it leaves. */
const undoMs = 10_000;
/** Room for the button at a selection's end, px. */
const pickWidth = 104;

export class Board {
  /** Final and mounted, in document order. */
  answers: FoundAnswer[] = [];
  places = new Map<string, Place>();
  unfolded: string | null = null;
  pick: Picked | null = null;
  menu: OverlayState['menu'] = null;
  editor: EditorState | null = null;
  /** Set once, before the first drawing. */
  calls: OverlayCalls | null = null;
  private announcement = '';
  private readonly reviews = new Map<string, Review | null>();
  private readonly darkness = new Map<string, boolean>();
  private readonly said = new Map<string, Said>();

  constructor(
    private readonly window: Window,
    private readonly root: ShadowRoot,
    private readonly categories: Category[],
    private readonly highlights: Highlights,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => render(null, root));
  }

  draw(): void {
    if (this.signal.aborted || !this.calls) return;
    const { pick, menu, editor, categories, announcement } = this;
    const end = pick && {
      answerId: pick.answer.id,
      x: Math.min(pick.rect.x + pick.rect.width + 6, this.window.innerWidth - pickWidth),
      y: pick.rect.y + pick.rect.height + 4,
      dark: this.isDark(pick.answer),
    };
    render(<Overlay state={{ items: this.items(), pick: end, menu, editor, categories, announcement }} calls={this.calls} />, this.root);
  }

  answer(id: string): FoundAnswer | null {
    return this.answers.find((answer) => answer.id === id) ?? null;
  }

  review(id: string): Review | null {
    return this.reviews.get(id) ?? null;
  }

  put(id: string, review: Review | null): void {
    this.reviews.set(id, review);
    this.shine();
    this.draw();
  }

  /** Shows the flags of the mounted answers in their text. */
  shine(): void {
    this.highlights.show(
      this.answers.flatMap((answer) => {
        const review = this.review(answer.id);
        return review && review.status !== 'withdrawn' && review.flags.length > 0 ? [{ answer, flags: review.flags }] : [];
      }),
    );
  }

  /** Says what was done, or what went wrong, beside the answer; for a while. */
  say(id: string, words: string, { bad = false, undo = false } = {}): void {
    const said = { words, bad, undo };
    this.said.set(id, said);
    this.announcement = words;
    this.draw();
    setTimeout(() => {
      if (this.said.get(id) !== said) return;
      this.said.delete(id);
      this.announcement = '';
      this.draw();
    }, undoMs);
  }

  /** Whether an answer stands on a dark ground; asked once, for it costs a style for each ancestor. */
  isDark(answer: FoundAnswer): boolean {
    const dark = this.darkness.get(answer.id) ?? (answer.blocks[0] ? isDark(answer.blocks[0]) : false);
    this.darkness.set(answer.id, dark);
    return dark;
  }

  /** The site may have changed its theme since. */
  lookAgain(id: string): void {
    this.darkness.delete(id);
  }

  mark(id: string): HTMLElement | null {
    const items = [...this.root.querySelectorAll<HTMLElement>('.item')];
    return items.find((item) => item.dataset.id === id)?.querySelector('.mark') ?? null;
  }

  private items(): OverlayState['items'] {
    return this.answers.flatMap((answer, ordinal) => {
      const { id } = answer;
      const place = this.places.get(id);
      if (!place) return [];
      const { x, y, open } = place;
      const unfolded = this.unfolded === id;
      return [{ id, ordinal, x, y, open, dark: this.isDark(answer), review: this.review(id), unfolded, said: this.said.get(id) ?? null }];
    });
  }
}
