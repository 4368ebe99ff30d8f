/** The chats of a page, and which conversation each of them shows: prompts of one are never those of another. */
import { holds } from '../capture/offsets.ts';
import { Conversation } from './conversation.ts';
import { parentOf } from './shown.ts';
import type { Speech } from './thread.ts';
import type { MountedTurn } from './turns.ts';

/** Where a conversation stands. `id`: the tool's own, null where the address has none. */
export interface Place {
  id: string | null;
  url: string;
  title: string;
}

/** A conversation, where it stood when it was last mounted. */
export interface Chat extends Place {
  conversation: Conversation;
}

const composer = 'textarea,[contenteditable]:not([contenteditable=false]),[role=textbox]';
/** A new address is that of the same conversation if its messages are still there so long (ms) later: `/` has become `/c/<id>`. */
const settles = 1500;
/** Conversations remembered in one tab, besides those that are shown: people go back to the last few. */
const most = 20;

/**
 * The messages of each chat, in order. Two chats stand in boxes of their own, each with a text box; a text box in which
 * a message is edited makes none, for such boxes do not hold all messages.
 */
export function split(speeches: readonly Speech[], roots: readonly (Document | ShadowRoot)[]): Speech[][] {
  if (speeches.length < 2) return [[...speeches]];
  const above = new Set<Element>();
  for (const { message } of speeches) for (let at = parentOf(message); at && !above.has(at); at = parentOf(at)) above.add(at);
  const boxes = new Set<Element>();
  for (const root of roots) {
    for (const box of root.querySelectorAll(composer)) {
      let at = parentOf(box);
      while (at && !above.has(at)) at = parentOf(at);
      if (at) boxes.add(at);
    }
  }
  let inner = [...boxes];
  while (inner.length > 1) {
    const outer = inner.filter((box) => !inner.some((other) => other !== box && holds(other, box)));
    if (outer.length > 1) {
      const groups = outer.map((box) => speeches.filter(({ message }) => holds(box, message)));
      return groups.reduce((sum, { length }) => sum + length, 0) === speeches.length ? groups : [[...speeches]];
    }
    inner = inner.filter((box) => !outer.includes(box));
  }
  return [[...speeches]];
}

/** Remembers the conversations of one frame. */
export class Chats {
  #known = new Map<string, Chat>();
  /** What each chat of the page shows; `moved`: since when (ms) the address is another one. */
  #shown: { key: string; chat: Chat; moved: number | null }[] = [];
  #empty: string | null = null;

  /** Nothing stands at this address: what comes there is a beginning. */
  empty({ id, url }: Place): void {
    this.#empty = id ?? url;
  }

  /**
   * The conversation that the chat number `at` shows. A site changes its address some time before or after its messages:
   * until they change, they are the old conversation's. `began`: it was seen from its beginning. `again`: ask again after so long (ms).
   */
  show(at: number, place: Place, window: readonly MountedTurn[], now: number): { chat: Chat; began: boolean; again: number | null } {
    const key = JSON.stringify([place.id ?? place.url, at]);
    const before = this.#shown[at];
    if (before?.key === key) {
      before.moved = null;
      return { chat: before.chat, began: false, again: null };
    }
    const same = before !== undefined && before.chat.conversation.overlap(window) * 2 >= window.length;
    if (same) {
      before.moved ??= now;
      const again = before.moved + settles - now;
      if (again > 0) return { chat: before.chat, began: false, again };
      this.#known.delete(before.key);
    }
    const known = same ? before.chat : this.#known.get(key);
    const chat = Object.assign(known ?? { conversation: new Conversation() }, place);
    this.#shown[at] = { key, chat, moved: null };
    this.#known.delete(key);
    this.#known.set(key, chat);
    for (const [old] of this.#known) if (this.#known.size > most) this.#known.delete(old);
    return { chat, began: !known && this.#empty === (place.id ?? place.url) && window.length <= 2, again: null };
  }
}
