/** What a screen reader has of our controls, closed shadow roots included. */
import type { Page } from 'puppeteer-core';
import { located } from './closedRoots.ts';
import type { Reviewed } from './controls.ts';

interface AxValue {
  value?: string | boolean | number;
}
interface AxNode {
  nodeId: string;
  ignored: boolean;
  backendDOMNodeId?: number;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  properties?: { name: string; value: AxValue }[];
  childIds?: string[];
}

/** Said as a whole: what is in them is their name. */
const whole = /^(button|ToggleButton|menuitem|menuitemradio|radio|link|image|Iframe|iframe|textbox)$/i;
/** Boxes that are not said, for what is in them. */
const unsaid = /^(generic|none|InlineTextBox|LineBreak|ListMarker)$/;

/**
 * Whether something of ours is in the accessibility tree: `button "Reject" (pressed)`, `status: Saved`. Firefox's protocol
 * finds by role and name, and tells neither states nor what is in them: there the rest is not asked.
 */
export async function isHeard(where: Pick<Reviewed, 'kind' | 'page' | 'frame'>, what: string): Promise<boolean> {
  if (where.kind === 'chromium') return (await heard(where.page)).some((line) => line.startsWith(what));
  const [, role, name] = /^(\w+) "(.*?)"/.exec(what) ?? [];
  return role === undefined || role === 'Iframe' || (await located(where.frame, role, name!));
}

/** All of ours in a page, one line each: `menuitem "Incomplete" (focused)`; what is said by itself, whoever has the focus, as `status: Saved`. */
async function heard(page: Page): Promise<string[]> {
  const cdp = await page.createCDPSession();
  try {
    await cdp.send('Accessibility.enable');
    const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.documentElement.lastElementChild' });
    const { node: host } = await cdp.send('DOM.describeNode', { objectId: result.objectId! });
    const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const top = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === host.backendNodeId);
    return top ? linesOf(top, byId) : [];
  } finally {
    await cdp.detach();
  }
}

function linesOf(node: AxNode, byId: ReadonlyMap<string, AxNode>): string[] {
  const role = String(node.role?.value);
  const name = String(node.name?.value ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const inside = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const lines = () => inside.flatMap((child) => linesOf(child, byId));
  if (node.ignored || unsaid.test(role)) return lines();
  if (role === 'StaticText') return name ? [name] : [];
  if (role === 'status') return [`status: ${lines().join(' ')}`];
  const states = statesOf(node);
  const words = [role, name && `"${name}"`, states && `(${states})`].filter(Boolean).join(' ');
  return [words, ...(whole.test(role) ? [] : lines())];
}

function statesOf({ properties = [], description }: AxNode): string {
  const of = (name: string) => properties.find((property) => property.name === name)?.value.value;
  return [
    of('focused') === true && 'focused',
    of('expanded') !== undefined && (of('expanded') === true ? 'expanded' : 'collapsed'),
    of('pressed') === 'true' && 'pressed',
    of('checked') !== undefined && (of('checked') === 'true' ? 'checked' : 'not checked'),
    of('disabled') === true && 'disabled',
    of('hasPopup') && `opens a ${String(of('hasPopup'))}`,
    description?.value && String(description.value),
  ]
    .filter(Boolean)
    .join(', ');
}
