/** The first start. */
import { browser } from '../../lib/platform/browser.ts';

/** Opens the welcome page after a person installed us; an organisation that rolls us out to many wants no page to come up. */
export function welcomeAtInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome();
  });
}

async function welcome(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  if (installType !== 'admin') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
