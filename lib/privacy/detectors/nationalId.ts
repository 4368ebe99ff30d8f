/** National numbers of all countries in the list. */
import { anyOf, isNear, reach } from '../context.ts';
import { bare, standing, type Detector, type Hit } from '../detector.ts';
import { nationalIds } from '../ids/index.ts';
import { sharedWords } from '../ids/words.ts';
import { blank } from '../view.ts';

const all = nationalIds.map((id) => ({ ...id, near: anyOf([...id.words, ...sharedWords]) }));

/** Finds numbers that are valid, and sure where their form says it or a word near them does; in a list the first may have the word. */
export const nationalId: Detector = (text) => {
  const hits: Hit[] = [];
  if (!/\d/.test(text)) return hits;
  for (const { id, shape, isValid, alone, near } of all) {
    let listed = -reach.before;
    for (const { start, end, written } of standing(text, shape)) {
      const value = bare(written);
      if (!isValid(value) || (written.includes(' ') && isPart(text, start, end))) continue;
      const sure =
        (alone?.test(written) ?? false) ||
        isNear(text, start, end, near) ||
        (start - listed < 24 && !text.slice(listed, start).includes(blank));
      if (sure) listed = end;
      hits.push({ start, end, kind: 'national-id', rule: id, value, sure });
    }
  }
  return hits;
};

/** Groups of digits with spaces, before or behind which the groups go on. */
const isPart = (text: string, start: number, end: number): boolean =>
  /\d $/.test(text.slice(Math.max(0, start - 2), start)) || /^ \d/.test(text.slice(end, end + 2));
