/** What a frame holds in all: the chat that the watcher sees, and the passages beside it, whose script is loaded where it is needed. */
import { emptyView } from '../../lib/detect/view.ts';
import { send } from '../../lib/messaging/send.ts';
import type { PassageKeeper } from '../../lib/model/evidence.ts';
import type { FoundAnswer, PageView } from '../../lib/model/view.ts';

/** So long, ms, after a page came or changed it is looked at for evidence. */
const soonMs = 2000;
/** Of the time at most a fiftieth goes into looking for evidence and for passages. */
const share = 50;

export interface Page {
  /** The watcher's view has changed. */
  chat(view: PageView): void;
  view(): PageView;
  /** Makes an answer of what is selected; null if nothing is. */
  select(): Promise<FoundAnswer | null>;
}

/** `looks`: evidence, and passages that were reviewed before, are looked for where there is no chat. Ends with the signal. */
export function createPage(window: Window, looks: boolean, onChange: (view: PageView) => void, signal: AbortSignal): Page {
  const { document } = window;
  let keeper: PassageKeeper | null = null;
  let chat = emptyView;
  /** Texts of reviewed passages that were not found in the page yet, and the address that they belong to. */
  let missing: string[] = [];
  let address = '';
  let signs = 0;
  /** What was there at the last look. */
  let last = '[[],[]]';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notBefore = 0;
  const observer = new MutationObserver(plan);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  if (looks) void look();

  const view = (): PageView => keeper?.join(chat) ?? chat;

  function told(): void {
    if (!signal.aborted) onChange(view());
  }

  function plan(): void {
    timer ??= setTimeout(() => void look(), Math.max(soonMs, notBefore - performance.now()));
  }

  /** Null where the browser does not let the script in any more: an update, a closed tab. */
  async function load(): Promise<PassageKeeper | null> {
    if (!globalThis.bluepencilPassages) await send('page.load', { script: 'passages' });
    if (!signal.aborted) keeper ??= globalThis.bluepencilPassages?.(document, told, signal) ?? null;
    return keeper;
  }

  async function look(): Promise<void> {
    timer = undefined;
    if (window.location.href !== address) {
      address = window.location.href;
      const reply = await send('passages.find', { origin: window.origin, url: address });
      missing = reply.ok ? reply.value.texts : [];
      // A chat may be found meanwhile, and a page wants to come up first.
      if (missing.length === 0 && !keeper) return plan();
    }
    const isChat = chat.surface === 'chat';
    if (isChat) observer.disconnect();
    if (signal.aborted || (isChat && missing.length === 0) || !(await load()) || !keeper) return;
    const begun = performance.now();
    missing = keeper.restore(missing);
    const count = isChat ? signs : keeper.look();
    notBefore = performance.now() + (performance.now() - begun) * share;
    if (!isChat) observer.observe(document, { childList: true, subtree: true });
    if (count !== signs) void send('page.found', { evidence: count });
    signs = count;
    // A page that only moves is looked at again and again: it is told when there is something else to see.
    const { answers, evidence } = keeper.join(emptyView);
    const now = JSON.stringify([answers.map(({ id }) => id), evidence.map(({ rule, snippet }) => [rule, snippet])]);
    if (now !== last) told();
    last = now;
  }

  return {
    chat(next) {
      chat = next;
      if (looks && next.surface !== 'chat') plan();
      told();
    },
    view,
    async select() {
      const selection = document.getSelection();
      if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
      const range = selection.getRangeAt(0).cloneRange();
      const answer = (await load())?.select(range) ?? null;
      if (answer) told();
      return answer;
    },
  };
}
