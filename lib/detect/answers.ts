/** One mounted message over time: its words as they are now, since when they are quiet, whether it is finished. */
import { answerId, type IdentityParts } from '../capture/identity.ts';
import { holds } from '../capture/offsets.ts';
import { read } from '../capture/read.ts';
import type { Reading } from '../model/view.ts';
import type { AnswerState } from '../model/inspection.ts';
import { positionOf } from './beginning.ts';
import type { Chat } from './chats.ts';
import type { MountedTurn, SeenTurn } from './turns.ts';
import { parentOf } from './shown.ts';
import type { Speech } from './thread.ts';

/** Quiet text for so long (ms) is finished: with the site's own mark, a toolbar or in a history; and without any of them. */
export const quiet = { marked: 1500, bare: 5000, stuck: 30_000 };

let serials = 0;

/** Text is read when somebody asks, at most once for each change. */
export class Tracked {
  readonly serial = ++serials;
  state: AnswerState = 'streaming';
  /** Time (ms) of the last change inside the message. */
  changed: number;
  /** Mounted, or filled with other words, since it was last settled: it may be a finished answer that is back. */
  fresh = true;
  /** What the conversation remembers of it, and which conversation that is; set at each look. */
  turn: SeenTurn | null = null;
  chat: Chat | null = null;
  /** How often it was finished. */
  version = 0;
  #finalText: string | null = null;
  #reading: Reading | null = null;
  #stale = true;
  /** Unchanged since it was mounted. */
  #still = true;
  #blocks: Element[] | null = null;
  #id: { parts: IdentityParts; id: string } | null = null;

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
    this.#still = false;
    this.#stale = true;
    this.#blocks = null;
  }

  /** It is no longer mounted. What never changed while it was there was all of it: a stream does not pause from one look to the next. */
  left(): void {
    if (this.#still && this.turn && this.turn.text !== null) this.turn.whole = true;
  }

  /** Is what was found at its element still the same message? One that is taken for another has another id and other words. */
  is(speech: Speech): boolean {
    const { messageId, role } = this.speech;
    if (role !== speech.role) return false;
    if (messageId === null || speech.messageId === null || messageId === speech.messageId) return true;
    return this.#reading !== null && read(speech.blocks(), speech.leaveOut).text === this.#reading.text;
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

  /**
   * The turn as it stands. `ends`: it is the last one, which may still grow. A text is read here only if it stands still
   * and there are `few`: only where few are mounted will one be gone before it is finished.
   */
  mounted(ends: boolean, few: boolean): MountedTurn {
    const finished = this.state === 'final' && this.text === this.#finalText;
    const whole = this.speech.role === 'user' || finished || (!ends && this.#finalText === null);
    return {
      role: this.speech.role,
      id: this.speech.messageId,
      text: (whole && !this.#stale) || finished || (few && (whole || this.#still)) ? this.text : null,
      whole,
      position: few ? positionOf(this.speech.message) : null,
      was: this.turn,
    };
  }

  /** `answerId` of the text as it is now, after this prompt. */
  id(origin: string, prompt: string | null): string {
    const { messageId } = this.speech;
    const parts = { origin, messageId, prompt: messageId === null ? prompt : null, text: this.text };
    const known = this.#id?.parts;
    if (known?.text !== parts.text || known.messageId !== messageId || known.prompt !== parts.prompt)
      this.#id = { parts, id: answerId(parts) };
    return this.#id!.id;
  }

  /** The id if somebody has asked for it and nothing has changed since. */
  get knownId(): string | null {
    return this.#stale ? null : (this.#id?.id ?? null);
  }

  /** A finished answer with other words than it finished with is not finished. Returns true if it was and is not. */
  reopen(): boolean {
    if (this.state !== 'final' || this.text === this.#finalText) return false;
    this.state = 'streaming';
    this.fresh = true;
    return true;
  }

  /**
   * The state at `now`, and when (ms from now) it may change by itself; null when only a change can change it. `answered`:
   * the next prompt stands after it. What was so when it was mounted, and has not changed since, is history.
   */
  settle(now: number, answered: boolean): { state: AnswerState; again: number | null } {
    this.fresh = false;
    if (this.state === 'final') return { state: 'final', again: null };
    // Nothing is finished sooner than this, whatever marks there are.
    if (this.changed + quiet.marked > now) return { state: 'streaming', again: this.changed + quiet.marked - now };
    const mark = this.speech.mark();
    const finished = mark === 'finished' || (answered && this.#still) || hasToolbar(this.speech, this.blocks);
    const needed = mark === 'streaming' ? quiet.stuck : finished ? quiet.marked : quiet.bare;
    const left = this.changed + needed - now;
    if (left > 0) return { state: 'streaming', again: mark === 'finished' ? left : Math.min(left, 500) };
    this.finish();
    return { state: 'final', again: null };
  }

  finish(): void {
    this.state = 'final';
    this.version++;
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
