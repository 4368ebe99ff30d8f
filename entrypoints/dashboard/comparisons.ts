/** Acts on a comparison: sent to the background, each with its way back. */
import type { Signal } from '@preact/signals';
import type { CompareAct } from '../../components/dashboard/ComparisonDetail.tsx';
import { text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { ComparedAnswers } from '../../lib/model/preference.ts';

export interface ComparisonActs {
  /** What was just done, and its undo: shared with the acts on reviews. */
  undo: Signal<{ words: string; back(): Promise<string | null> } | null>;
  refresh: () => Promise<void>;
}

/** One act; the reply is what went wrong, in words, or null. */
export async function actOnComparison(
  { preference }: ComparedAnswers,
  act: CompareAct,
  { undo, refresh }: ComparisonActs,
): Promise<string | null> {
  const { id, revision } = preference;
  const reply = await ask(preference, act);
  if (!reply.ok) return reply.error.message;
  await refresh();
  if (reply.value.preference.revision === revision) return null;
  undo.value = {
    words: text(`compare.did.${act.kind}`),
    async back() {
      const undone = await send('preference.undo', { id, toRevision: revision });
      if (!undone.ok) return undone.error.message;
      undo.value = null;
      await refresh();
      return null;
    },
  };
  return null;
}

function ask({ id, answerIds: [one, other], reason }: ComparedAnswers['preference'], act: CompareAct) {
  if (act.kind === 'delete') return send('preference.withdraw', { id });
  if (act.kind === 'restore') return send('preference.undo', { id, toRevision: act.toRevision });
  return send('preference.save', { pair: [{ answerId: one }, { answerId: other }], better: act.better, reason });
}
