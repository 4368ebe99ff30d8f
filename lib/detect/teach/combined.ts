/** Selectors for an element that need more than the element alone, from what is likely to last to what is not. */
import { traitsOf, type Trait } from './traits.ts';

/** Elements looked at above one, and marks of each that are combined. */
const levels = 10;
const combined = 6;

/** What an element says of itself. */
export const plain = (element: Element): Trait[] => traitsOf(element);

/** Two marks at once, a mark inside a named place, and a mark that the other kind of message does not share. */
export function beside(element: Element, other: Element | null): Trait[] {
  const own = traitsOf(element).slice(0, combined + 2);
  const theirs = other
    ? traitsOf(other)
        .filter(({ select }) => !element.matches(select))
        .slice(0, combined)
    : [];
  const made: Trait[] = [];
  own.forEach((one, at) => {
    for (const two of own.slice(at + 1))
      if (one.on !== 'tag' && two.on !== 'tag')
        made.push({ select: one.select + two.select, cost: Math.max(one.cost, two.cost) + 0.5, on: `${one.on}+${two.on}` });
    for (const not of theirs)
      made.push({ select: `${one.select}:not(${not.select})`, cost: Math.max(one.cost, not.cost) + 1.5, on: `${one.on}-${not.on}` });
  });
  let up = 0;
  for (let at = element.parentElement; at && up < levels; at = at.parentElement, up++) {
    const [place] = traitsOf(at);
    if (place && place.cost < 9)
      for (const one of own.slice(0, 4))
        made.push({ select: `${place.select} ${one.select}`, cost: Math.max(place.cost, one.cost) + 1, on: `${place.on} ${one.on}` });
  }
  return made;
}

/** What stands inside one kind of message only: an avatar, a toolbar. */
export function subtle(element: Element, other: Element | null): Trait[] {
  if (!other) return [];
  const own = traitsOf(element).slice(0, 3);
  const inside = (of: Element, without: Element) =>
    [...of.querySelectorAll('*')]
      .slice(0, 60)
      .filter((inner) => !/^(P|LI|UL|OL|CODE|PRE|STRONG|EM|BR|H[1-6])$/.test(inner.tagName))
      .flatMap((inner) => traitsOf(inner).slice(0, 3))
      .filter(({ select }, at, all) => !without.querySelector(select) && all.findIndex((one) => one.select === select) === at)
      .slice(0, combined * 2);
  return own.flatMap((one) => [
    ...inside(element, other).map(({ select, cost, on }) => ({
      select: `${one.select}:has(${select})`,
      cost: Math.max(one.cost, cost) + 3,
      on: `${one.on}>${on}`,
    })),
    ...inside(other, element).map(({ select, cost, on }) => ({
      select: `${one.select}:not(:has(${select}))`,
      cost: Math.max(one.cost, cost) + 4,
      on: `${one.on}>!${on}`,
    })),
  ]);
}

/** Where nothing has a name: the place among its siblings. */
export function placed(element: Element): Trait[] {
  const parent = element.parentElement;
  if (!parent) return [];
  const at = [...parent.children].indexOf(element) + 1;
  const [place] = traitsOf(parent);
  if (!place) return [];
  return [
    { select: `${place.select} > :nth-child(${at})`, cost: 14, on: 'place' },
    { select: `${place.select} > :nth-child(${at % 2 ? 'odd' : 'even'})`, cost: 15, on: 'place' },
  ];
}
