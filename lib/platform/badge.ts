/** The word on the toolbar button of one tab. */
import { browser } from './browser.ts';

/** Says "AI" while a tab's page carries signs of AI; `title` is the button's tooltip. The browser clears both on navigation. */
export async function showBadge(tabId: number, shown: boolean, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: shown ? 'AI' : '' }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#2457c5' }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
