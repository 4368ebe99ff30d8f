/** The other versions of an answer, for comparing and for what is said about them: made when somebody asks. */
import type { CapturedAnswer } from '../model/answer.ts';
import type { OtherVersion, SeenVersions } from '../model/controls.ts';
import type { FoundAnswer } from '../model/view.ts';

/** Of a mounted answer, the last one seen first. They are captured with its prompt, which is theirs too. */
export function othersOf({ mounted, like, capture }: SeenVersions, answerId: string): OtherVersion[] {
  const shown = mounted().find(({ id }) => id === answerId);
  if (!shown?.asked) return [];
  const { prompt, promptComplete } = shown;
  const beside = mounted().filter((other) => other !== shown && other.asked === shown.asked && standsBeside(other, shown));
  const found = beside.map((other): [string, CapturedAnswer] => [other.id, { ...capture(other), prompt, promptComplete }]);
  const kept = like(answerId).filter(({ id }) => !found.some(([other]) => other === id));
  const whole = kept.length > 0 ? capture(shown) : null;
  for (const { id, asked: _asked, before: _before, ...one } of kept) found.push([id, { ...whole!, ...one }]);
  return found.map(([id, captured]) => ({ id, text: captured.text.slice(0, 280).toWellFormed(), captured }));
}

/** Columns, as where a person is asked which response is better; parts of one answer stand one below the other. */
function standsBeside(one: FoundAnswer, other: FoundAnswer): boolean {
  const [a, b] = [one.element.getBoundingClientRect(), other.element.getBoundingClientRect()];
  const apart = a.right <= b.left || b.right <= a.left;
  return apart && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) >= Math.min(a.height, b.height) / 2 && a.height > 0 && b.height > 0;
}
