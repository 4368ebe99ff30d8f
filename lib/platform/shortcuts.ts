/** The browser's own keyboard shortcuts for us. Only its own page can change them. */
import { browser } from './browser.ts';

/** What is set now; `keys` is empty where nothing is, and `does` where the browser has no words for it. */
export async function shortcuts(): Promise<{ name: string; does: string; keys: string }[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name = '', description = '', shortcut = '' }) => ({ name, does: description, keys: shortcut }));
}

/** Opens the page where they are changed. */
export async function openShortcuts(): Promise<void> {
  // Firefox since 137; its page cannot be opened by its address.
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
