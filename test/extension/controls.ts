/**
 * The controls beside an answer, as a person meets them: seen where they stand, pressed with the mouse. They are in a
 * closed shadow root, which the browsers' own debugging protocols can look into.
 */
import type { Frame, Page } from 'puppeteer-core';
import { until } from '../setup/until.ts';
import type { Kind } from './launch.ts';

/** One element with a role inside our closed root. The rectangle is in CSS pixels of the page's viewport. */
export interface Control {
  role: string;
  /** The accessible name, as far as `aria-label` or the text gives it. */
  name: string;
  pressed: boolean;
  shown: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Everything with a name in our root, in document order. Empty while we have no root there. */
export async function controls(kind: Kind, frame: Frame): Promise<Control[]> {
  const found = await inRoot<Control[]>(kind, frame, describeControls);
  if (!found) return [];
  const at = await offset(frame);
  return found.map((control) => ({ ...control, x: control.x + at.x, y: control.y + at.y }));
}

/** All text that our root shows. */
export async function shownText(kind: Kind, frame: Frame): Promise<string> {
  return (await inRoot<string>(kind, frame, 'function () { return this.textContent ?? "" }')) ?? '';
}

/** Waits for a control whose name fits, and presses it in its middle. `near` chooses the one nearest to a height. */
export async function press(kind: Kind, frame: Frame, name: RegExp, near?: number): Promise<void> {
  const target = await until(`a control ${name} is there`, () => nearest(kind, frame, name, near));
  const page = frame.page();
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2);
  // What hovers into view may move what we aim at: aim again at where it stands now.
  const now = (await nearest(kind, frame, name, near)) ?? target;
  await page.mouse.click(now.x + now.width / 2, now.y + now.height / 2);
}

async function nearest(kind: Kind, frame: Frame, name: RegExp, near?: number): Promise<Control | null> {
  const fitting = (await controls(kind, frame)).filter((control) => control.shown && name.test(control.name));
  const distance = ({ y, height }: Control) => (near === undefined ? 0 : Math.abs(y + height / 2 - near));
  return fitting.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Runs in the page: it must stand on its own. */
const describeControls = `function () {
  return [...this.querySelectorAll('button, a[href], input, textarea, iframe, [role], [tabindex]')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      role: element.getAttribute('role') ?? element.localName,
      name: element.getAttribute('aria-label') ?? element.title ?? element.textContent ?? '',
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

/** The top frame of a page, or its first child frame that shows a web page. */
export const frameOf = (page: Page, framed: boolean): Frame => (framed && page.mainFrame().childFrames()[0]) || page.mainFrame();
