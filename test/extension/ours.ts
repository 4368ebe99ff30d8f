/** Pages of the extension, used with the mouse. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../setup/until.ts';

/** Waits for a control whose name fits, scrolls to it and presses it in its middle. Returns its name. One that is drawn anew before it is pressed is looked for again. */
export async function pressIn(page: Page, name: RegExp): Promise<string> {
  for (;;) {
    const control = await until(`a control ${name} is there`, () => controlIn(page, name));
    try {
      const words = await control.evaluate((element) => element.textContent ?? '');
      await control.click();
      return words.trim();
    } catch (error) {
      if (!String(error).includes('Node is detached from document')) throw error;
    }
  }
}

async function controlIn(page: Page, name: RegExp): Promise<ElementHandle | null> {
  const found = await page.evaluateHandle(
    (pattern, flags) => {
      const wanted = new RegExp(pattern, flags);
      const nameOf = (element: Element): string =>
        (
          element.getAttribute('aria-label') ??
          ((element as HTMLInputElement).labels?.[0]?.textContent || element.textContent) ??
          ''
        ).trim();
      const all = [...document.querySelectorAll('button, a[href], input, select, textarea, summary, [role]')];
      return (
        all.find((element) => wanted.test(nameOf(element)) && element.checkVisibility() && !(element as HTMLButtonElement).disabled) ?? null
      );
    },
    name.source,
    name.flags,
  );
  return found.asElement() as ElementHandle | null;
}

/** The popup asks for the tab beneath it; opened as a page it is that tab itself. So it is told another and started again. `tab`: as the browser describes it. */
export async function lookAt(popup: Page, tab: object): Promise<void> {
  await popup.evaluate((beneath) => {
    type Global = { browser?: Api; chrome: Api };
    type Api = { tabs: object };
    const api = (globalThis as unknown as Global).browser ?? (globalThis as unknown as Global).chrome;
    Object.defineProperty(api.tabs, 'query', { value: () => Promise.resolve([beneath]) });
    const again = document.createElement('script');
    again.type = 'module';
    again.src = `${document.querySelector<HTMLScriptElement>('script[type=module]')!.src}?again`;
    document.head.append(again);
  }, tab);
}
