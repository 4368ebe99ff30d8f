/** What stands beside the answers of one frame right now, and drawing it. Others change its fields and call `draw`. */
import { createOverlay } from '../../components/overlay/overlay.ts';
import type { OverlayCalls, OverlayState } from '../../components/overlay/state.ts';
import type { Terms } from '../../lib/model/controls.ts';
import type { Review } from '../../lib/model/review.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';
import { mustReview } from '../../lib/oversight/required.ts';
import type { Place } from '../../lib/overlay/place.ts';
import { isDark, parentOf } from '../../lib/overlay/surroundings.ts';

type Said = NonNullable<OverlayState['items'][number]['said']>;

/** How long "Saved" and its undo are offered, ms: as long as the review waits before it leaves. */
export const undoMs = 10_000;
/** Of a sign so many units are shown; the popup has all of it. */
const longestSign = 120;

export class Board {
  /** Final and mounted, in document order. */
  answers: FoundAnswer[] = [];
  places = new Map<string, Place>();
  unfolded: string | null = null;
  /** Nothing but what was said is shown any more. */
  isLeaving = false;
  /** Set once, before the first drawing. */
  calls: OverlayCalls | null = null;
  #overlay: ReturnType<typeof createOverlay> | null = null;
  #announcement = '';
  /** The open answer whose mark lost its place and with it the keyboard, as it does for some frames while things move: it gets it back. */
  #missed: string | null = null;
  readonly #darkness = new Map<string, boolean>();
  readonly #requirements = new Map<string, boolean>();
  /** The policy that they are of. */
  #requiredBy: Terms['policy'] | null = null;
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #undoing = new Map<string, () => void>();
  readonly #said = new Map<string, Said>();

  constructor(
    readonly root: ShadowRoot,
    private readonly terms: Terms,
    readonly review: (answerId: string) => Review | null,
    private readonly signal: AbortSignal,
  ) {
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener(
      'change',
      () => {
        this.#darkness.clear();
        this.draw();
      },
      { signal },
    );
  }

  draw(): void {
    const { calls, terms, root } = this;
    if (this.signal.aborted || !calls) return;
    this.#overlay ??= createOverlay(root, calls);
    const had = root.activeElement;
    this.#overlay({ items: this.#items(), announcement: this.#announcement, locked: terms.locked, keys: terms.keys });
    this.#missed = (had && !root.activeElement) || this.#missed === this.unfolded ? this.unfolded : null;
    const back = this.#missed && document.activeElement === document.body && this.mark(this.#missed);
    if (!back) return;
    this.#missed = null;
    back.focus({ preventScroll: true });
  }

  answer(id: string): FoundAnswer | null {
    return this.answers.find((answer) => answer.id === id) ?? null;
  }

  /** Says what was done, or what went wrong, beside the answer; for a while, or until something else is said. */
  say(id: string, words: string, { bad = false, stays = false, undo }: { bad?: boolean; stays?: boolean; undo?: () => void } = {}): void {
    const said = { words, bad, undo: undo !== undefined };
    if (undo) this.#undoing.set(id, undo);
    else this.#undoing.delete(id);
    this.#said.set(id, said);
    this.announce(words);
    if (stays) return;
    setTimeout(() => {
      if (this.#said.get(id) !== said) return;
      this.#said.delete(id);
      this.#undoing.delete(id);
      this.announce('');
    }, undoMs);
  }

  /** Follows the answer of an act, whose id changes while it grows, and says what the act waits for. `at`: its id by now. */
  follow(id: string, words: string): { at: string; see: (now: FoundAnswer) => void } {
    const following = {
      at: id,
      see: (now: FoundAnswer) => {
        if (now.id !== following.at) this.#said.delete(following.at);
        following.at = now.id;
        const isSaid = this.#said.get(now.id)?.words === words;
        if (now.state === 'final' && isSaid) this.#said.delete(now.id);
        else if (now.state !== 'final' && !isSaid) this.say(now.id, words, { stays: true });
      },
    };
    return following;
  }

  /** Acts on one answer follow each other: what the second one takes back or toggles is what the first one has made. */
  inTurn<T>(id: string, act: () => T | Promise<T>): Promise<T> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(act);
    this.#turns.set(
      id,
      turn.catch(() => null),
    );
    return turn;
  }

  /** Takes back what was said last about an answer, once; false: nothing is offered any more. */
  undo(id: string): boolean {
    const undo = this.#undoing.get(id);
    this.#undoing.delete(id);
    undo?.();
    return undo !== undefined;
  }

  /** Read out by screen readers. */
  announce(words: string): void {
    // The same words once more are no news to a screen reader.
    this.#announcement = words && words === this.#announcement ? `${words}\u00a0` : words;
    this.draw();
  }

  /** Whether an answer stands on a dark ground; asked once, for it costs a style for each ancestor. */
  isDark(answer: FoundAnswer): boolean {
    const { id, blocks, element } = answer;
    // Only in its corner a mark stands on the answer's own ground, which may be a bubble; else on what is around it.
    const ground = this.places.get(id)?.spot === 'corner' ? blocks[0] : (parentOf(element) ?? blocks[0]);
    const dark = this.#darkness.get(id) ?? (ground ? isDark(ground) : false);
    this.#darkness.set(id, dark);
    return dark;
  }

  /** Whether a rule asks for a review; asked once a policy, for it reads the whole text. */
  #isRequired({ id, text }: FoundAnswer): boolean {
    const { policy } = this.terms;
    if (policy !== this.#requiredBy) this.#requirements.clear();
    this.#requiredBy = policy;
    const required = this.#requirements.get(id) ?? mustReview(policy, { host: location.hostname, text }) !== null;
    this.#requirements.set(id, required);
    return required;
  }

  /** The site may have changed its theme since. */
  lookAgain(id: string): void {
    this.#darkness.delete(id);
  }

  mark(id: string): HTMLElement | null {
    return this.#item(id)?.querySelector('.mark') ?? null;
  }

  /** A button of the open rail. */
  button(id: string, act: string): HTMLElement | null {
    return this.#item(id)?.querySelector(`[data-act=${act}]`) ?? null;
  }

  #item(id: string): HTMLElement | undefined {
    return [...this.root.querySelectorAll<HTMLElement>('.item')].find((item) => item.dataset.id === id);
  }

  #items(): OverlayState['items'] {
    return this.answers.flatMap((answer, ordinal) => {
      const { id } = answer;
      const place = this.places.get(id);
      if (!place || (this.isLeaving && !this.#said.has(id))) return [];
      const unfolded = this.unfolded === id;
      const signs = answer.evidence.map(({ snippet }) => snippet.slice(0, longestSign));
      const said = this.#said.get(id) ?? null;
      const review = this.review(id);
      const dark = this.isDark(answer);
      const required = review?.status !== 'final' && this.#isRequired(answer);
      return [{ ...place, id, ordinal, dark, review, required, signs, unfolded, said }];
    });
  }
}
