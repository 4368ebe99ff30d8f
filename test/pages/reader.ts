/** What an adapter's conversation on a piece of markup says, read in Chromium with all of its hooks. */
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { bundle, openAt, openChromium } from '../bench/browser.ts';

export const lib = join(import.meta.dirname, '../../lib');

/** Source that a page's entry begins with: `said(thread)` is what each message says. */
const reading = `
  import { read } from '${lib}/capture/read.ts';
  const said = (thread) => (thread?.speeches ?? []).map((one) => ({
    role: one.role,
    text: read(one.blocks(), one.leaveOut).text,
    id: one.messageId ?? undefined,
    model: one.model ?? undefined,
    thinking: one.thinking() ?? undefined,
    mark: one.mark() ?? undefined,
    variant: one.variant?.() ?? undefined,
    asked: one.asked ?? undefined,
  }));
`;

export interface Reader {
  /** Evaluates `question` on the markup, served at the address. */
  ask<T>(url: string, html: string, question: string): Promise<T>;
  close(): Promise<void>;
}

/** A browser with `entry` in each of its pages. */
export async function openReader(entry: string): Promise<Reader> {
  const [browser, script]: [Browser, string] = await Promise.all([openChromium(), bundle(reading + entry)]);
  return {
    async ask<T>(url: string, html: string, question: string): Promise<T> {
      const page = await openAt(browser, url, `<!doctype html><title>Test</title><body>${html}`);
      try {
        await page.evaluate(script);
        return (await page.evaluate(question)) as T;
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}
