/** What a thread looks like to the overlay and to `page.inspect`. */
import type { Turn } from '../model/answer.ts';
import type { SiteAdapter } from '../model/site.ts';
import type { FoundAnswer, PageView } from '../model/view.ts';
import type { Tracked } from './answers.ts';
import { parentOf } from './shown.ts';
import type { Thread } from './thread.ts';

export const emptyView: PageView = { surface: 'none', site: 'generic', score: 0, reasons: [], answers: [] };

/** The view of a thread. Texts and ids are read when they are asked for. */
export function viewOf(document: Document, thread: Thread, tracked: readonly Tracked[], adapters: readonly SiteAdapter[]): PageView {
  const adapter = adapters.find(({ id }) => id === thread.site);
  const place = document.location;
  const conversation = adapter?.conversation ? (new RegExp(adapter.conversation).exec(place.pathname)?.[1] ?? null) : null;
  const detectedBy = {
    kind: thread.kind,
    id: thread.kind === 'adapter' ? thread.by : thread.site,
    score: thread.score,
    reasons: thread.reasons,
  };
  const answers: FoundAnswer[] = [];
  tracked.forEach((one, at) => {
    if (one.speech.role !== 'assistant') return;
    const ordinal = answers.length;
    answers.push({
      site: thread.site,
      url: place.href,
      title: document.title,
      conversation: { id: conversation },
      get message() {
        return { id: one.speech.messageId, ordinal, variant: variantOf(one) };
      },
      provider: thread.provider,
      model: one.speech.model,
      get id() {
        return identity(place.origin, tracked, at);
      },
      state: one.state,
      get blocks() {
        return one.blocks;
      },
      element: one.speech.message,
      get text() {
        return one.text;
      },
      read: () => one.reading(),
      get prompt() {
        return promptOf(tracked, at);
      },
      get promptComplete() {
        return startsHere(tracked[0]);
      },
      evidence: [],
      detectedBy,
    });
  });
  return { surface: 'chat', site: thread.site, score: thread.score, reasons: thread.reasons, answers };
}

/** The id of the answer at `at`, from its text as it is now. */
export function identity(origin: string, tracked: readonly Tracked[], at: number): string {
  let asked = at - 1;
  while (asked >= 0 && tracked[asked]!.speech.role !== 'user') asked--;
  return tracked[at]!.id(origin, tracked[asked]?.text ?? null);
}

const promptOf = (tracked: readonly Tracked[], at: number): Turn[] =>
  tracked.slice(0, at).flatMap(({ speech, text }) => (text ? [{ role: speech.role, text }] : []));

/** Does the conversation begin with its first mounted message? Only said when nothing hints at more before it. */
function startsHere(first: Tracked | undefined): boolean {
  if (first?.speech.role !== 'user') return false;
  let at: Element | null = first.speech.message;
  for (let up = 0; at && up < 6; up++, at = parentOf(at)) {
    const index = at.getAttribute('data-index') ?? at.getAttribute('data-rs-index');
    const position = at.getAttribute('aria-posinset');
    if ((index !== null && index !== '0') || (position !== null && position !== '1')) return false;
    const style = (at as HTMLElement).style;
    if (parseFloat(style?.paddingTop ?? '') > 200) return false;
    const before = at.previousElementSibling as HTMLElement | null;
    if (before && parseFloat(before.style?.height ?? '') > 200 && !before.textContent) return false;
  }
  return true;
}

/** "2/2" beside the message, where the tool shows versions. */
function variantOf({ speech, blocks: words }: Tracked): string | null {
  const walker = speech.message.ownerDocument.createTreeWalker(speech.message, NodeFilter.SHOW_TEXT);
  let beside = '';
  for (let node = walker.nextNode(), count = 0; node && count < 2000; node = walker.nextNode(), count++) {
    if (!words.some((block) => block.contains(node))) beside += (node as Text).data;
  }
  const match = /(?:^|[^\d/])(\d{1,3})\s*\/\s*(\d{1,3})(?![\d/])/.exec(beside);
  return match && Number(match[1]) <= Number(match[2]) && Number(match[2]) > 1 ? `${match[1]}/${match[2]}` : null;
}
