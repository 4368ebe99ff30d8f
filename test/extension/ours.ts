/** Pages of the extension, used with the mouse. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../setup/until.ts';

/** Waits for a control whose name fits, scrolls to it and presses it in its middle. Returns its name. */
export async function pressIn(page: Page, name: RegExp): Promise<string> {
  const control = await until(`a control ${name} is there`, async () => {
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
          all.find((element) => wanted.test(nameOf(element)) && element.checkVisibility() && !(element as HTMLButtonElement).disabled) ??
          null
        );
      },
      name.source,
      name.flags,
    );
    return found.asElement() as ElementHandle | null;
  });
  const words = await control.evaluate((element) => element.textContent ?? '');
  await control.click();
  return words.trim();
}
