/** Our closed shadow roots in a page, which the browsers' own debugging protocols can look into. */
import type { CDPSession, Frame } from 'puppeteer-core';
import type { Kind } from './launch.ts';

/** Calls a function with `this` = each of our closed roots in that frame, the controls' and the picker's: who came first is not said. */
export async function inRoots<T>(kind: Kind, frame: Frame, code: string): Promise<T[]> {
  return kind === 'chromium' ? inRootsByCdp<T>(frame, code) : inRootsByBidi<T>(frame, code);
}

interface CdpNode {
  backendNodeId: number;
  children?: CdpNode[];
  shadowRoots?: (CdpNode & { shadowRootType: string })[];
}

/** Only what stands right inside `html` is asked for: the whole tree of a long page costs more than all else that a test does. */
async function inRootsByCdp<T>(frame: Frame, code: string): Promise<T[]> {
  const { client: cdp } = frame as unknown as { client: CDPSession };
  const html = await frame.evaluateHandle(() => document.documentElement);
  try {
    const { node } = (await cdp.send('DOM.describeNode', { objectId: html.remoteObject().objectId!, depth: 1, pierce: true })) as {
      node: CdpNode;
    };
    const results: T[] = [];
    for (const { shadowRootType, backendNodeId } of (node.children ?? []).flatMap(({ shadowRoots = [] }) => shadowRoots)) {
      if (shadowRootType !== 'closed') continue;
      const { object } = await cdp.send('DOM.resolveNode', { backendNodeId });
      if (!object.objectId) continue;
      const { result } = await cdp.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: code,
        returnByValue: true,
      });
      results.push(result.value as T);
      await cdp.send('Runtime.releaseObject', { objectId: object.objectId });
    }
    return results;
  } finally {
    await html.dispose();
  }
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
    ): Promise<{
      result: { type: string; result?: BidiNode & { value?: unknown }; exceptionDetails?: { text: string }; nodes?: BidiNode[] };
    }>;
  };
}

async function inRootsByBidi<T>(frame: Frame, code: string): Promise<T[]> {
  const { connection } = frame.page().browser() as unknown as BidiBrowser;
  const target = { context: (frame as unknown as { _id: string })._id };
  const functionDeclaration = `function () { return JSON.stringify((${code}).call(this)) }`;
  const results: T[] = [];
  for (const sharedId of await rootsByBidi(frame)) {
    const called = await connection.send('script.callFunction', {
      functionDeclaration,
      this: { sharedId },
      target,
      awaitPromise: false,
    });
    if (called.result.type !== 'success') throw new Error(called.result.exceptionDetails?.text);
    results.push(JSON.parse(called.result.result?.value as string) as T);
  }
  return results;
}

/** The ids of our closed roots in a frame. */
async function rootsByBidi(frame: Frame): Promise<string[]> {
  const { connection } = frame.page().browser() as unknown as BidiBrowser;
  const html = await connection.send('script.evaluate', {
    expression: 'document.documentElement',
    target: { context: (frame as unknown as { _id: string })._id },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  return (html.result.result?.value?.children ?? []).flatMap(({ value }) =>
    value?.shadowRoot?.value?.mode === 'closed' && value.shadowRoot.sharedId ? [value.shadowRoot.sharedId] : [],
  );
}

/** Whether Firefox's accessibility engine finds something with this role and name in one of our closed roots. */
export async function located(frame: Frame, role: string, name: string): Promise<boolean> {
  const { connection } = frame.page().browser() as unknown as BidiBrowser;
  const context = (frame as unknown as { _id: string })._id;
  const roots = await rootsByBidi(frame);
  const found = await connection.send('browsingContext.locateNodes', {
    context,
    locator: { type: 'accessibility', value: { role, name } },
    startNodes: roots.map((sharedId) => ({ sharedId })),
  });
  return (found.result.nodes?.length ?? 0) > 0;
}
