/** Reviews as fast as the extension takes them, through the messages that its own pages send. */
import type { Preference } from '../../lib/model/preference.ts';
import type { Review } from '../../lib/model/review.ts';
import type { Driven } from '../extension/launch.ts';
import { answerWith } from '../extension/reviews.ts';

/** What the extension said was saved. */
export type Saved = { review: Review; word: string } | { preference: Preference };

/** What of the extension's API is used inside the page of the extension. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/**
 * Starts people who write side by side, each on answers of their own, until the browser is gone; `told` hears of everything
 * that came back as saved, in this process: it outlives the browser. `seed` decides what they do.
 */
export async function startWriting(
  { ours }: Driven,
  { seed, people }: { seed: number; people: number },
  told: (saved: Saved) => void,
): Promise<void> {
  await ours.exposeFunction('told', (text: string) => told(JSON.parse(text) as Saved));
  await ours.evaluate(write, { seed, people, like: answerWith('') as never });
}

/** Runs inside the page. */
function write({ seed, people, like }: { seed: number; people: number; like: object }): void {
  type Reply = { ok: boolean; value: { review: Review | null; preference?: Preference } };
  const { told: tell } = globalThis as unknown as { told: (text: string) => void };
  const send = (name: string, data: object): Promise<Reply> => chrome.runtime.sendMessage({ name, data }) as Promise<Reply>;

  for (let person = 0; person < people; person++) void work(person);

  async function work(person: number): Promise<void> {
    let state = (seed + person * 7919) >>> 0;
    /** Below n; the generator of Numerical Recipes. */
    const pick = (n: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    let before: string | null = null;
    for (let number = 0; ; number++) {
      const word = `w${seed.toString(36)}x${person}x${number}`;
      const text = `${word} ${'A sentence that an assistant wrote. '.repeat(pick(60))}`;
      const prompt = [{ role: 'user', text: `What about ${word}?` }];
      const answer = { ...like, text, markdown: text, prompt, capturedAt: new Date().toISOString() };
      let id: string = word;
      let status: string | null = null;
      const act = async (change: object, final = true): Promise<void> => {
        const data = { answerId: id, change, final, ...(id === word ? { answer } : {}) };
        const { ok, value } = await send('review.change', data);
        if (!ok || !value.review) return;
        ({ answerId: id, status } = value.review);
        tell(JSON.stringify({ review: value.review, word }));
      };
      // What takes a draft away is no loss of it: whoever undoes has nothing half written.
      const whole = (change: object): Promise<void> => (status === 'final' ? act(change) : act({ kind: 'finish' }));
      const acts: (() => Promise<void>)[] = [
        () => act({ kind: 'rate', rating: pick(2) ? 1 : -1 }),
        () => act({ kind: 'flag', flag: { id: `f${pick(9)}`, category: pick(2) ? 'wrong' : 'outdated', severity: 'major' } }),
        () => act({ kind: 'correct', markdown: `Corrected ${pick(1e9)}` }, false),
        () => act({ kind: 'finish' }),
        () => act({ kind: 'decide', decision: pick(2) ? 'approve' : 'reject' }),
        () => whole({ kind: 'undo', toRevision: 1 }),
        () => whole({ kind: 'withdraw' }),
      ];
      await acts[pick(3)]!();
      for (let more = pick(4); more > 0; more--) await acts[pick(acts.length)]!();
      if (before && id !== word && pick(4) === 0) {
        const pair = [{ answerId: before }, { answerId: id }];
        const { ok, value } = await send('preference.save', { pair, better: 'first', reason: '' });
        if (ok) tell(JSON.stringify({ preference: value.preference }));
      }
      if (id !== word) before = id;
    }
  }
}
