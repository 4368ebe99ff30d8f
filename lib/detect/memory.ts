/** What one frame remembers of its conversations: fed with what is mounted at each look. */
import type { SiteAdapter } from '../model/site.ts';
import type { Tracked } from './answers.ts';
import { hasOlder, isAtTop } from './beginning.ts';
import { Chats, type Place } from './chats.ts';
import type { Thread } from './thread.ts';

/** A list that mounts more turns than this keeps them mounted: their texts need not be read before they are finished. */
const few = 100;
/** At the top of a list that loads as it is scrolled, nothing more comes after so long (ms). */
const loads = 1000;

export class Memory {
  /** A list that loads as it is scrolled has not been seen at its top. */
  unsure = false;
  #chats = new Chats();

  constructor(
    readonly document: Document,
    readonly adapters: readonly SiteAdapter[],
  ) {}

  /**
   * Takes in what each chat of the page shows, and tells each message which turn of which conversation it is. `added`:
   * when (ms) nodes came last. Returns after how many ms to look again although nothing changes, or null.
   */
  see(thread: Thread | null, groups: readonly Tracked[][], added: number, now: number): number | null {
    const adapter = this.adapters.find(({ id }) => id === thread?.site);
    const place = this.#place(adapter);
    const layout = adapter?.layouts.find(({ id }) => thread?.by === `${adapter.id}/${id}`);
    const waits: number[] = [];
    this.unsure = false;
    groups.forEach((group, at) => {
      const [first] = group;
      if (!first) return;
      const window = group.map((one, index) => one.mounted(index === group.length - 1, group.length <= few));
      const { chat, began, again } = this.#chats.show(at, place, window, now);
      if (again !== null) waits.push(again);
      const begins = (): boolean => {
        const [from, to] = [window[0]!.position, window.at(-1)!.position];
        if (from !== null && from <= to!) return from === 0;
        // Only said when nothing hints at more before it.
        if (first.speech.role !== 'user' || hasOlder(first.speech.message)) return false;
        if (!layout?.partial && !chat.conversation.loadsOlder) return true;
        this.unsure = true;
        if (!isAtTop(first.speech.message)) return false;
        if (added + loads > now) waits.push(added + loads - now);
        return added + loads <= now;
      };
      const turns = chat.conversation.see(window, () => began || begins());
      group.forEach((one, index) => Object.assign(one, { chat, turn: turns[index] }));
    });
    if (groups.every(({ length }) => length === 0)) this.#chats.empty(place);
    return waits.length > 0 ? Math.min(...waits) : null;
  }

  #place(adapter: SiteAdapter | undefined): Place {
    const { href, pathname, search } = this.document.location;
    const id = adapter?.conversation ? (new RegExp(adapter.conversation).exec(pathname + search)?.[1] ?? null) : null;
    return { id, url: href, title: this.document.title };
  }
}
