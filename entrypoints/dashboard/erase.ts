/** One erase of a page: says what would go, waits ten seconds in which it can be taken back, and then asks the background. */
import { signal } from '@preact/signals';
import type { EraseState } from '../../components/review/Erase.tsx';
import { day } from '../../lib/i18n/dates.ts';
import { holdWords } from '../../lib/i18n/holds.ts';
import { listed } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { ErasePlan, EraseScope } from '../../lib/model/erase.ts';
import type { Store } from '../../lib/store/open.ts';
import { storedAmong } from '../../lib/store/scopes.ts';
import { dropUnsaved, unsavedAnswers } from '../editor/unsaved.ts';

/** Ms in which nothing happens yet. */
const wait = 10_000;

/** `erased` is called when something is gone. */
export function createErase(store: Store, erased: () => void) {
  const state = signal<EraseState>({ at: 'rest', said: null });
  let asked: { scope: EraseScope; plan: ErasePlan } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The first step: what would go. While something waits or runs, nothing else is asked. */
  async function ask(scope: EraseScope): Promise<void> {
    if (state.value.at === 'waiting' || state.value.at === 'busy') return;
    const reply = await send('erase.plan', { scope });
    if (!reply.ok) return rest('bad', reply.error.message);
    const { plan } = reply.value;
    asked = { scope, plan };
    const held = plan.holds.length > 0;
    const nothing = plan.answers === 0 && scope.kind !== 'review';
    state.value = held
      ? { at: 'asked', lines: [text('erase.held', { what: listed(plan.holds.map(holdWords)) })], act: null }
      : nothing
        ? { at: 'asked', lines: [text('erase.none')], act: null }
        : {
            at: 'asked',
            lines: linesOf(scope, plan),
            act: plan.answers === 0 ? text('erase.doComparison') : text('erase.do', { n: plan.answers }),
          };
  }

  /** The second: it is said, and can still be taken back. Closed meanwhile, the page erases nothing. */
  function begin(): void {
    if (!asked || state.value.at !== 'asked') return;
    const { answers: n } = asked.plan;
    state.value = { at: 'waiting', words: n === 0 ? text('erase.waitingComparison') : text('erase.waiting', { n }) };
    timer = setTimeout(() => void now(), wait);
  }

  async function now(): Promise<void> {
    clearTimeout(timer);
    if (!asked || state.value.at !== 'waiting') return;
    const { scope } = asked;
    state.value = { at: 'busy' };
    const unsaved = unsavedAnswers();
    const stored = await storedAmong(store, unsaved).catch(() => new Set<string>());
    const reply = await send('erase.run', { scope });
    if (!reply.ok) return rest('bad', reply.error.message);
    // What an editor could not save of it stands outside the database.
    const left = await storedAmong(store, unsaved).catch(() => stored);
    dropUnsaved((id) => scope.kind === 'everything' || (stored.has(id) && !left.has(id)));
    const { answers, held } = reply.value.counts;
    const words = answers === 0 ? text('erase.doneComparison') : text('erase.done', { n: answers });
    rest(held > 0 ? 'warn' : 'good', held > 0 ? `${words} ${text('erase.kept', { n: held })}` : words);
    erased();
  }

  /** Out of every step but the last. */
  function leave(): void {
    clearTimeout(timer);
    asked = null;
    if (state.value.at !== 'busy') state.value = { at: 'rest', said: null };
  }

  function rest(kind: 'good' | 'warn' | 'bad', words: string): void {
    asked = null;
    state.value = { at: 'rest', said: { kind, words } };
  }

  return { state, ask, begin, now, leave };
}

function linesOf(scope: EraseScope, { answers: n, since, until, sent, fresh }: ErasePlan): string[] {
  const days = { since: since ? day(since) : '', until: until ? day(until) : '' };
  const site = 'origin' in scope ? new URL(scope.origin).host : '';
  const first =
    scope.kind === 'review'
      ? n === 0
        ? text('erase.comparison')
        : text('erase.answer', { n })
      : text(`erase.${scope.kind}`, { n, site, ...days });
  return [
    first,
    text('erase.final'),
    ...(sent ? [text('erase.told')] : []),
    ...(scope.kind === 'everything' ? [text('erase.settings')] : []),
    text(fresh ? 'erase.fresh' : 'erase.remnants'),
  ];
}
