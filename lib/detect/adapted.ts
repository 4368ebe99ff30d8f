/** Finding a conversation with an adapter's selectors. Each layout is probed: a site may serve several at once. */
import type { Hook, Layout, SiteAdapter, ValueHook } from '../model/site.ts';
import { order } from '../capture/offsets.ts';
import { shownLength } from './shown.ts';
import type { Speech, Thread } from './thread.ts';

/** The thread that an adapter finds; the layout with the most answers wins. Null if none finds a message. */
export function adapted(roots: readonly (Document | ShadowRoot)[], adapters: readonly SiteAdapter[]): Thread | null {
  let best: Thread | null = null;
  for (const adapter of adapters) {
    for (const layout of adapter.layouts) {
      const speeches = speechesOf(layout, roots);
      const answers = speeches.filter(({ role }) => role === 'assistant').length;
      if (speeches.length === 0 || (best && best.speeches.filter(({ role }) => role === 'assistant').length >= answers)) continue;
      best = {
        site: adapter.id,
        kind: 'adapter',
        by: `${adapter.id}/${layout.id}`,
        grown: false,
        provider: adapter.provider,
        score: 10,
        reasons: [`the adapter for ${adapter.id} knows this layout (${layout.id})`],
        speeches,
      };
    }
  }
  return best;
}

function speechesOf(layout: Layout, roots: readonly (Document | ShadowRoot)[]): Speech[] {
  const prompts = matching(roots, layout.prompt).map((element) => ({ role: 'user' as const, parts: [element], message: element }));
  const answers = byTurn(matching(roots, layout.answer), layout.turn ?? []);
  return [...prompts, ...answers.map(({ message, parts }) => ({ role: 'assistant' as const, parts, message }))]
    .sort((a, b) => order(a.parts[0]!, b.parts[0]!))
    .map(({ role, parts, message }) => ({
      role,
      message,
      blocks: () => (role === 'assistant' ? parts.flatMap((part) => bodies(part, layout.body)) : parts),
      leaveOut: layout.leaveOut.map(({ select }) => select).join(','),
      messageId: valueOf([...parts].toReversed(), layout.messageId),
      model: role === 'assistant' ? valueOf(parts, layout.model) : null,
      mark: () => {
        if (layout.streaming.some(({ select }) => stands(message, parts, select))) return 'streaming';
        return layout.finished.some(({ select }) => stands(message, parts, select)) ? 'finished' : null;
      },
    }));
}

/** The outermost elements of the first selector that finds any with text. */
function matching(roots: readonly (Document | ShadowRoot)[], hooks: readonly Hook[]): Element[] {
  for (const { select } of hooks) {
    const found: Element[] = [];
    for (const root of roots) {
      for (const element of root.querySelectorAll(select)) {
        if (!found.at(-1)?.contains(element) && !element.closest('[aria-hidden=true],[hidden]') && shownLength(element) > 0)
          found.push(element);
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** Messages of one turn are one answer. */
function byTurn(parts: Element[], turns: readonly Hook[]): { message: Element; parts: Element[] }[] {
  const answers: { message: Element; parts: Element[] }[] = [];
  for (const part of parts) {
    const turn = turns.map(({ select }) => part.closest(select)).find(Boolean) ?? part;
    const last = answers.at(-1);
    if (last?.message === turn) last.parts.push(part);
    else answers.push({ message: turn, parts: [part] });
  }
  return answers;
}

function bodies(part: Element, hooks: readonly Hook[]): Element[] {
  for (const { select } of hooks) {
    if (part.matches(select)) return [part];
    const found: Element[] = [];
    for (const element of part.querySelectorAll(select)) if (!found.at(-1)?.contains(element)) found.push(element);
    // A body that holds little of the message is one of its parts: code may stand beside it.
    const words = found.reduce((sum, element) => sum + shownLength(element), 0);
    if (words > 0) return words < shownLength(part) / 2 && part.querySelector('pre') ? [part] : found;
  }
  return [part];
}

const stands = (message: Element, parts: readonly Element[], select: string): boolean =>
  message.querySelector(select) !== null || parts.some((part) => part.closest(select) !== null);

function valueOf(parts: readonly Element[], hooks: readonly ValueHook[]): string | null {
  for (const { select, attribute, from } of hooks) {
    for (const part of parts) {
      const element =
        from === 'page'
          ? part.ownerDocument.querySelector(select)
          : from === 'up'
            ? part.closest(select)
            : part.matches(select)
              ? part
              : part.querySelector(select);
      const value = attribute ? element?.getAttribute(attribute) : element?.textContent;
      if (value?.trim()) return value.trim().slice(0, 200);
    }
  }
  return null;
}
