/** The context menu. Adding an item is one entry in the table and one word. */
import { text, type Key } from '../../lib/i18n/text.ts';
import { browser } from '../../lib/platform/browser.ts';
import { reviewSelection } from './passages.ts';

type Context = 'image' | 'selection';
type Info = Parameters<Parameters<typeof browser.contextMenus.onClicked.addListener>[0]>[0];
type Tab = Parameters<Parameters<typeof browser.contextMenus.onClicked.addListener>[0]>[1];

interface Item {
  id: string;
  title: Key;
  contexts: [Context, ...Context[]];
  run(info: Info, tab: Tab): Promise<unknown>;
}

const items: Item[] = [
  {
    id: 'review-selection',
    title: 'menu.reviewSelection',
    contexts: ['selection'],
    run: async ({ frameId }, tab) => tab?.id !== undefined && reviewSelection(tab.id, frameId),
  },
  {
    id: 'check-image',
    title: 'menu.checkImage',
    contexts: ['image'],
    run: ({ srcUrl = '' }, tab) => browser.tabs.create({ url: checkPage(srcUrl), ...(tab ? { index: tab.index + 1 } : {}) }),
  },
];

/** Registers the listeners; call before the first await. The menu is made when `words` are there. */
export function serveMenus(words: Promise<unknown>): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const item = items.find(({ id }) => id === info.menuItemId);
    void item?.run(info, tab).catch((error: unknown) => console.warn(`${item.id}: ${String(error)}`));
  });
  // An update may have changed or dropped an item; since the browser last ran its language may be another.
  const renew = (): void => void words.then(() => browser.contextMenus.removeAll()).then(create);
  browser.runtime.onInstalled.addListener(renew);
  browser.runtime.onStartup.addListener(renew);
  // The browser keeps the menu, but not after everything: what is there already is refused, and that is all right.
  void words.then(create);
}

function create(): void {
  for (const { id, title, contexts } of items)
    browser.contextMenus.create({ id, title: text(title), contexts }, () => void browser.runtime.lastError);
}

/** Our page for one image. It reads nothing before the person says so. An address beyond what browsers open is cut: the page says so. */
function checkPage(src: string): string {
  return browser.runtime.getURL(`/image.html?src=${encodeURIComponent(src.slice(0, 300_000))}` as never);
}
