/** What a revision from a backup means beside those that are stored. */
import { canonical } from '../audit/canonical.ts';
import { asJson } from './noted.ts';

/** What reviews and preferences have in common. */
export interface Revision {
  id: string;
  revision: number;
  updatedAt: string;
}

/** What comes to the stored revisions of one id, and what that is for a person. */
export interface Merged<R> {
  add: R[];
  kind: 'new' | 'changed' | 'same';
}

/**
 * Puts the revisions of one id together; nothing that is stored is changed. A number that is free is taken by its revision. Where the number
 * is taken by something else, both are kept: the other one becomes the next revision. Then what was said last, by its time, is said once more
 * behind them if it is not the newest, so that an older word never outranks a younger one. `beside` may add to it what the other one says
 * otherwise. Done again with the same, it adds nothing.
 */
export function merge<R extends Revision>(
  stored: readonly R[],
  given: readonly R[],
  beside: (last: R, other: R) => R = (last) => last,
): Merged<R> {
  const taken = new Map(stored.map((one) => [one.revision, said(one)]));
  const counted = newestOf(stored);
  const add: R[] = [];
  let clash = false;
  const put = (one: R): void => {
    taken.set(one.revision, said(one));
    add.push(one);
  };
  const next = (): number => Math.max(...taken.keys()) + 1;
  for (const one of given.filter(({ revision }) => !taken.has(revision))) put(one);
  for (const one of given) {
    const text = said(one);
    if (taken.get(one.revision) === text || [...taken.values()].includes(text)) continue;
    put({ ...one, revision: next() });
    clash = true;
  }
  const others = newestOf(given);
  const last = counted && others && Date.parse(others.updatedAt) > Date.parse(counted.updatedAt) ? others : counted;
  if (clash && last) {
    const other = last === counted ? others : counted;
    const both = other ? beside(last, other) : last;
    if (taken.get(next() - 1) !== said(both)) put({ ...both, revision: next() });
  }
  return { add, kind: add.length === 0 ? 'same' : stored.length === 0 ? 'new' : 'changed' };
}

/** The one with the highest number. */
export const newestOf = <R extends Revision>(revisions: readonly R[]): R | null =>
  revisions.reduce<R | null>((best, one) => (best && best.revision > one.revision ? best : one), null);

/** What a revision says, whatever its number. */
const said = (one: Revision): string => canonical(asJson({ ...one, revision: undefined }));
