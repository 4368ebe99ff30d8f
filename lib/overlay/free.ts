/** What lies under a box: empty room, or something of the site's to read or to press. Shadow roots are looked through. */
import type { Rect } from '../model/inspection.ts';
import { overlap, rectOf } from './boxes.ts';
import { isAround } from './surroundings.ts';

/** What a person looks at or presses. */
const things =
  'a,button,input,select,textarea,label,summary,img,picture,svg,canvas,video,audio,iframe,embed,object,hr,[role=button],[role=link],[contenteditable]';
/** Points tested along each side: closer together than the smallest button is wide. */
const steps = 3;
/** A mark is round, so its box may touch what it stands beside, px. */
const round = 3;
/** More parts than this are not looked at: the hit tests have to do. */
const most = 64;

/**
 * True when the box covers nothing: at each point of a grid lies what contains one of `rooms` anyway, or an empty part of them, and no
 * line of text reaches into it. `host` is our own element. Costs nine hit tests.
 */
export function isFree(box: Rect, rooms: Element[], host: Element): boolean {
  const seen = new Set<Element>();
  const inset = { x: box.x + round, y: box.y + round, width: box.width - 2 * round, height: box.height - 2 * round };
  const [room] = rooms;
  if (!room) return false;
  for (let row = 0; row < steps; row++)
    for (let column = 0; column < steps; column++) {
      const x = inset.x + (inset.width * column) / (steps - 1);
      const y = inset.y + (inset.height * row) / (steps - 1);
      const hit = elementAt(room.ownerDocument, x, y, host);
      if (!hit) return false;
      seen.add(hit);
    }
  return [...seen].every((hit) => {
    const outer = rooms.some((one) => isAround(hit, one));
    if (!outer && (hit.closest(things) || !rooms.some((one) => isAround(one, hit)))) return false;
    return !showsText(hit, inset, rooms);
  });
}

/** The topmost element at a point that is not ours, out of shadow roots too. */
export function elementAt(root: Document | ShadowRoot, x: number, y: number, host: Element): Element | null {
  // `elementFromPoint` is the quick one, and nearly always enough.
  let hit = root.elementFromPoint(x, y);
  if (hit === host) hit = root.elementsFromPoint(x, y).find((element) => element !== host) ?? null;
  const inner = hit?.shadowRoot;
  return inner && inner !== root ? (elementAt(inner, x, y, host) ?? hit) : hit;
}

/** Whether a line of the element's own text lies in the box, or a part with text that lets the pointer through. */
function showsText(element: Element, box: Rect, rooms: Element[]): boolean {
  return [...(element.shadowRoot ?? element).childNodes].slice(0, most).some((node) => {
    if (node.textContent?.trim() === '') return false;
    if (node instanceof Element) {
      if (rooms.some((room) => isAround(node, room)) || !overlap(rectOf(node.getBoundingClientRect()), box)) return false;
      // What takes the pointer was hit itself.
      return getComputedStyle(node).pointerEvents === 'none';
    }
    if (node.nodeType !== Node.TEXT_NODE) return false;
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some((line) => overlap(rectOf(line), box));
  });
}
