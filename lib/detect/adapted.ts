/** Finding a conversation with an adapter's selectors. Each layout is probed: a site may serve several at once. */
import { holds, order } from '../capture/offsets.ts';
import { read } from '../capture/read.ts';
import type { Hook, SiteAdapter, ValueHook } from '../model/site.ts';
import { anyOf, closestOf, firstWithin, says, shown, soundOf, valueOf, within, type Sound } from './hooks.ts';
import { parentOf, shownLength } from './shown.ts';
import type { Speech, Thread } from './thread.ts';

type Root = Document | ShadowRoot;
type Layout = Sound['layout'];

/** A message as the selectors give it: an answer may be spread over several elements of one turn. */
interface Said {
  role: Speech['role'];
  message: Element;
  parts: Element[];
}

/** The thread that an adapter finds; the layout with the most answers wins, then the one with the most messages. Null if none finds any. */
export function adapted(roots: readonly Root[], adapters: readonly SiteAdapter[]): Thread | null {
  let best: Thread | null = null;
  let most = 0;
  for (const adapter of adapters) {
    for (const layout of adapter.layouts) {
      const sound = soundOf(layout, roots[0] as Document);
      const speeches = speechesOf(sound.layout, roots);
      const answers = speeches.filter(({ role }) => role === 'assistant').length;
      const taught = layout.answer.some(({ grade }) => grade === 'taught');
      // What a person showed on this site outranks what we know of it.
      const weight = (taught && answers > 0 ? 1e12 : 0) + answers * 1e6 + speeches.length;
      if (weight <= most) continue;
      most = weight;
      best = {
        site: adapter.id,
        kind: taught ? 'taught' : 'adapter',
        by: `${adapter.id}/${layout.id}`,
        grown: false,
        provider: adapter.provider,
        score: 10,
        reasons: [
          taught ? 'you showed Bluepencil what an answer is here' : `the adapter for ${adapter.id} knows this layout (${layout.id})`,
          ...sound.broken.map((select) => `a selector that the browser does not understand was skipped: ${select.slice(0, 80)}`),
        ],
        speeches,
        ...(layout.query ? { surface: 'page' } : {}),
      };
    }
  }
  return best;
}

function speechesOf(layout: Layout, roots: readonly Root[]): Speech[] {
  const deep = roots.length > 1;
  const [prompts, promptSelector] = promptsOf(layout, roots);
  const bodies = (part: Element, all: boolean): Bodies => bodiesOf(part, layout, promptSelector, deep, all);
  const leaveOut = anyOf(layout.leaveOut, layout.thinking, layout.errors);
  const errors = anyOf(layout.errors);
  const [answers, answerSelector] = answersOf(layout, roots, ({ message, parts }) => {
    // What only thinks, or only says that it failed, is no answer (yet).
    if (closestOf(message, errors)) return false;
    return parts.some((part) => {
      const { blocks, named } = bodies(part, false);
      return blocks.some((block) => says(block, leaveOut, named));
    });
  });
  const query = layout.query ? queryOf(roots[0] as Document, layout.query) : null;
  const thinking = anyOf(layout.thinking);
  // What the whole page says is asked once, not for each message.
  const isPage = ({ from }: ValueHook): boolean => from === 'page';
  const anyMessage = answers.slice(0, 1).map(({ message }) => message);
  const pageModel = valueOf(anyMessage, layout.model.filter(isPage), deep);
  const ownModel = layout.model.filter((hook) => !isPage(hook));
  // The browser knows the order of one root at once; comparing two of a thousand messages walks the rest.
  const select = [promptSelector, answerSelector].filter(Boolean).join(',');
  const places = deep || !select ? null : new Map([...roots[0]!.querySelectorAll(select)].map((element, at) => [element, at]));
  const compare = (a: Element, b: Element): number => (places ? places.get(a)! - places.get(b)! : order(a, b));
  // An exchange that holds its prompt comes after it.
  const placed = new Map(
    [...prompts, ...answers].map((one) => [
      one,
      (one.role === 'assistant' && promptSelector && within(one.parts[0]!, promptSelector, deep).at(-1)) || one.parts[0]!,
    ]),
  );
  const said = [...placed.keys()].sort((a, b) => compare(placed.get(a)!, placed.get(b)!));
  return (layout.reversed ? turnedRound(said) : said).map(({ role, message, parts }): Speech => {
    const own = [...parts.toReversed(), message];
    const isAnswer = role === 'assistant';
    return {
      role,
      message,
      blocks: () => (isAnswer ? parts.flatMap((part) => bodies(part, true).blocks) : parts),
      leaveOut,
      messageId: valueOf(own, layout.messageId, deep),
      model: isAnswer ? (valueOf(own, ownModel, deep) ?? pageModel) : null,
      thinking: () => (isAnswer && thinking && read(within(message, thinking, deep), '').text.trim()) || null,
      mark: () => {
        if (!isAnswer) return null;
        const stands = ({ select }: Hook): boolean =>
          firstWithin(message, select, deep) !== null || parts.some((part) => closestOf(part, select) !== null);
        return layout.streaming.some(stands) ? 'streaming' : layout.finished.some(stands) ? 'finished' : null;
      },
      variant: () => valueOf(own, layout.variant, deep)?.replace(/\s*\/\s*/, '/') ?? null,
      asked: isAnswer ? query : null,
    };
  });
}

/** The prompts of the first selector that finds any, and that selector, '' for none. */
function promptsOf(layout: Layout, roots: readonly Root[]): [Said[], string] {
  const leaveOut = anyOf(layout.leaveOut);
  for (const { select } of layout.prompt) {
    const found = shown(roots, select).filter((element) => says(element, leaveOut, true));
    if (found.length > 0) return [found.map((element) => ({ role: 'user', message: element, parts: [element] })), select];
  }
  return [[], ''];
}

/** The answers of the first selector that finds any, and that selector; parts of one turn are one answer. */
function answersOf(layout: Layout, roots: readonly Root[], isAnswer: (said: Said) => boolean): [Said[], string] {
  for (const { select } of layout.answer) {
    const found: Said[] = [];
    for (const part of shown(roots, select)) {
      const turn = layout.turn.map((hook) => closestOf(part, hook.select)).find(Boolean) ?? part;
      const last = found.at(-1);
      if (last?.message === turn) last.parts.push(part);
      else found.push({ role: 'assistant', message: turn, parts: [part] });
    }
    const answers = found.filter(isAnswer);
    if (answers.length > 0) return [answers, select];
  }
  return [[], ''];
}

interface Bodies {
  blocks: Element[];
  /** A hook named them; otherwise it is all of the message, where a picture may be an avatar. */
  named: boolean;
}

/** What holds an answer's words, or the first of it if not `all`. Never what holds a prompt, nor what stands in its thinking or in an error. */
function bodiesOf(part: Element, layout: Layout, promptSelector: string, deep: boolean, all: boolean): Bodies {
  const apart = anyOf(layout.thinking, layout.errors);
  const asks = (element: Element): boolean =>
    promptSelector !== '' && (element.matches(promptSelector) || firstWithin(element, promptSelector, deep) !== null);
  let empty: Element[] | null = null;
  for (const { select } of layout.body) {
    if (part.matches(select)) return { blocks: asks(part) ? [] : [part], named: true };
    const found = within(part, select, deep).filter((element) => !closestOf(element, apart) && !asks(element));
    const first = found.find((element) => says(element, apart, true));
    if (!first) {
      empty ??= found.length > 0 ? found : null;
      continue;
    }
    if (!all) return { blocks: [first], named: true };
    // A body that holds little of the message is one of its parts: code may stand beside it.
    const isPart =
      part.querySelector('pre') !== null &&
      found.reduce((sum, element) => sum + shownLength(element), 0) < shownLength(part) / 2 &&
      !asks(part);
    return isPart ? { blocks: [part], named: false } : { blocks: found, named: true };
  }
  // Empty where its words will stand: what is in the message besides is no answer.
  if (empty) return { blocks: empty, named: true };
  return { blocks: asks(part) ? [] : [part], named: false };
}

/** The newest stands first: what the list holds is turned round, not what is inside of its rows. */
function turnedRound(said: Said[]): Said[] {
  let list: Element | null = said[0]?.parts[0] ?? null;
  while (list && !said.every(({ parts }) => holds(list!, parts[0]!))) list = parentOf(list);
  const rows = new Map<Element, Said[]>();
  for (const one of said) {
    let row = one.parts[0]!;
    for (let up = parentOf(row); up && up !== list; up = parentOf(row)) row = up;
    const before = rows.get(row);
    if (before) before.push(one);
    else rows.set(row, [one]);
  }
  return [...rows.values()].toReversed().flat();
}

/** What was searched for: the first of the parameters that the address has. */
function queryOf(document: Document, names: readonly string[]): string | null {
  const { searchParams } = new URL(document.location.href);
  return names.map((name) => searchParams.get(name)?.trim()).find(Boolean) ?? null;
}
