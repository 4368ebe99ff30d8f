/** The site doctor: which adapter misses what is on the page, and the report about it. */
import type { InspectedFrame } from '../../lib/messaging/inspect.ts';
import { send } from '../../lib/messaging/send.ts';
import type { Diagnosis } from '../../lib/detect/doctor/diagnose.ts';
import { maskedUrl } from '../../lib/detect/doctor/skeleton.ts';
import type { SiteAdapter } from '../../lib/model/site.ts';
import { browser } from '../../lib/platform/browser.ts';
import { injectFrame } from '../../lib/platform/scripts.ts';

/** A frame whose answers are found by shape although adapters know its address. */
export interface Missed {
  frameId: number;
  url: string;
  adapters: SiteAdapter[];
}

/** The frame with the most answers that its adapters miss, or null: then nothing is wrong. */
export async function missedIn(frames: readonly InspectedFrame[]): Promise<Missed | null> {
  const byShape = frames.filter(({ page }) => page.site === 'generic' && page.answers.length > 0);
  const [most] = byShape.toSorted((one, other) => other.page.answers.length - one.page.answers.length);
  if (!most) return null;
  const { url } = most.page;
  const known = await send('adapter.for', { url });
  return known.ok && known.value.adapters.length > 0 ? { frameId: most.frameId, url, adapters: known.value.adapters } : null;
}

/** Was it taught by the person? */
export const isTaught = ({ layouts }: SiteAdapter): boolean => layouts.some(({ answer }) => answer.some(({ grade }) => grade === 'taught'));

/** The report as text: selectors and their counts, markup without content, versions. Throws where the page lets nobody in. */
export async function reportOf(tabId: number, { frameId, url, adapters }: Missed): Promise<string> {
  await injectFrame(tabId, frameId, 'doctor');
  const [reply] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    // As text: the browser would sort the fields.
    func: (asked: SiteAdapter[]) => JSON.stringify(globalThis.bluepencilDoctor?.(document, asked) ?? {}),
    args: [adapters],
  });
  const report = {
    report: 'bluepencil-site-report',
    version: browser.runtime.getManifest().version,
    browser: /(?:Firefox|Edg|Chrome)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? 'unknown',
    day: new Date().toISOString().slice(0, 10),
    page: maskedUrl(url),
    frame: frameId === 0 ? 'top' : 'child',
    ...(JSON.parse(reply?.result ?? '{}') as Diagnosis),
  };
  return JSON.stringify(report, null, 2);
}
