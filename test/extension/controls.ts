/**
 * The controls beside an answer, as a person meets them: seen where they stand, pressed with the mouse. They are in a
 * closed shadow root, which the browsers' own debugging protocols can look into.
 */
import type { Frame, Page } from 'puppeteer-core';
import type { InspectedAnswer, Rect } from '../../lib/model/inspection.ts';
import { until } from '../setup/until.ts';
import { inRoots } from './closedRoots.ts';
import type { Kind } from './launch.ts';

/** One element with a role inside our closed root. The rectangle is in CSS pixels of the page's viewport. */
export interface Control extends Rect {
  role: string;
  /** The accessible name, as far as `aria-label` or the text gives it. */
  name: string;
  pressed: boolean;
  shown: boolean;
  /** It has the keyboard. */
  focused: boolean;
}

/** What stands in one frame of a page that is reviewed. */
export interface Reviewed {
  kind: Kind;
  page: Page;
  frame: Frame;
  answers(): Promise<InspectedAnswer[]>;
}

/** Everything with a name in our root, in document order. Empty while we have no root there. */
export async function controls({ kind, frame }: Pick<Reviewed, 'kind' | 'frame'>): Promise<Control[]> {
  const found = (await inRoots<Control[]>(kind, frame, describeControls)).flat();
  const at = await offset(frame);
  return found.map((control) => ({ ...control, x: control.x + at.x, y: control.y + at.y }));
}

/** All text that our root shows. */
export async function shownText({ kind, frame }: Pick<Reviewed, 'kind' | 'frame'>): Promise<string> {
  return (await inRoots<string>(kind, frame, 'function () { return this.textContent ?? "" }')).join(' ');
}

/** The boxes of what a selector finds in our root, in CSS pixels of the page's viewport; empty ones left out. */
export async function boxesOf({ kind, frame }: Pick<Reviewed, 'kind' | 'frame'>, selector: string): Promise<Rect[]> {
  const found = await inRoots<Rect[]>(
    kind,
    frame,
    `function () {
      return [...this.querySelectorAll(${JSON.stringify(selector)})].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      });
    }`,
  );
  const at = await offset(frame);
  return found.flatMap((boxes) =>
    boxes.filter(({ width, height }) => width > 0 && height > 0).map((box) => ({ ...box, x: box.x + at.x, y: box.y + at.y })),
  );
}

/** Moves the mouse to where an answer's controls stand. */
export async function hover(reviewed: Reviewed, answerId: string): Promise<Rect> {
  const at = await offset(reviewed.frame);
  const rect = await until(
    'the answer has its controls',
    async () => (await reviewed.answers()).find(({ id }) => id === answerId)?.controls,
  );
  const onPage = { ...rect, x: rect.x + at.x, y: rect.y + at.y };
  await moveTo(reviewed.page, onPage);
  return onPage;
}

/** Waits for a control whose name fits and presses it in its middle; with several, the one nearest to `near`. */
export async function press(where: Pick<Reviewed, 'kind' | 'page' | 'frame'>, name: RegExp, near?: Rect): Promise<Control> {
  return aimAndPress(where, name, async () => nearest(await controls(where), name, near));
}

/** One of the controls beside an answer, as a person reaches it: the mark first, then what it unfolds; the one nearest to the mark. */
export async function pressBeside(reviewed: Reviewed, answerId: string, name: RegExp): Promise<Control> {
  let near = await hover(reviewed, answerId);
  return aimAndPress(reviewed, name, async () => {
    const found = nearest(await controls(reviewed), name, near);
    // The page may have moved the mark away from under the mouse: a person follows it.
    if (!found) near = await hover(reviewed, answerId);
    return found;
  });
}

async function aimAndPress(
  where: Pick<Reviewed, 'kind' | 'page' | 'frame'>,
  name: RegExp,
  find: () => Promise<Control | null>,
): Promise<Control> {
  await moveTo(where.page, await until(`a control ${name} is there`, find));
  // A control acts once it was seen to be uncovered, which takes a frame or two after it is drawn.
  await where.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))),
  );
  // What opens under the mouse may move what we aim at: aim again at where it stands now.
  const target = await until(`a control ${name} is still there`, find);
  await where.page.mouse.click(target.x + target.width / 2, target.y + target.height / 2);
  return target;
}

const moveTo = (page: Page, { x, y, width, height }: Rect) => page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });

function nearest(all: Control[], name: RegExp, near?: Rect): Control | null {
  const distance = ({ x, y }: Rect) => (near ? Math.hypot(x - near.x, y - near.y) : 0);
  return all.filter((control) => control.shown && name.test(control.name)).toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Runs in the page: it must stand on its own. */
const describeControls = `function () {
  return [...this.querySelectorAll('button, a[href], input, textarea, iframe, [role], [tabindex]')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      role: element.getAttribute('role') ?? element.localName,
      name: (element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent || element.title || '').trim(),
      pressed: element.getAttribute('aria-pressed') === 'true' || element.getAttribute('aria-checked') === 'true',
      focused: this.activeElement === element,
      shown: width > 0 && height > 0 && style.visibility === 'visible' && style.pointerEvents !== 'none',
      x, y, width, height,
    };
  });
}`;

/** Where a frame's own (0, 0) stands in the page's viewport. */
async function offset(frame: Frame): Promise<{ x: number; y: number }> {
  const element = await frame.frameElement();
  const box = await element?.boundingBox();
  if (!element || !box) return { x: 0, y: 0 };
  const border = await element.evaluate((node) => ({ x: node.clientLeft, y: node.clientTop }));
  return { x: box.x + border.x, y: box.y + border.y };
}
