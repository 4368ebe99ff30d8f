/**
 * The controls beside an answer, as a person meets them: seen where they stand, pressed with the mouse. They are in a
 * closed shadow root, which the browsers' own debugging protocols can look into.
 */
import type { Frame, Page } from 'puppeteer-core';
import type { InspectedAnswer, Rect } from '../../lib/model/inspection.ts';
import { until } from '../setup/until.ts';
import type { Kind } from './launch.ts';

/** One element with a role inside our closed root. The rectangle is in CSS pixels of the page's viewport. */
export interface Control extends Rect {
  role: string;
  /** The accessible name, as far as `aria-label` or the text gives it. */
  name: string;
  pressed: boolean;
  shown: boolean;
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
  const found = await inRoot<Control[]>(kind, frame, describeControls);
  const at = await offset(frame);
  return (found ?? []).map((control) => ({ ...control, x: control.x + at.x, y: control.y + at.y }));
}

/** All text that our root shows. */
export async function shownText({ kind, frame }: Pick<Reviewed, 'kind' | 'frame'>): Promise<string> {
  return (await inRoot<string>(kind, frame, 'function () { return this.textContent ?? "" }')) ?? '';
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
  const find = async () => nearest(await controls(where), name, near);
  await moveTo(where.page, await until(`a control ${name} is there`, find));
  // What opens under the mouse may move what we aim at: aim again at where it stands now.
  const target = await until(`a control ${name} is still there`, find);
  await where.page.mouse.click(target.x + target.width / 2, target.y + target.height / 2);
  return target;
}

/** One of the controls beside an answer, as a person reaches it: the mark first, then what it unfolds. */
export async function pressBeside(reviewed: Reviewed, answerId: string, name: RegExp): Promise<Control> {
  return press(reviewed, name, await hover(reviewed, answerId));
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

/** Calls a function with `this` = our closed root in that frame, or returns null where there is none. */
async function inRoot<T>(kind: Kind, frame: Frame, code: string): Promise<T | null> {
  return kind === 'chromium' ? inRootByCdp<T>(frame, code) : inRootByBidi<T>(frame, code);
}

interface CdpNode {
  localName: string;
  backendNodeId: number;
  frameId?: string;
  children?: CdpNode[];
  shadowRoots?: (CdpNode & { shadowRootType: string })[];
  contentDocument?: CdpNode;
}

async function inRootByCdp<T>(frame: Frame, code: string): Promise<T | null> {
  const cdp = await frame.page().createCDPSession();
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: CdpNode };
    const page = documentOf(root, frame.parentFrame() ? (frame as unknown as { _id: string })._id : null);
    const html = page?.children?.find(({ localName }) => localName === 'html');
    const closed = html?.children?.flatMap(({ shadowRoots = [] }) => shadowRoots).find(({ shadowRootType }) => shadowRootType === 'closed');
    if (!closed) return null;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: closed.backendNodeId });
    if (!object.objectId) return null;
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: code,
      returnByValue: true,
    });
    return result.value as T;
  } finally {
    await cdp.detach();
  }
}

/** The document of one frame: the outermost one, or the one inside the frame element with that id. */
function documentOf(node: CdpNode, frameId: string | null): CdpNode | null {
  if (frameId === null) return node;
  if (node.contentDocument && node.frameId === frameId) return node.contentDocument;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) {
    const found = documentOf(child, frameId);
    if (found) return found;
  }
  return null;
}

interface BidiNode {
  sharedId?: string;
  value?: { children?: BidiNode[]; mode?: string; shadowRoot?: BidiNode | null };
}
interface BidiBrowser {
  connection: {
    send(
      method: string,
      params: object,
    ): Promise<{ result: { type: string; result?: BidiNode & { value?: unknown }; exceptionDetails?: { text: string } } }>;
  };
}

async function inRootByBidi<T>(frame: Frame, code: string): Promise<T | null> {
  const { connection } = frame.page().browser() as unknown as BidiBrowser;
  const target = { context: (frame as unknown as { _id: string })._id };
  const serializationOptions = { maxDomDepth: 1, includeShadowTree: 'all' };
  const html = await connection.send('script.evaluate', {
    expression: 'document.documentElement',
    target,
    awaitPromise: false,
    serializationOptions,
  });
  const closed = html.result.result?.value?.children?.map(({ value }) => value?.shadowRoot).find((root) => root?.value?.mode === 'closed');
  if (!closed?.sharedId) return null;
  const functionDeclaration = `function () { return JSON.stringify((${code}).call(this)) }`;
  const called = await connection.send('script.callFunction', {
    functionDeclaration,
    this: { sharedId: closed.sharedId },
    target,
    awaitPromise: false,
  });
  if (called.result.type !== 'success') throw new Error(called.result.exceptionDetails?.text);
  return JSON.parse(called.result.result?.value as string) as T;
}
