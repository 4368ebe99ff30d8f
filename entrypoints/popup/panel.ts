/** The side panel, which each browser opens in its own way, and only in a click. */
import { browser } from '../../lib/platform/browser.ts';

/** Firefox's own; the shared types know Chromium only. */
type Sidebar = { sidebarAction: { open(): Promise<void> } };

/** Opens the side panel of a window. It must be called before anything is awaited. */
export function openSidePanel(windowId: number | undefined): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as Sidebar).sidebarAction.open();
  return browser.sidePanel.open({ windowId: windowId ?? browser.windows.WINDOW_ID_CURRENT });
}
