/** One mounted message over time: its words as they are now, since when they are quiet, whether it is finished. */
import { answerId } from '../capture/identity.ts';
import { holds } from '../capture/offsets.ts';
import { read } from '../capture/read.ts';
import type { Reading } from '../model/view.ts';
import type { AnswerState } from '../model/inspection.ts';
import { parentOf } from './shown.ts';
import type { Speech } from './thread.ts';

/** Quiet text for so long (ms) is finished: with the site's own mark or a toolbar, and without either. */
export const quiet = { marked: 1500, bare: 5000, stuck: 30_000 };

let serials = 0;

/** Text is read when somebody asks, at most once for each change. */
export class Tracked {
  readonly serial = ++serials;
  state: AnswerState = 'streaming';
  /** Time (ms) of the last change inside the message. */
  changed: number;
  /** Not yet settled once: it may be a finished answer that was mounted again. */
  fresh = true;
  #finalText: string | null = null;
  #reading: Reading | null = null;
  #stale = true;
  #blocks: Element[] | null = null;
  #id: { of: string; id: string } | null = null;

  constructor(
    public speech: Speech,
    now: number,
  ) {
    this.changed = now;
  }

  /** `node` changed. Around the words of a finished answer only its buttons do. */
  touch(node: Node, now: number): void {
    if (this.state === 'final' && !this.blocks.some((block) => holds(block, node) || holds(node, block))) return;
    this.changed = now;
    this.#stale = true;
    this.#blocks = null;
  }

  /** What holds the words, as of the last change. */
  get blocks(): Element[] {
    if (!this.#blocks?.every(({ isConnected }) => isConnected)) this.#blocks = this.speech.blocks();
    return this.#blocks;
  }

  reading(): Reading {
    if (this.#stale || !this.#reading) {
      this.#reading = read(this.blocks, this.speech.leaveOut);
      this.#stale = false;
    }
    return this.#reading;
  }

  get text(): string {
    return this.reading().text;
  }

  /** `answerId` of the text as it is now, after this prompt. */
  id(origin: string, prompt: string | null): string {
    const { messageId } = this.speech;
    const of = JSON.stringify([messageId, messageId === null ? prompt : null, this.text]);
    if (this.#id?.of !== of) this.#id = { of, id: answerId({ origin, messageId, prompt, text: this.text }) };
    return this.#id.id;
  }

  /** The id if somebody has asked for it and nothing has changed since. */
  get knownId(): string | null {
    return this.#stale ? null : (this.#id?.id ?? null);
  }

  /** The state at `now`, and when (ms from now) it may change by itself; null when only a change can change it. */
  settle(now: number): { state: AnswerState; again: number | null } {
    this.fresh = false;
    if (this.state === 'final') {
      if (!this.#stale || this.#finalText === null || this.text === this.#finalText) return { state: 'final', again: null };
      this.state = 'streaming';
    }
    // Nothing is finished sooner than this, whatever marks there are.
    if (this.changed + quiet.marked > now) return { state: 'streaming', again: this.changed + quiet.marked - now };
    const mark = this.speech.mark();
    const needed =
      mark === 'streaming' ? quiet.stuck : mark === 'finished' || hasToolbar(this.speech, this.blocks) ? quiet.marked : quiet.bare;
    const left = this.changed + needed - now;
    if (left > 0) return { state: 'streaming', again: mark === 'finished' ? left : Math.min(left, 500) };
    this.finish();
    return { state: 'final', again: null };
  }

  finish(): void {
    this.state = 'final';
    this.#finalText = this.text;
  }
}

/** Buttons that belong to a finished message: in it but not in its words, or right after it. */
function hasToolbar({ message }: Speech, words: readonly Element[]): boolean {
  const outside = [...message.querySelectorAll('button,[role=button]')].some(
    (button) => !button.closest('pre') && !words.some((block) => block.contains(button) && block !== message),
  );
  const next = message.nextElementSibling;
  return (
    outside ||
    (next !== null &&
      (next.textContent ?? '').length < 40 &&
      next.querySelector('button') !== null &&
      next.querySelector('textarea,input,[contenteditable]') === null)
  );
}

/** Elements between a change and the message around it. */
const levels = 40;

/** The message that a changed node stands in, or null. */
export function messageAround(node: Node, known: WeakMap<Element, Tracked>): Tracked | null {
  let at: Element | null = node.nodeType === 1 ? (node as Element) : parentOf(node);
  for (let up = 0; at && up < levels; up++, at = parentOf(at)) {
    const found = known.get(at);
    if (found) return found;
  }
  return null;
}
