/** The controls of this frame: most frames never need any, so their script comes with the first answer. */
import { speech } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';
import type { Judging, JudgingOptions } from '../controls/judging.ts';

export interface LazyControls {
  /** The final answers that are mounted now, in document order. `soon`: more may follow, get ready. */
  show(answers: FoundAnswer[], soon: boolean): void;
  /** A review has changed, or what is judged by. */
  changed(): void;
  /** What is there already; null before the first answer. */
  now(): Judging | null;
  /** Null where the browser does not let the script in any more: an update, a closed tab. */
  ready(): Promise<Judging | null>;
}

export function createLazyControls(options: JudgingOptions): LazyControls {
  let controls: Judging | null = null;
  let loading: Promise<Judging | null> | null = null;
  let shown: FoundAnswer[] = [];

  async function load(): Promise<Judging | null> {
    if (!globalThis.bluepencilControls) await send('page.load', { script: 'controls' });
    if (options.signal.aborted) return null;
    controls = globalThis.bluepencilControls?.(options, speech()) ?? null;
    // Tried again with the next view.
    if (!controls) loading = null;
    controls?.show(shown);
    return controls;
  }

  return {
    show(answers, soon) {
      shown = answers;
      if (controls) controls.show(answers);
      else if (soon || answers.length > 0) loading ??= load();
    },
    changed: () => controls?.changed(),
    now: () => controls,
    ready: () => (loading ??= load()),
  };
}
